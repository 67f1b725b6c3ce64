import Conversation
import FoundationEssentials
import GRDB
import Recording

/// A recording as a row of `recording`.
enum RecordingRow {
  /// The first form of the file that has recordings.
  static let firstVersion = 4

  /// Keeps what went over the wire for a message, in the place of what was kept of it.
  static func write(_ log: WireLog, of message: MessageKey, in turn: WriteTurn) throws {
    let recording =
      turn.mostRawBytes > 0 ? CompactRecording(log) : CompactRecording(outlineOf: log)
    var columns = Columns()
    columns["message"] = message.rawValue
    columns["outline"] = Data(recording.outline)
    columns["raw"] = recording.raw.map { Data($0) }
    columns["size"] = recording.raw?.count ?? 0
    try columns.upsert(into: "recording", key: "message", in: turn)
  }

  static func recording(of row: Row) -> CompactRecording {
    let raw: DatabaseValue = row["raw"]
    return CompactRecording(
      outline: row.bytes("outline"),
      raw: raw.isNull ? nil : row.bytes("raw")
    )
  }

  /// Drops the oldest bytes until no more are kept than are wanted; what is said of them stays.
  static func dropOldestBytes(in turn: WriteTurn) throws {
    let size = try Int.fetchOne(
      turn.db.cachedStatement(sql: "SELECT sum(size) FROM recording WHERE size > 0")
    )
    var excess = (size ?? 0) - turn.mostRawBytes
    guard excess > 0 else { return }
    let rows = try Row.fetchCursor(
      turn.db,
      sql: "SELECT number, size FROM recording WHERE size > 0 ORDER BY number"
    )
    var last: Int64 = 0
    while excess > 0, let row = try rows.next() {
      excess -= row.count("size")
      last = row.integerIfAny("number") ?? last
    }
    try turn.run(
      "UPDATE recording SET raw = NULL, size = 0 WHERE size > 0 AND number <= ?",
      [last]
    )
  }
}

extension Database {
  /// Whether the file is of a form with recordings; one that nothing was written into yet may be older.
  func hasRecordings() throws -> Bool {
    try Int.fetchOne(self, sql: "PRAGMA user_version") ?? 0 >= RecordingRow.firstVersion
  }
}
