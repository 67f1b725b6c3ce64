import Conversation
import GRDB

/// Replies whose program ended before they did; they are joined with their pieces and found by searches from then on.
enum InterruptedReplies {
  /// Whether there are any.
  static func exist(_ db: Database) throws -> Bool { try !conversations(db).isEmpty }

  static func fold(_ turn: WriteTurn) throws {
    var snapshots = PresetSnapshots()
    for (number, keys) in try conversations(turn.db) {
      let pieces = try Pieces(of: number, in: turn.db)
      for key in keys {
        guard
          let row = try Row.fetchOne(
            turn.db,
            sql: "SELECT * FROM message WHERE key = ?",
            arguments: [key]
          ),
          var message = MessageRow.message(of: row, &snapshots)
        else { continue }
        pieces.complete(&message)
        message.interrupt()
        try MessageRow.columns(of: message, in: number, turn: turn)
          .upsert(into: "message", key: "key", in: turn)
        try turn.run("DELETE FROM piece WHERE message = ?", [key])
      }
      try turn.run(
        "UPDATE conversation SET revision = ? WHERE number = ?",
        [turn.revision, number]
      )
    }
  }

  /// The keys of such replies by their conversation's number.
  private static func conversations(_ db: Database) throws -> [Int64: [Int64]] {
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT conversation, key, writer FROM message WHERE writer IS NOT NULL"
    )
    return rows.reduce(into: [:]) { found, row in
      guard !ProcessMark.isAlive(row.text("writer")),
        let conversation = row.integerIfAny("conversation"), let key = row.integerIfAny("key")
      else { return }
      found[conversation, default: []].append(key)
    }
  }
}
