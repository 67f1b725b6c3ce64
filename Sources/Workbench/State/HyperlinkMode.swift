/// Whether links are handed to the terminal as such (OSC 8).
package enum HyperlinkMode: String, Sendable, CaseIterable {
  /// Where the terminal is known to take them.
  case auto
  case on
  case off
}
