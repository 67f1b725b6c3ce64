extension MathParser {
  /// The pieces of a command whose name was just read.
  mutating func command(_ name: String) throws(NotSimple) -> [MathPiece] {
    if let piece = MathSymbols.pieces[name] { return [piece] }
    if let mark = MathSymbols.accents[name] { return [try accented(with: mark)] }
    if let alphabet = MathAlphabet(command: name) { return try letters(of: alphabet) }
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac": return [try fraction()]
    case "sqrt": return [try root()]
    case "text", "textrm", "textbf", "textit", "textsf", "texttt", "textnormal", "mbox":
      return [MathPiece(.text, try words())]
    case "mathrm", "mathsf", "mathtt", "mathit", "mathnormal": return try upright()
    case "operatorname":
      let kind: MathPiece.Kind = take("*") ? .operation : .function
      return [MathPiece(kind, MathLine.text(of: try argument(), spacing: .tight))]
    case "left": return try enclosed()
    case "not": return [try negated()]
    case "pmod": return try modulus()
    case "boxed": return try argument()
    default: return try ignored(name)
    }
  }

  /// Sizes and styles, which a line of text does not have.
  private mutating func ignored(_ name: String) throws(NotSimple) -> [MathPiece] {
    switch name {
    case "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl",
      "Biggr", "bigm", "Bigm":
      return try delimiter()
    case "middle":
      return [MathPiece(.relation, try delimiter().first?.plain ?? "")]
    case "limits", "nolimits", "displaystyle", "textstyle", "scriptstyle", "!", "mathstrut":
      return []
    default: throw NotSimple()
    }
  }

  private mutating func fraction() throws(NotSimple) -> MathPiece {
    let (upper, lower) = (try argument(), try argument())
    var above = MathLine.text(of: upper, spacing: .wide)
    var below = MathLine.text(of: lower, spacing: .wide)
    guard !above.isEmpty, !below.isEmpty else { throw NotSimple() }
    if let form = MathSymbols.fractions["\(above)/\(below)"] { return MathPiece(.ordinary, form) }
    if !upper.isProduct, !upper.isSingle { above = "(\(above))" }
    if !lower.isSingle, !(upper.isDifferential && lower.isDifferential) { below = "(\(below))" }
    return MathPiece(.fraction, "", tail: "\(above)/\(below)", guarding: .around)
  }

  private mutating func root() throws(NotSimple) -> MathPiece {
    let degree = MathLine.text(of: try optionalArgument(), spacing: .tight)
    let inner = try argument()
    let text = MathLine.text(of: inner, spacing: .wide)
    guard !text.isEmpty else { throw NotSimple() }
    let sign: String
    switch degree {
    case "", "2": sign = "√"
    case "3": sign = "∛"
    case "4": sign = "∜"
    case "n": sign = "ⁿ√"
    default: throw NotSimple()
    }
    guard inner.count == 1, inner.isSingle else { return MathPiece(.ordinary, "\(sign)(\(text))") }
    return MathPiece(.ordinary, sign, tail: text, guarding: .after)
  }

  private mutating func accented(with mark: Unicode.Scalar) throws(NotSimple) -> MathPiece {
    let inner = try argument()
    guard inner.count == 1, var piece = inner.first, piece.kind == .ordinary,
      piece.plain.count == 1, piece.plain.first?.isLetter == true
    else { throw NotSimple() }
    piece.head.unicodeScalars.append(mark)
    return piece
  }

  private mutating func letters(of alphabet: MathAlphabet) throws(NotSimple) -> [MathPiece] {
    try argument().map { piece in
      guard piece.kind == .ordinary else { return piece }
      var piece = piece
      let isNumber = piece.head.allSatisfy { ("0"..."9").contains($0) }
      // Only the letter itself: what follows is its scripts, and may hold words.
      let letters = piece.head.unicodeScalars.prefix(isNumber ? .max : 1)
      let rest = piece.head.unicodeScalars.dropFirst(letters.count)
      piece.head = String(String.UnicodeScalarView(letters.map(alphabet.form) + rest))
      return piece
    }
  }

  /// A word of several letters stands by itself as a function's name does.
  private mutating func upright() throws(NotSimple) -> [MathPiece] {
    let inner = try argument()
    let isWord = inner.count > 1 && inner.allSatisfy { $0.plain.allSatisfy(\.isLetter) }
    guard isWord else { return inner }
    return [MathPiece(.function, MathLine.text(of: inner, spacing: .tight))]
  }

  private mutating func enclosed() throws(NotSimple) -> [MathPiece] {
    var pieces = try delimiter()
    if let first = pieces.first { pieces = [MathPiece(.opening, first.plain)] }
    pieces += try self.pieces(until: .right)
    if let last = try delimiter().first { pieces.append(MathPiece(.closing, last.plain)) }
    return pieces
  }

  /// A bracket after `\left` and its like; none for the point that stands for nothing.
  private mutating func delimiter() throws(NotSimple) -> [MathPiece] {
    skipBlanks()
    if take(".") { return [] }
    guard let next = peek else { throw NotSimple() }
    if next == "\\" {
      guard let piece = MathSymbols.pieces[try commandName()],
        piece.kind == .opening || piece.kind == .closing || piece.plain == "|"
          || piece.plain == "‖"
      else { throw NotSimple() }
      return [piece]
    }
    guard take(next), "()[]|/<>".contains(next) else { throw NotSimple() }
    switch next {
    case "<": return [MathPiece(.opening, "⟨")]
    case ">": return [MathPiece(.closing, "⟩")]
    case "(", "[": return [MathPiece(.opening, String(next))]
    case ")", "]": return [MathPiece(.closing, String(next))]
    default: return [MathPiece(.ordinary, String(next))]
    }
  }

  private mutating func negated() throws(NotSimple) -> MathPiece {
    let text = MathLine.text(of: try argument(), spacing: .tight)
    guard let form = MathSymbols.negations[text] else { throw NotSimple() }
    return MathPiece(.relation, form)
  }

  private mutating func modulus() throws(NotSimple) -> [MathPiece] {
    let text = MathLine.text(of: try argument(), spacing: .wide)
    return [
      .space, MathPiece(.opening, "("), MathPiece(.text, "mod \(text)"), MathPiece(.closing, ")"),
    ]
  }
}
