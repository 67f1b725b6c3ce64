import Workbench

/// How likely a token was, in four steps that differ by more than their colour.
enum Likelihood {
  /// From nine tenths on.
  case certain
  /// From a half on.
  case fair
  /// From a tenth on.
  case doubtful
  case unlikely

  init(_ probability: Double) {
    switch probability {
    case 0.9...: self = .certain
    case 0.5...: self = .fair
    case 0.1...: self = .doubtful
    default: self = .unlikely
    }
  }

  var role: Role {
    switch self {
    case .certain: .text
    case .fair: .accent
    case .doubtful: .warning
    case .unlikely: .error
    }
  }

  /// What tells it from the others without colours.
  var attributes: Attributes {
    switch self {
    case .certain: []
    case .fair: .italic
    case .doubtful: .underline
    case .unlikely: [.bold, .underline]
    }
  }

  func style(in theme: Theme) -> Style {
    var style = theme[role]
    style.attributes.formUnion(attributes)
    return style
  }
}
