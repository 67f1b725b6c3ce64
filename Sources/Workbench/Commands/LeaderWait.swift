import Conversation

/// The time after the leader's key, in which the next key belongs to it.
///
/// The keys that can follow are shown only to those who hesitate.
package struct LeaderWait: Sendable, Hashable {
  private static let delayMilliseconds = 300.0

  /// When the keys that can follow are to be shown; `nil` once they are.
  package private(set) var due: MonotonicTime?

  init(since start: MonotonicTime) {
    due = start.adding(milliseconds: Self.delayMilliseconds)
  }

  /// Whether the keys that can follow are on screen.
  package var isShown: Bool { due == nil }

  /// Shows the keys, where their time has come.
  mutating func show(at now: MonotonicTime) {
    if let due, now >= due { self.due = nil }
  }
}
