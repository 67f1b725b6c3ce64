/// Puts pieces on one line, with the spaces that a reader expects.
enum MathLine {
  /// How much air a line gets.
  enum Spacing {
    case wide
    /// Within superscripts and subscripts: `n+1`.
    case tight
  }

  static func text(of pieces: [MathPiece], spacing: Spacing) -> String {
    var line = Line(spacing: spacing)
    for (index, piece) in pieces.enumerated() {
      line.append(piece, next: index + 1 < pieces.count ? pieces[index + 1] : nil)
    }
    return line.finished
  }

  private struct Line {
    let spacing: Spacing
    private var text = ""
    private var previous: MathPiece.Kind?

    init(spacing: Spacing) {
      self.spacing = spacing
    }

    var finished: String {
      guard text.first == " " || text.last == " " else { return text }
      let start = text.drop { $0 == " " }
      return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
    }

    mutating func append(_ piece: MathPiece, next: MathPiece?) {
      guard piece.kind != .space else {
        text += piece.plain
        previous = .space
        return
      }
      var kind = piece.kind
      // A sign in front of its number.
      if kind == .binary, !isAfterOperand { kind = .opening }
      let isGuarded = needsGuard(piece, next: next)
      if isGuarded, piece.guarding == .around { kind = .opening }
      if needsSpace(before: kind), text.last != " ", piece.plain.first != " " { text += " " }
      text += isGuarded ? piece.guarded : piece.plain
      previous = isGuarded && piece.guarding == .around ? .closing : kind
    }

    /// Whether an operation is a word, such as `max`, without scripts.
    private var endsWithLetter: Bool { text.last.map { ("a"..."z").contains($0) } ?? false }

    private var isAfterOperand: Bool {
      switch previous {
      case .ordinary, .closing, .fraction, .text, .function: true
      case .space: !text.isEmpty
      case nil, .binary, .relation, .opening, .punctuation, .operation: false
      }
    }

    private func needsGuard(_ piece: MathPiece, next: MathPiece?) -> Bool {
      if let next, piece.isReadOn(with: next, spacing: spacing) { return true }
      guard piece.guarding == .around else { return false }
      switch previous {
      case .ordinary, .closing, .fraction, .function: return true
      case .text: return text.last != " "
      default: return false
      }
    }

    private func needsSpace(before kind: MathPiece.Kind) -> Bool {
      guard let previous, previous != .space else { return false }
      switch (previous, kind) {
      case (.relation, .relation): return false
      case (_, .punctuation), (_, .closing), (.opening, _): return false
      case (.operation, .opening): return spacing == .wide && !endsWithLetter
      case (.operation, _): return spacing == .wide || endsWithLetter
      case (.function, .opening): return false
      case (.binary, _), (_, .binary), (.relation, _), (_, .relation), (.punctuation, _):
        return spacing == .wide
      case (.function, .text), (.text, _), (_, .text): return false
      case (.function, _): return true
      case (_, .function), (_, .operation): return true
      default: return false
      }
    }
  }
}

extension MathPiece {
  /// Whether `next` would be read as part of this piece: the `x` of `a/bx`.
  fileprivate func isReadOn(with next: MathPiece, spacing: MathLine.Spacing) -> Bool {
    let isFollowedBySpace = kind == .function || kind == .operation && spacing == .wide
    guard guarding != .never, !isFollowedBySpace else { return false }
    switch next.kind {
    case .ordinary, .fraction: return true
    case .opening: return guarding != .letters
    case .function, .operation: return guarding == .around
    case .text: return next.plain.first != " "
    case .binary, .relation, .closing, .punctuation, .space: return false
    }
  }
}
