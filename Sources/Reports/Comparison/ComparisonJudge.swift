/// Who judged the answers of a comparison, and by what: of all votes that a line may bear, which are its own.
package struct ComparisonJudge: Sendable, Hashable {
  /// The preset's name.
  package let preset: String
  /// The rubric's name.
  package let rubric: String

  package init(preset: String, rubric: String) {
    self.preset = preset
    self.rubric = rubric
  }

  /// Whether a vote is its own, whatever answers it was on.
  package func isOwn(_ vote: AnswerRecord.Vote) -> Bool {
    vote.judge == preset && vote.rubric == rubric
  }

  /// Its last vote on an answer among just those of some cells, whatever the order of the lanes was then.
  package func vote(on record: AnswerRecord, among cells: [String]) -> AnswerRecord.Vote? {
    let cells = cells.sorted()
    return record.votes?.last { isOwn($0) && $0.cells.sorted() == cells }
  }
}
