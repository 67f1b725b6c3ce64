import Dispatch

/// Opens once, and lets everyone through who waits for it.
package final class Latch: Sendable {
  private let group = DispatchGroup()

  package init() {
    group.enter()
  }

  /// To be called once.
  package func open() {
    group.leave()
  }

  /// Waits for at most 30 s, which only guards against a test that hangs.
  ///
  /// - Returns: Whether the latch was opened.
  @discardableResult
  package func wait() -> Bool {
    group.wait(timeout: .now() + 30) == .success
  }
}
