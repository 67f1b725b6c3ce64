import Conversation

/// What a judge has come to that was asked in each order.
package struct Judgement: Sendable, Hashable {
  package let verdict: TurnVote.Verdict
  /// What it said each time, in the order of ``JudgeOrder``; untrusted.
  package let reasons: [String]
  /// Whether the two verdicts were not the same: then they say nothing of the answers, and it is a tie.
  package let isFlipped: Bool

  package init(given: JudgeReply, reversed: JudgeReply) {
    isFlipped = given.verdict != reversed.verdict
    verdict = isFlipped ? .tie : given.verdict
    reasons = [given.reasons, reversed.reasons]
  }
}
