import Conversation
import GRDB

extension ArchiveRequest<Bool> {
  /// Changes one thing about a conversation; `false` when there is no such conversation.
  package static func edit(_ id: ConversationID, _ edit: RecordChange) -> Self {
    var request = writing { turn in
      guard let number = try RecordRow.number(of: id, in: turn.db) else { return false }
      try turn.run(
        "UPDATE conversation SET revision = ? WHERE number = ?",
        [turn.revision, number]
      )
      func set(_ column: String, _ value: any DatabaseValueConvertible) throws {
        try turn.run("UPDATE conversation SET \(column) = ? WHERE number = ?", [value, number])
      }
      switch edit {
      case .title(let title):
        try set("title", title.column)
        try set("title_source", ConversationRecord.TitleSource.user.rawValue)
      case .tags(let tags): try RecordRow.writeTags(tags, of: number, in: turn)
      case .pinned(let isPinned): try set("pinned", isPinned)
      case .archived(let isArchived): try set("archived", isArchived)
      }
      return true
    }
    request.edited = id
    return request
  }
}

extension ArchiveRequest<Int> {
  /// Removes conversations with everything in them, for good; gives how many there were.
  package static func remove(_ ids: [ConversationID]) -> Self {
    var request = erasing { turn in
      var count = 0
      for id in ids where try RecordRow.number(of: id, in: turn.db) != nil {
        try turn.run("DELETE FROM conversation WHERE id = ?", [id.text])
        try turn.run(
          "INSERT OR REPLACE INTO removed (id, revision) VALUES (?, ?)",
          [id.text, turn.revision]
        )
        count += 1
      }
      return count
    }
    request.removed = Set(ids)
    return request
  }

  /// Removes for good what was pruned, of one conversation or of all; gives how many messages that were.
  package static func removePruned(of id: ConversationID? = nil) -> Self {
    .erasing { turn in
      let filter =
        id == nil ? "" : "AND conversation = (SELECT number FROM conversation WHERE id = ?)"
      let arguments = id.map { [$0.text] } ?? []
      try turn.run(
        """
        UPDATE conversation SET revision = \(turn.revision)
        WHERE number IN (SELECT conversation FROM message WHERE hidden \(filter))
        """,
        arguments
      )
      try turn.run("DELETE FROM message WHERE hidden \(filter)", arguments)
      return turn.db.changesCount
    }
  }
}

extension ArchiveRequest<BackupFile.Soundness> {
  /// Copies the archive, as it is at this moment, into a file that must not be there yet; tells whether what was copied
  /// is sound.
  package static func backup(to path: String) -> Self {
    .reading { turn in try BackupFile(path: path).write(turn.db) }
  }
}
