/// A request as a command for the shell, every secret masked or named.
package struct RequestDescription: Sendable, Hashable {
  /// Whole, to be run.
  package var command: String
  /// With long texts and images cut short, to be looked at.
  package var shown: String

  package init(command: String, shown: String) {
    self.command = command
    self.shown = shown
  }
}
