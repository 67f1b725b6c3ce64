import Conversation
import GRDB

/// How much an archive holds.
package struct ArchiveStatistics: Sendable, Hashable {
  /// The replies by one preset.
  package struct OfPreset: Sendable, Hashable {
    package var name: String
    package var replies: Int
    package var promptTokens: Int
    package var completionTokens: Int
  }

  package var conversations = 0
  package var archivedConversations = 0
  /// Without pruned ones.
  package var messages = 0
  package var prunedMessages = 0
  package var attachments = 0
  /// Of the database, without its log.
  package var sizeInBytes = 0
  package var oldest: WallTime?
  package var newest: WallTime?
  /// The most used first.
  package var presets: [OfPreset] = []
}

extension ArchiveRequest<ArchiveStatistics> {
  /// Counts everything; reads the whole of some indexes.
  package static var statistics: Self {
    .reading { turn in
      var statistics = ArchiveStatistics()
      func count(_ sql: String) throws -> Int { try Int.fetchOne(turn.db, sql: sql) ?? 0 }
      statistics.conversations = try count("SELECT count(*) FROM conversation")
      statistics.archivedConversations = try count(
        "SELECT count(*) FROM conversation WHERE archived"
      )
      statistics.messages = try count("SELECT count(*) FROM message WHERE hidden = 0")
      statistics.prunedMessages = try count("SELECT count(*) FROM message WHERE hidden = 1")
      statistics.attachments = try count("SELECT count(*) FROM attachment")
      statistics.sizeInBytes = try count("PRAGMA page_count") * count("PRAGMA page_size")
      let ends = try Row.fetchOne(
        turn.db,
        sql: "SELECT min(created) AS oldest, max(updated) AS newest FROM conversation"
      )
      if let ends, statistics.conversations > 0 {
        statistics.oldest = ends.time("oldest")
        statistics.newest = ends.time("newest")
      }
      statistics.presets = try presets(turn.db)
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
