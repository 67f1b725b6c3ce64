import Conversation
import GRDB

/// A vote as a row of `vote`.
enum VoteRow {
  /// The first form of the file that has votes.
  static let firstVersion = 3

  static func write(_ vote: TurnVote, of message: Int64, in turn: WriteTurn) throws {
    var columns = Columns()
    columns["message"] = message
    if case .judge(let preset, let rubric) = vote.voter {
      columns["judge"] = preset.column
      columns["rubric"] = rubric.column
    } else {
      columns["judge"] = ""
      columns["rubric"] = ""
    }
    columns["created"] = vote.moment.milliseconds
    columns["verdict"] = vote.verdictName
    columns["winner"] = vote.winnerPlace
    columns["blind"] = vote.isBlind
    columns["note"] = vote.note.column
    columns["reasons"] =
      vote.reasons.isEmpty ? nil : JSONValue.array(vote.reasons.map { .string($0) }).text
    columns["answers"] = JSONValue.array(vote.answers.map(\.json)).text
    try columns.insert(into: "vote", in: turn)
  }

  /// `nil` for a row that is damaged.
  static func vote(of row: Row) -> TurnVote? {
    let kept = KeptVote(
      verdict: row.text("verdict"),
      winner: row.integerIfAny("winner").flatMap { Int(exactly: $0) },
      answers: row.list("answers"),
      judge: row.text("judge"),
      rubric: row.text("rubric"),
      reasons: row.list("reasons"),
      moment: row.time("created")
    )
    var vote = TurnVote(kept)
    vote?.note = row.text("note")
    vote?.isBlind = row.flag("blind")
    return vote
  }
}

extension Database {
  /// Whether the file is of a form with votes; one that nothing was written into yet may be older.
  func hasVotes() throws -> Bool {
    try Int.fetchOne(self, sql: "PRAGMA user_version") ?? 0 >= VoteRow.firstVersion
  }
}
