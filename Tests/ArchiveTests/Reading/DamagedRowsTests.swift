import Conversation
import GRDB
import Support
import Testing

@testable import Archive

/// Rows of other programs and damaged ones are read as far as they can be, and never end the program.
@Suite struct DamagedRowsTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/weir.sqlite" }

  /// Columns that say where a row belongs, without which it is not found.
  private static let places: Set = ["key", "number", "id", "conversation", "message", "revision"]

  private static let values = ["'x'", "x'FF00'", "1e300", "-9223372036854775808", "NULL"]

  @Test(
    "reads on whatever stands in a column",
    arguments: ["conversation", "tag", "message", "attachment", "piece"]
  )
  func readsOn(table: String) throws {
    var conversation = StoredConversation.plain("T", ["question", "answer"])
    conversation.record.tags = ["a"]
    conversation.messages[0].attachments = [
      AttachedFile(name: "f", sizeInBytes: 1, content: .text("t"))
    ]
    let archive = Archive(path: path)
    try archive.saveNow([conversation.changes])
    var growth = ReplyGrowth()
    growth.content = " more"
    var changes = ConversationChanges(id: conversation.record.id, moment: WallTime(milliseconds: 9))
    changes.messages = [.grew(conversation.messages[1].key, growth)]
    try archive.saveNow([changes])

    archive.close()

    let queue = try DatabaseQueue(path: path)
    let names = try queue.read { db in
      try db.columns(in: table).map(\.name).filter { !Self.places.contains($0) }
    }
    for name in names {
      for value in Self.values {
        try queue.inTransaction { db in
          try db.execute(sql: "UPDATE OR IGNORE \(table) SET \(name) = \(value)")
          var reader = ConversationReader(db)
          let read = try reader.read(where: "number = ?", [1])
          #expect(read?.record.id == conversation.record.id, "\(name) \(value)")
          let summaries = SummaryReader(filter: ConversationFilter(), last: nil, limit: 5)
          _ = try summaries.read(db)
          return .rollback
        }
      }
    }
  }
}
