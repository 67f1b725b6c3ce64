import Synchronization

/// Asks work on another thread to stop.
///
/// A class because both sides share it; any thread.
final class StopSwitch: Sendable {
  private let isOff = Mutex(false)

  func stop() { isOff.withLock { $0 = true } }

  var isStopped: Bool { isOff.withLock { $0 } }
}
