/// The primes, the subscript and the superscript of an atom.
struct MathScripts {
  private var primes = 0
  private var lower: [MathPiece]?
  private var upper: [MathPiece]?

  var isEmpty: Bool { primes == 0 && lower == nil && upper == nil }

  /// Reads as many as there are, in any order.
  init(reading parser: inout MathParser) throws(MathParser.NotSimple) {
    while true {
      parser.skipBlanks()
      if parser.take("'") {
        primes += 1
      } else if parser.take("^") {
        guard upper == nil else { throw MathParser.NotSimple() }
        upper = try parser.argument()
      } else if parser.take("_") {
        guard lower == nil else { throw MathParser.NotSimple() }
        lower = try parser.argument()
      } else {
        return
      }
    }
  }

  func attached(to base: MathPiece) -> MathPiece {
    var piece = base
    for (count, prime) in [(primes / 3, "‴"), (primes % 3 / 2, "″"), (primes % 3 % 2, "′")]
    where count > 0 {
      piece = piece.closed
      piece.head += String(repeating: prime, count: count)
    }
    if let lower { piece = piece.attaching(lower, sign: "_", Self.subscripts) }
    if let upper { piece = piece.attaching(upper, sign: "^", Self.superscripts) }
    return piece
  }

  private static let subscripts = map(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"
  )

  private static let superscripts = map(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ*∗†‡∘°⊤′",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ**†‡°°ᵀ′"
  )

  private static func map(_ plain: String, _ raised: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(plain, raised))
  }
}

extension MathPiece {
  /// With its parentheses, if it ever takes any.
  fileprivate var closed: MathPiece { MathPiece(kind == .fraction ? .ordinary : kind, guarded) }

  /// With a script in its own characters, else in UnicodeMath's way: `x^(iπ)`.
  fileprivate func attaching(
    _ script: [MathPiece],
    sign: String,
    _ forms: [Character: Character]
  ) -> MathPiece {
    let text = MathLine.text(of: script, spacing: .tight)
    guard !text.isEmpty else { return self }
    var piece = closed
    let characters = text.compactMap { forms[$0] }
    if characters.count == text.count {
      piece.head += String(characters)
    } else if text.count == 1 || sign == "_" && text.isWord {
      piece.head += sign
      piece.tail = text
      piece.guarding = .letters
    } else if script.first?.kind == .opening, script.isSingle {
      piece.head += sign + text
    } else {
      piece.head += "\(sign)(\(text))"
    }
    return piece
  }
}

extension String {
  /// Letters and digits of one script only, none of them raised or lowered.
  fileprivate var isWord: Bool {
    allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      || allSatisfy { ("α"..."ω").contains($0) }
  }
}
