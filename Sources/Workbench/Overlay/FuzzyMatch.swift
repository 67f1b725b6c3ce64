/// How well a pattern's characters, in order, are found in a text; case does not count.
package enum FuzzyMatch {
  /// - Returns: A score, higher is better: runs, starts of words and early places win. `nil` where the
  ///   text does not hold the pattern; 0 for an empty pattern.
  package static func score(_ pattern: String, in text: String) -> Int? {
    let wanted = Array(pattern.lowercased())
    guard !wanted.isEmpty else { return 0 }
    let characters = Array(text.lowercased())
    var score = 0
    var position = 0
    var previous = -2
    for character in wanted where character != " " {
      guard let found = characters[position...].firstIndex(of: character) else { return nil }
      let isWordStart =
        found == 0 || !(characters[found - 1].isLetter || characters[found - 1].isNumber)
      score += found == previous + 1 ? 8 : isWordStart ? 6 : 1
      score -= min(3, found - position)
      previous = found
      position = found + 1
    }
    return score
  }
}
