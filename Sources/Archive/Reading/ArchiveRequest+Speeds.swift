import Conversation
import GRDB

extension ArchiveRequest<[ReplySpeed]> {
  /// Of so many of the newest messages answers are looked for, so that a preset which was hardly used costs no search through all.
  private static var mostSeen: Int { 20_000 }

  /// How fast the newest whole answers of a preset's model came, the newest first.
  ///
  /// Answers that were changed by hand or taken out count, too: their times are those of the model.
  package static func speeds(of preset: String, model: String, limit: Int) -> Self {
    .reading { turn in
      // By keys alone first: the rows between are not read.
      let rows = try Row.fetchAll(
        turn.db,
        sql: """
          SELECT created, sent_ns, first_delta_ns, completion_tokens, marks FROM message
          WHERE key >= (SELECT min(key) FROM (SELECT key FROM message ORDER BY key DESC LIMIT ?))
          AND preset = ? AND model = ? AND ending = 'finished'
          ORDER BY key DESC LIMIT ?
          """,
        arguments: [mostSeen, preset.column, model.column, limit]
      )
      return rows.map(speed)
    }
  }

  private static func speed(of row: Row) -> ReplySpeed {
    let sent = row.integerIfAny("sent_ns")
    let first = row.integerIfAny("first_delta_ns")
    let waited = sent.flatMap { sent in first.map { Double($0) - Double(sent) } }
    let decoding = decodingSeconds(of: row)
    return ReplySpeed(
      asked: WallTime(milliseconds: row.integerIfAny("created") ?? 0),
      ttftMilliseconds: waited.flatMap { $0 >= 0 ? $0 / 1e6 : nil },
      tokensPerSecond: decoding.flatMap { rate(of: row, over: $0) },
      decodingSeconds: decoding
    )
  }

  private static func rate(of row: Row, over seconds: Double) -> Double? {
    guard let tokens = row.countIfAny("completion_tokens"), tokens > 1 else { return nil }
    return Double(tokens - 1) / seconds
  }

  private static func decodingSeconds(of row: Row) -> Double? {
    let marks = MarksBlob.marks(in: row.bytes("marks"))
    guard let first = marks.first?.time, let last = marks.last?.time, last > first else {
      return nil
    }
    return last.seconds(since: first)
  }
}
