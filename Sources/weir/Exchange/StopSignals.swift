import Dispatch
import Glibc

/// A descriptor that becomes readable on SIGINT, which does nothing else from then on.
///
/// A class because it owns the source and the descriptor.
final class InterruptSignal {
  private let wake: WakeDescriptor
  private let source: any DispatchSourceSignal

  init() {
    let wake = WakeDescriptor()
    self.wake = wake
    signal(SIGINT, SIG_IGN)
    // A serial queue of its own: global and concurrent ones make libdispatch wake up once a second
    // for as long as the program runs (tried).
    source = DispatchSource.makeSignalSource(
      signal: SIGINT,
      queue: DispatchQueue(label: "weir.interrupt")
    )
    source.setEventHandler { wake.wake() }
    source.resume()
  }

  deinit { source.cancel() }

  var descriptor: Int32 { wake.descriptor }

  func clear() {
    wake.clear()
  }
}
