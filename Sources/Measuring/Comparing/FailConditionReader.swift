/// Why a line is no condition.
package enum FailConditionError: Error, Sendable, Hashable {
  case noComparison(String)
  case noFigure(String)
  case noNumber(String, found: String)
  case openQuote(String)
}

extension FailConditionError: CustomStringConvertible {
  /// One sentence without a full stop: what was found, what is wanted.
  package var description: String {
    switch self {
    case .noComparison(let text):
      "found \"\(text)\", expected a preset's figure, one of < <= > >= == != and a number, such as "
        + "'a.win_rate < 0.5'"
    case .noFigure(let text):
      "found \"\(text)\", expected a preset, a dot and a figure, one of \(LaneFigure.names)"
    case .noNumber(let text, let found): "\(text): found \"\(found)\", expected a number"
    case .openQuote(let text): "the quote of \(text) is not closed"
    }
  }
}

extension FailCondition {
  /// Reads what people type; a name with blanks or signs stands in double quotes (`"t 0.4 · seed 2".errors > 0`).
  package init(_ text: String) throws(FailConditionError) {
    var alternatives: [[Term]] = [[]]
    var term = ""
    for word in try Self.words(of: text) {
      switch word {
      case .plain("or"), .plain("||"):
        alternatives[alternatives.count - 1].append(try Self.term(term))
        alternatives.append([])
        term = ""
      case .plain("and"), .plain("&&"):
        alternatives[alternatives.count - 1].append(try Self.term(term))
        term = ""
      case .plain(let text), .quoted(let text): term += term.isEmpty ? text : " " + text
      }
    }
    alternatives[alternatives.count - 1].append(try Self.term(term))
    self.alternatives = alternatives
  }

  private enum Word {
    case plain(String)
    /// What has a quoted part in it, which never is `and` or `or`.
    case quoted(String)
  }

  private static func words(of text: String) throws(FailConditionError) -> [Word] {
    var words: [Word] = []
    var word = ""
    var isInQuotes = false
    var hasQuotes = false
    for character in text + " " {
      if character == "\"" {
        isInQuotes.toggle()
        hasQuotes = true
      } else if character.isWhitespace, !isInQuotes {
        if !word.isEmpty { words.append(hasQuotes ? .quoted(word) : .plain(word)) }
        word = ""
        hasQuotes = false
      } else {
        word.append(character)
      }
    }
    if isInQuotes { throw .openQuote(text) }
    return words
  }

  private static func term(_ text: String) throws(FailConditionError) -> Term {
    // The last one: a name may hold such signs, a number does not. Of `<=` and `<` the longer comes first.
    let places = Operator.allCases.compactMap { sign in
      text.ranges(of: sign.rawValue).last.map { (sign, $0) }
    }
    let last = places.max { left, right in
      left.1.upperBound == right.1.upperBound
        ? left.1.lowerBound > right.1.lowerBound : left.1.upperBound < right.1.upperBound
    }
    guard let (sign, range) = last else { throw .noComparison(text) }
    let left = text[..<range.lowerBound].trimmed
    let right = text[range.upperBound...].trimmed
    guard let number = Double(right), number.isFinite else {
      throw .noNumber(text, found: right)
    }
    let figures = LaneFigure.allCases.filter { left.hasSuffix("." + $0.rawValue) }
    guard let figure = figures.max(by: { $0.rawValue.utf8.count < $1.rawValue.utf8.count }),
      left.utf8.count > figure.rawValue.utf8.count + 1
    else { throw .noFigure(left) }
    let name = String(left.dropLast(figure.rawValue.count + 1))
    return Term(name: name, figure: figure, comparison: sign, number: number, text: text)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
