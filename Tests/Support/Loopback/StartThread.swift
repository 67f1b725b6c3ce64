import Dispatch
import Glibc

/// Runs `body` on a new thread; unlike a queue's, their number is not bounded.
package func startThread(_ body: @escaping @Sendable () -> Void) {
  let box = Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let result = pthread_create(&thread, nil, runThread, box.toOpaque())
  precondition(result == 0, "no thread could be started")
  pthread_detach(thread)
}

/// Carries a closure through pthread_create(3).
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

private func runThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
  return nil
}
