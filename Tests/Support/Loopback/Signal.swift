import Dispatch

/// Wakes one waiter for each time it is raised.
package final class Signal: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  package init() {}

  package func raise() {
    semaphore.signal()
  }

  /// Waits for at most 30 s, which only guards against a test that hangs.
  ///
  /// - Returns: Whether the signal was raised.
  package func wait() -> Bool {
    semaphore.wait(timeout: .now() + 30) == .success
  }
}
