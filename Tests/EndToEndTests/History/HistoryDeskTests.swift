import Conversation
import Settings
import Testing

@testable import Workbench
@testable import weir

/// The archive at work beside the main loop.
@Suite @MainActor struct HistoryDeskTests {
  private static func desk(_ home: Home) -> (desk: HistoryDesk, mailbox: Mailbox) {
    let mailbox = Mailbox(wake: WakeDescriptor())
    let paths = SettingsPaths(environment: home.environment)
    return (HistoryDesk(paths: paths, mailbox: mailbox), mailbox)
  }

  private static func talk() -> ConversationChanges {
    var random = SystemRandomNumberGenerator()
    let record = ConversationRecord(id: ConversationID(using: &random), created: .now())
    var tree = MessageTree(seed: 1)
    tree.addUserMessage("hello", under: nil, at: .now())
    var changes = ConversationChanges(id: record.id, moment: .now())
    changes.record = record
    changes.messages = tree.takeChanges()
    return changes
  }

  @Test func nothingIsDueOnceEverythingIsSavedAndAnswered() throws {
    let (desk, mailbox) = Self.desk(try Home())
    desk.save([Self.talk()])
    desk.ask(.list(ConversationListPage(ConversationFilter(), limit: 5), query: QueryNumber(1)))
    desk.waitForAnswers()
    #expect(mailbox.take().count == 2)
    let now = MonotonicTime.now()
    desk.retry(hasTrouble: false, at: now)
    let isDue = desk.isSavingDue(.none, at: now)
    #expect(!isDue && desk.savingDeadline == nil)
    // What this weir wrote is noted once, and brings no further look.
    desk.lookElsewhere()
    desk.waitForAnswers()
    #expect(mailbox.take().isEmpty)
    #expect(desk.shutdown() == nil)
  }

  @Test func whatWasDeletedElsewhereIsAskedForWhole() throws {
    let home = try Home()
    let (desk, mailbox) = Self.desk(home)
    let talk = Self.talk()
    desk.save([talk])
    let (other, _) = Self.desk(home)
    desk.waitForAnswers()
    other.ask(.delete(talk.id))
    other.waitForAnswers()
    #expect(other.shutdown() == nil)
    _ = mailbox.take()
    desk.save([talk])
    desk.waitForAnswers()
    let unknown = mailbox.take().compactMap { action -> Set<ConversationID>? in
      if case .history(.unknown(let ids)) = action { ids } else { nil }
    }
    #expect(unknown == [[talk.id]])
    #expect(desk.shutdown() == nil)
  }
}
