import Conversation
import Support
import Testing

@testable import Archive

@Suite struct ListTests {
  private let directory = TemporaryDirectory()

  @Test func pagesThroughAllInOrder() throws {
    let archive = Archive(path: directory.path + "/weir.sqlite")
    var random = SeededGenerator(seed: 3)
    for _ in 0..<23 {
      var conversation = StoredConversation.random(using: &random, messages: 3)
      conversation.record.created.milliseconds %= 5
      try archive.saveNow([conversation.changes])
    }
    var filter = ConversationFilter()
    filter.showsArchived = true
    let all = try archive.now(.list(filter, limit: 100))
    let order = all.sorted {
      ($0.record.isPinned ? 1 : 0, $0.updated.milliseconds, $0.number)
        > ($1.record.isPinned ? 1 : 0, $1.updated.milliseconds, $1.number)
    }
    #expect(all.count == 23)
    #expect(all == order)
    var paged: [ConversationSummary] = []
    while paged.count < 23 {
      let page = try archive.now(.list(filter, after: paged.last, limit: 4))
      try #require(!page.isEmpty)
      paged += page
    }
    #expect(paged == all)
  }

  @Test func tellsOfAConversationOnALine() throws {
    let archive = Archive(path: directory.path + "/weir.sqlite")
    let conversation = StoredConversation.plain(
      "Sailing",
      ["how do I\n sail?", "With *wind*.\nYes."]
    )
    try archive.saveNow([conversation.changes])
    var record = conversation.record
    record.title = "Sailing"
    let line = ConversationSummary(
      number: 1,
      record: record,
      updated: record.created,
      messageCount: 2,
      preset: "fast",
      preview: "With *wind*. Yes."
    )
    #expect(try archive.now(.list(limit: 5)) == [line])
  }

  @Test(
    "shows what holds every word, in any case",
    arguments: zip(["SAIL wind", "fast", "boats", "sail storm", ""], [1, 2, 1, 0, 2])
  )
  func filtersByText(text: String, count: Int) throws {
    let archive = Archive(path: directory.path + "/weir.sqlite")
    var sailing = StoredConversation.plain("Sailing", ["q", "with wind"])
    sailing.record.tags = ["Boats"]
    let storm = StoredConversation.plain("Storms", ["q", "cold"])
    try archive.saveNow([sailing.changes, storm.changes])
    var filter = ConversationFilter()
    filter.text = text
    #expect(try archive.now(.list(filter, limit: 5)).count == count)
  }

  @Test func countsNothingBelowWhatIsPruned() throws {
    let archive = Archive(path: directory.path + "/weir.sqlite")
    let conversation = StoredConversation.plain("T", ["a", "b", "c", "d"])
    try archive.saveNow([conversation.changes])
    var changes = ConversationChanges(
      id: conversation.record.id,
      moment: conversation.record.created
    )
    let second = conversation.messages[1]
    changes.messages = [.placed(second.key, parent: second.parent, isPruned: true)]
    try archive.saveNow([changes])
    #expect(try archive.now(.list(limit: 5)).map(\.messageCount) == [1])
    #expect(try archive.now(.list(limit: 5)).map(\.preview) == ["a"])
    changes.messages = [.placed(second.key, parent: second.parent, isPruned: false)]
    try archive.saveNow([changes])
    #expect(try archive.now(.list(limit: 5)).map(\.messageCount) == [4])
  }
}
