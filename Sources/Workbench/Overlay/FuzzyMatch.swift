/// How well a pattern is found in a text; case does not count.
///
/// Each of the pattern's words is looked for by itself, its characters in order, wherever they fit best:
/// runs, starts of words and early places win.
package struct FuzzyMatch: Sendable, Hashable {
  /// Higher is better.
  package private(set) var score = 0
  /// Where in the text, counted in characters, the pattern's characters were found; in order.
  package private(set) var positions: [Int] = []

  /// `nil` where the text does not hold the pattern; an empty pattern is in every text, with a score of 0.
  package init?(_ pattern: String, in text: String) {
    let characters = text.map(\.foldedForMatching)
    for word in pattern.split(separator: " ") {
      guard
        let found = Alignment(of: word.prefix(64).map(\.foldedForMatching), with: characters).best
      else { return nil }
      score += found.score
      positions += found.positions
    }
    positions = Set(positions).sorted()
  }
}

/// The best places for the characters of one word, by dynamic programming: for each character of the word
/// and each place, the best score that ends there, and where the character before it then stood.
private struct Alignment {
  private struct Place {
    var score: Int
    var previous: Int?
  }

  /// Far below any score, and far from overflowing.
  private static let impossible = Int.min / 2
  private let word: [Character]
  private let text: [Character]

  init(of word: [Character], with text: [Character]) {
    self.word = word
    self.text = text
  }

  var best: (score: Int, positions: [Int])? {
    guard !word.isEmpty, word.count <= text.count else { return word.isEmpty ? (0, []) : nil }
    var rows = [firstRow]
    for index in word.indices.dropFirst() { rows.append(row(index, after: rows[index - 1])) }
    let last = rows[rows.count - 1]
    guard let end = last.indices.max(by: { (last[$0].score, -$0) < (last[$1].score, -$1) }),
      last[end].score > Self.impossible / 2
    else { return nil }
    var positions: [Int] = []
    var place: Int? = end
    for row in rows.reversed() {
      guard let position = place else { break }
      positions.append(position)
      place = row[position].previous
    }
    return (last[end].score, positions.reversed())
  }

  private var firstRow: [Place] {
    text.indices.map { place in
      let score = text[place] == word[0] ? start(at: place) - min(3, place) : Self.impossible
      return Place(score: score, previous: nil)
    }
  }

  private func row(_ index: Int, after row: [Place]) -> [Place] {
    // The best of all places from which the gap costs the most that a gap can cost.
    var far = Place(score: Self.impossible, previous: nil)
    return text.indices.map { place in
      if place >= 4, row[place - 4].score > far.score {
        far = Place(score: row[place - 4].score, previous: place - 4)
      }
      guard text[place] == word[index] else { return Place(score: Self.impossible, previous: nil) }
      var best = Place(score: far.score - 3 + start(at: place), previous: far.previous)
      for gap in 1...3 where place - 1 - gap >= 0 {
        let score = row[place - 1 - gap].score - gap + start(at: place)
        if score > best.score { best = Place(score: score, previous: place - 1 - gap) }
      }
      if place > 0, row[place - 1].score + 8 > best.score {
        best = Place(score: row[place - 1].score + 8, previous: place - 1)
      }
      return best
    }
  }

  /// What a character is worth that does not follow the one before at once.
  private func start(at place: Int) -> Int {
    guard place > 0 else { return 6 }
    return text[place - 1].isLetter || text[place - 1].isNumber ? 1 : 6
  }
}

extension Character {
  /// In lower case, where that is one character.
  fileprivate var foldedForMatching: Character {
    if let ascii = asciiValue {
      return ascii >= 0x41 && ascii <= 0x5A ? Character(UnicodeScalar(ascii | 0x20)) : self
    }
    let lower = lowercased()
    return lower.count == 1 ? Character(lower) : self
  }
}
