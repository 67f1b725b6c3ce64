/// The mode of an editor with vi's keys.
package enum ViMode: Sendable, Hashable {
  case insert
  case normal
  /// Characters are selected.
  case visual
  /// Whole lines are selected.
  case visualLine

  /// The word that stands on screen.
  package var title: String {
    switch self {
    case .insert: "INSERT"
    case .normal: "NORMAL"
    case .visual: "VISUAL"
    case .visualLine: "VISUAL LINE"
    }
  }

  /// Whether a selection is being made.
  package var isVisual: Bool { self == .visual || self == .visualLine }
}
