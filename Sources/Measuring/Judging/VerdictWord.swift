/// What a line says behind the word "verdict".
enum VerdictWord: Equatable {
  /// Counted from 1, in the order in which they were shown; not yet known to be there.
  case answer(Int)
  case tie
  case none
  /// More than one, as where the form is only repeated.
  case several

  /// Reads the words behind the label; `nil` where they say no verdict.
  ///
  /// Models put it into bold, into quotes, into JSON, or write "Answer 2" for "2".
  init?(_ words: ArraySlice<String>) {
    let rest = words.drop { Self.fillers.contains($0) }
    guard let first = rest.first, let word = Self.meaning(of: first) else { return nil }
    let second = rest.dropFirst().drop { Self.fillers.contains($0) || Self.joints.contains($0) }
    let isJoined = rest.dropFirst().contains { Self.joints.contains($0) }
    if isJoined, second.first.flatMap(Self.meaning) != nil {
      self = .several
    } else {
      self = word
    }
  }

  static func isLabel(_ word: String) -> Bool { word == "verdict" }

  /// The words of a line in small letters: runs of letters, runs of digits, and the signs that join alternatives.
  static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var last = Kind.other
    for character in line.prefix(10_000) {
      let kind = Kind(character)
      switch kind {
      case .joint: words.append(String(character))
      case .letter, .digit:
        if kind == last {
          words[words.count - 1] += character.lowercased()
        } else {
          words.append(character.lowercased())
        }
      case .other: break
      }
      last = kind
    }
    return words
  }

  private enum Kind {
    case letter, digit, joint, other

    init(_ character: Character) {
      if character.isLetter {
        self = .letter
      } else if character.isASCII, character.isNumber {
        self = .digit
      } else {
        self = "/|".contains(character) ? .joint : .other
      }
    }
  }

  private static func meaning(of word: String) -> VerdictWord? {
    if let number = Int(word) { return .answer(number) }
    switch word {
    case "tie", "tied", "draw", "equal": return .tie
    case "none", "neither": return VerdictWord.none
    default: return nil
    }
  }

  private static let joints: Set<String> = ["or", "and", "/", "|"]
  /// What may stand between the label and the verdict.
  private static let fillers: Set<String> = [
    "is", "it", "s", "a", "an", "the", "best", "better", "winner", "final", "answer", "response",
    "option",
    "candidate", "no", "number", "text", "boxed", "goes", "to", "for", "x",
  ]
}
