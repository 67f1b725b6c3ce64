/// The letters of blackboards, scripts, Fraktur and bold type, where Unicode has them.
enum MathAlphabet {
  case blackboard
  case script
  case fraktur
  case bold

  init?(command: String) {
    switch command {
    case "mathbb", "Bbb": self = .blackboard
    case "mathcal", "mathscr": self = .script
    case "mathfrak": self = .fraktur
    case "mathbf", "boldsymbol", "bm", "pmb": self = .bold
    default: return nil
    }
  }

  /// The letter in this alphabet; itself where there is none.
  func form(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let exception = exceptions[scalar] { return exception }
    let value = scalar.value
    let form: UInt32? =
      switch scalar {
      case "A"..."Z": capitals + value - 0x41
      case "a"..."z": capitals + 26 + value - 0x61
      case "0"..."9": digits.map { $0 + value - 0x30 }
      case "Α"..."Ω" where self == .bold: 0x1D6A8 + value - 0x391
      case "α"..."ω" where self == .bold: 0x1D6C2 + value - 0x3B1
      default: nil
      }
    return form.flatMap(Unicode.Scalar.init) ?? scalar
  }

  private var capitals: UInt32 {
    switch self {
    case .blackboard: 0x1D538
    case .script: 0x1D49C
    case .fraktur: 0x1D504
    case .bold: 0x1D400
    }
  }

  private var digits: UInt32? {
    switch self {
    case .blackboard: 0x1D7D8
    case .bold: 0x1D7CE
    case .script, .fraktur: nil
    }
  }

  /// Letters that Unicode had before the others.
  private var exceptions: [Unicode.Scalar: Unicode.Scalar] {
    switch self {
    case .blackboard: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
    case .script:
      [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
        "g": "ℊ", "o": "ℴ",
      ]
    case .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
    case .bold: [:]
    }
  }
}
