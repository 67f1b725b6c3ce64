import Conversation
import Support
import Testing

@testable import Workbench

@Suite struct SavingTests {
  /// What an archive holds that carries out all changes in order.
  private struct Shelf {
    var record: ConversationRecord?
    var messages: [StoredMessage] = []
    var view: String?

    mutating func take(_ changes: [ConversationChanges]) {
      for change in changes {
        record = change.record ?? record
        view = change.view ?? view
        for message in change.messages { take(message) }
      }
    }

    private mutating func take(_ change: MessageChange) {
      switch change {
      case .added(let message): messages.append(message)
      case .rewritten(let message):
        messages = messages.map { $0.key == message.key ? message : $0 }
      case .grew(let key, let growth):
        for index in messages.indices where messages[index].key == key {
          messages[index].content += growth.content
          messages[index].reply?.reasoning += growth.reasoning
          messages[index].reply?.marks += growth.marks
          messages[index].reply?.sent = growth.sent
        }
      case .recorded: break
      case .placed(let key, let parent, let isPruned):
        for index in messages.indices where messages[index].key == key {
          messages[index].parent = parent
          messages[index].isPruned = isPruned
        }
      }
    }

    func stored() throws -> StoredConversation {
      var stored = StoredConversation(record: try #require(record), messages: messages)
      stored.view = view
      return stored
    }
  }

  @Test func nothingIsSavedBeforeAnythingWasSaid() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.type("a draft")
    #expect(harness.state.savingNeed == .none)
    #expect(harness.takeUnsaved() == [])
  }

  @Test func whatStreamsIsGivenPieceByPiece() throws {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    var shelf = Shelf()
    harness.say("Count")
    #expect(harness.state.savingNeed == .now)
    shelf.take(harness.takeUnsaved())
    #expect(shelf.record?.title == "Count")
    #expect(shelf.messages.map(\.content) == ["Count", ""])
    #expect(harness.state.savingNeed == .none)
    harness.receive("one ")
    #expect(harness.state.savingNeed == .soon)
    shelf.take(harness.takeUnsaved())
    harness.receive("two")
    let pieces = harness.takeUnsaved()
    #expect(pieces.flatMap(\.messages).map(\.grownContent) == ["two"])
    shelf.take(pieces)
    #expect(shelf.messages.map(\.content) == ["Count", "one two"])
    #expect(shelf.messages[1].reply?.marks.map(\.lengthInBytes) == [4, 3])
    #expect(shelf.messages[1].reply?.sent != nil)
    harness.end()
    #expect(harness.state.savingNeed == .now)
    shelf.take(harness.takeUnsaved())
    #expect(shelf.messages == harness.state.tree.storedMessages)
  }

  @Test func aConversationOpensAsItWasLeft() throws {
    var harness = WorkbenchHarness(rows: 14, columns: 60)
    harness.say("Count")
    harness.receive((1...40).map { "line \($0)\n\n" }.joined())
    harness.end()
    harness.say("More")
    harness.receive("half an ans")
    harness.wait(milliseconds: 400)
    harness.press("Esc Esc g ^D ^D i")
    harness.type("a draft")
    let before = harness.screen()
    var shelf = Shelf()
    shelf.take(harness.takeUnsaved(isLeaving: true))

    var other = WorkbenchHarness(rows: 14, columns: 60) { $0.opening = .newest }
    other.apply(.history(.opened(try shelf.stored(), for: .newest)))
    #expect(other.screen().rowsBelowBar == before.rowsBelowBar)
    #expect(other.state.prompt.editor.text == "a draft")
    #expect(other.state.savingNeed == .none)
    other.say("!")
    #expect(
      other.requests.last?.messages.map(\.content).suffix(3) == ["More", "half an ans", "a draft!"]
    )
  }

  @Test func offTheRecordNothingIsGiven() {
    var harness = WorkbenchHarness(rows: 24, columns: 80) { $0.isOffTheRecord = true }
    harness.say("secret")
    harness.receive("answer")
    harness.end()
    #expect(harness.state.savingNeed == .none)
    harness.press("^X n")
    #expect(harness.takeUnsaved(isLeaving: true) == [])
  }

  @Test func whatIsLeftIsStillGiven() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("one")
    harness.receive("eins")
    harness.press("^X n")
    harness.say("two")
    let changes = harness.takeUnsaved()
    #expect(changes.map { $0.record?.title } == ["one", "two"])
    #expect(changes[0].messages.count == 2)
  }

  @Test func troubleIsSaidOnceAndTakenBack() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("one")
    harness.apply(.history(.notSaved(reason: "the disk is full")))
    #expect(harness.screen().contains("not saved: the disk is full"))
    harness.apply(.history(.saved([:])))
    #expect(harness.screen().contains("saving again"))
  }

  @Test func whatWasReadBeforeASaveIsAskedForOnceMore() throws {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("one")
    harness.receive("eins")
    harness.end()
    var shelf = Shelf()
    shelf.take(harness.takeUnsaved())
    let old = try shelf.stored()
    let asked = harness.state.savesTaken
    harness.say("two")
    harness.apply(.history(.changedElsewhere(old, savesTaken: asked)))
    let id = harness.state.keeping.record.id
    #expect(harness.effects.last == .history(.reload(id, since: 0, savesTaken: asked)))
    _ = harness.takeUnsaved()
    harness.apply(.history(.changedElsewhere(old, savesTaken: asked)))
    #expect(harness.effects.last == .history(.reload(id, since: 0, savesTaken: asked + 1)))
  }

  @Test func whoComesBackAsksWhatOthersDid() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("one")
    harness.end()
    let id = harness.state.keeping.record.id
    harness.press("^X n ^X u")
    #expect(harness.effects.last == .history(.reload(id, since: 0, savesTaken: 0)))
  }

  @Test func aDraftOffTheRecordStaysThere() {
    var harness = WorkbenchHarness(rows: 24, columns: 80) { $0.isOffTheRecord = true }
    harness.type("secret")
    harness.press("^X n")
    #expect(harness.state.prompt.editor.text == "")
    harness.press("^X u")
    #expect(harness.state.prompt.editor.text == "secret")
  }

  @Test func aKeptPresetIsNotGoneOnWith() throws {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("one")
    harness.end()
    var shelf = Shelf()
    shelf.take(harness.takeUnsaved(isLeaving: true))
    let endpoint = Endpoint(name: "elsewhere", url: "http://elsewhere/v1")
    let presets = [Preset(name: "other", endpoint: endpoint, model: "m")]
    var next = WorkbenchHarness(rows: 24, columns: 80, presets: presets) { $0.opening = .newest }
    next.apply(.history(.opened(try shelf.stored(), for: .newest)))
    next.say("two")
    #expect(next.requests.last?.preset.name == "other")
  }

  @Test func aTitleIsTheFirstLineThatSaysSomething() {
    let long = String(repeating: "word ", count: 30)
    #expect(
      ConversationRecord.title(from: "\n  ---\n  Why is \t the sky blue?\nmore")
        == "Why is the sky blue?"
    )
    #expect(ConversationRecord.title(from: long).count <= 60)
    #expect(ConversationRecord.title(from: long).hasSuffix("word\u{2026}"))
    #expect(ConversationRecord.title(from: "???") == "???")
    #expect(ConversationRecord.title(from: "") == "")
  }
}

extension MessageChange {
  fileprivate var grownContent: String? {
    if case .grew(_, let growth) = self { return growth.content }
    return nil
  }
}

extension String {
  /// The screen without the status bar, whose figures are not kept.
  fileprivate var rowsBelowBar: [Substring] {
    Array(split(separator: "\n", omittingEmptySubsequences: false).dropFirst())
  }
}
