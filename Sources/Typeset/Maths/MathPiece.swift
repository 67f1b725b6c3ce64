/// The smallest thing in a formula that spacing cares about: a letter, a number, a sign, a fraction.
struct MathPiece {
  /// What the piece is to its neighbours (after TeX's classes of atoms).
  enum Kind {
    case ordinary
    case binary
    case relation
    case opening
    case closing
    case punctuation
    /// `sin`, `log`, `softmax`.
    case function
    /// `∑`, `∫`.
    case operation
    case fraction
    /// Words, to be kept as they are.
    case text
    case space
  }

  /// What neighbours `tail` needs parentheses against, lest they be read as a part of it.
  enum Guarding {
    case never
    /// A script in plain letters: against letters that follow.
    case letters
    /// What is under a root: against whatever follows directly.
    case after
    /// A fraction.
    case around
  }

  var kind: Kind
  var head: String
  /// What parentheses would enclose; `√` is the head and `x` the tail of `√x`.
  var tail = ""
  var guarding = Guarding.never

  init(_ kind: Kind, _ head: String, tail: String = "", guarding: Guarding = .never) {
    self.kind = kind
    self.head = head
    self.tail = tail
    self.guarding = guarding
  }

  static let space = MathPiece(.space, " ")

  var plain: String { head + tail }
  var guarded: String { guarding == .never ? plain : "\(head)(\(tail))" }

  /// Whether it holds words with a space between them.
  var hasSpace: Bool { kind == .space || plain.contains(" ") }
}

extension [MathPiece] {
  /// Whether the pieces read as one: `x²`, `42`, `(a + b)`, `P(B)`, `n!`.
  var isSingle: Bool {
    let brackets = drop { $0.kind == .function || $0.kind == .ordinary }
    switch count - brackets.count {
    case 0: return brackets.isOneBracket
    case 1:
      if brackets.isEmpty || brackets.isOneBracket { return self[0].guarding != .around }
      return brackets.count == 1 && brackets.first?.plain == "!"
    default: return false
    }
  }

  /// Whether the pieces may stand before a `/` without parentheses.
  var isProduct: Bool {
    var depth = 0
    for (index, piece) in enumerated() {
      switch piece.kind {
      case .opening: depth += 1
      case .closing where piece.plain != "!": depth -= 1
      case .ordinary, .closing: break
      case .binary where index == 0: break
      case .text where !piece.hasSpace: break
      default: if depth == 0 { return false }
      }
    }
    return true
  }

  /// Whether they begin with the `d` or `∂` of a derivative.
  var isDifferential: Bool {
    guard count > 1, let first = first?.plain.first, self[1].kind == .ordinary else {
      return count == 1 && (first?.plain.first == "d" || first?.plain.first == "∂")
    }
    return count == 2 && (first == "d" || first == "∂")
  }
}

extension ArraySlice<MathPiece> {
  /// Whether the first piece opens a bracket that the last one closes.
  fileprivate var isOneBracket: Bool {
    if count == 1 { return first.map { $0.kind == .text && !$0.hasSpace } ?? false }
    var depth = 0
    for (index, piece) in zip(indices, self) {
      if piece.kind == .opening { depth += 1 }
      if piece.kind == .closing, piece.plain != "!" { depth -= 1 }
      if depth == 0 { return index == endIndex - 1 && piece.kind == .closing }
    }
    return false
  }
}
