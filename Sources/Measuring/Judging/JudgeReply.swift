import Conversation

/// What a judge has said once: its verdict on the answers in the order they were given, and why.
package struct JudgeReply: Sendable, Hashable {
  package let verdict: TurnVote.Verdict
  /// The judge's text without the line of its verdict; untrusted.
  package let reasons: String

  /// Reads a judge's reply: the last line that states a verdict counts.
  ///
  /// Of the text, thoughts in a `<think>` element are left out; the count is of the answers that it was shown, and in
  /// which order.
  package init(_ text: String, on count: Int, in order: JudgeOrder) throws(JudgeTrouble) {
    let said = Self.withoutThoughts(text)
    let lines = said.split(separator: "\n", omittingEmptySubsequences: false)
    guard said.contains(where: { !$0.isWhitespace }) else { throw .empty }
    guard let (found, place) = Self.lastVerdict(in: lines) else { throw .noVerdict }
    switch found {
    case .answer(let number):
      guard (1...count).contains(number) else {
        throw .noSuchAnswer(number, count: count)
      }
      verdict = .answer(order.place(number - 1, of: count))
    case .tie: verdict = .tie
    case .none: verdict = .allBad
    case .several: throw .severalVerdicts
    }
    let rest = Self.trimmed((lines[..<place] + lines[(place + 1)...]).joined(separator: "\n"))
    reasons = rest.contains(where: \.isLetter) ? rest : Self.trimmed(said)
  }

  private static func lastVerdict(in lines: [Substring]) -> (VerdictWord, Int)? {
    for place in lines.indices.reversed() {
      let words = VerdictWord.words(of: lines[place])
      guard let label = words.lastIndex(where: VerdictWord.isLabel) else { continue }
      if let word = VerdictWord(words[(label + 1)...]) { return (word, place) }
      // A heading "Verdict", and the verdict below it.
      guard label == words.count - 1 else { continue }
      let next = lines[(place + 1)...].first { $0.contains { !$0.isWhitespace } }
      if let word = next.flatMap({ VerdictWord(VerdictWord.words(of: $0)[...]) }) {
        return (word, place)
      }
    }
    return nil
  }

  private static func withoutThoughts(_ text: String) -> String {
    let said = text.lastRange(of: "</think>").map { text[$0.upperBound...] } ?? text[...]
    // Thoughts that were cut off are thoughts to their end.
    return String(said.firstRange(of: "<think>").map { said[..<$0.lowerBound] } ?? said)
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}

extension String {
  fileprivate func lastRange(of part: String) -> Range<Index>? { ranges(of: part).last }
}
