import Conversation
import GRDB

/// How much an archive holds; a count is `nil` where the file is damaged.
package struct ArchiveStatistics: Sendable, Hashable {
  /// The replies by one preset.
  package struct OfPreset: Sendable, Hashable {
    package var name: String
    package var replies: Int
    package var promptTokens: Int
    package var completionTokens: Int
  }

  package var conversations: Int? = 0
  package var archivedConversations: Int? = 0
  /// Without pruned ones.
  package var messages: Int? = 0
  package var prunedMessages: Int? = 0
  package var attachments: Int? = 0
  package var recordings: Int? = 0
  /// Recordings of which no bytes are kept, or not any more.
  package var droppedRecordings: Int? = 0
  /// The bytes of recordings, compressed.
  package var rawBytes: Int? = 0
  /// Of the database, without its log.
  package var sizeInBytes = 0
  /// Of the conversations whose time is known.
  package var oldest: WallTime?
  package var newest: WallTime?
  /// The most used first.
  package var presets: [OfPreset] = []
  /// Whether some of it could not be counted, since the file is damaged there.
  package var isDamaged = false

  package init() {}
}

extension ArchiveRequest<ArchiveStatistics> {
  /// Counts everything; reads the whole of some indexes.
  package static var statistics: Self {
    .reading { turn in
      var statistics = ArchiveStatistics()
      let db = turn.db
      func count(_ rows: String) throws -> Int? {
        try statistics.asFarAsReadable { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(rows)") }
      }
      statistics.conversations = try count("conversation")
      statistics.archivedConversations = try count("conversation WHERE archived")
      statistics.messages = try count("message WHERE hidden = 0")
      statistics.prunedMessages = try count("message WHERE hidden = 1")
      statistics.attachments = try count("attachment")
      if try db.hasRecordings() {
        statistics.recordings = try count("recording")
        statistics.droppedRecordings = try count("recording WHERE size = 0")
        statistics.rawBytes = try statistics.asFarAsReadable {
          try Int.fetchOne(db, sql: "SELECT coalesce(sum(size), 0) FROM recording WHERE size > 0")
        }
      }
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      statistics.sizeInBytes = pages * (try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
      let ends = try statistics.asFarAsReadable {
        try Row.fetchOne(
          db,
          sql: """
            SELECT min(CASE WHEN created <> 0 THEN created END) AS oldest,
              max(CASE WHEN updated <> 0 THEN updated END) AS newest FROM conversation
            """
        )
      }
      statistics.oldest = ends?.integerIfAny("oldest").map { WallTime(milliseconds: $0) }
      statistics.newest = ends?.integerIfAny("newest").map { WallTime(milliseconds: $0) }
      statistics.presets = try statistics.asFarAsReadable { try presets(db) } ?? []
      return statistics
    }
  }

  private static func presets(_ db: Database) throws -> [ArchiveStatistics.OfPreset] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT preset, count(*) AS replies, coalesce(sum(prompt_tokens), 0) AS prompt,
          coalesce(sum(completion_tokens), 0) AS completion
        FROM message WHERE preset IS NOT NULL GROUP BY preset ORDER BY replies DESC, preset
        """
    )
    .map { row in
      ArchiveStatistics.OfPreset(
        name: row.text("preset"),
        replies: row.count("replies"),
        promptTokens: row.count("prompt"),
        completionTokens: row.count("completion")
      )
    }
  }
}

extension ArchiveStatistics {
  /// What a query gives; `nil` where the file is damaged in its way, which is noted.
  fileprivate mutating func asFarAsReadable<Value>(_ body: () throws -> Value?) throws -> Value? {
    do {
      return try body()
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_IOERR].contains(error.resultCode)
    {
      isDamaged = true
      return nil
    }
  }
}
