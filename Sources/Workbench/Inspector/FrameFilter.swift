/// Which frames the page of raw frames lists.
package enum FrameFilter: Int, Sendable, Hashable, CaseIterable {
  case all
  /// Those with something odd in them.
  case odd
  /// Those that brought text: reasoning, content, a refusal.
  case text
  /// Those that did not.
  case other

  package var title: String {
    switch self {
    case .all: "all"
    case .odd: "odd"
    case .text: "text"
    case .other: "no text"
    }
  }

  var next: FrameFilter { FrameFilter(rawValue: rawValue + 1) ?? .all }
}
