/// When and how the end of a long answer is told to somebody who looks elsewhere.
package struct NotificationSettings: Sendable, Hashable {
  /// What the terminal is asked to do.
  package enum Means: String, Sendable, CaseIterable {
    case off
    case bell
    /// A notification of the desktop (OSC 9).
    case osc9
    case both
  }

  /// Whether the focus matters.
  package enum Moment: String, Sendable, CaseIterable {
    case unfocused
    /// For terminals that do not report their focus.
    case always
  }

  package var means: Means
  package var moment: Moment
  /// Answers that took less are not told.
  package var leastMilliseconds: Int

  package init(
    means: Means = .bell,
    moment: Moment = .unfocused,
    leastMilliseconds: Int = 5_000
  ) {
    self.means = means
    self.moment = moment
    self.leastMilliseconds = leastMilliseconds
  }
}
