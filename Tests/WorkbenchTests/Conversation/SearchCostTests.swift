import Conversation
import Support
import Testing

@testable import Workbench

/// What a search costs in a long lane.
@Suite struct SearchCostTests {
  private static func search(
    _ query: String,
    in talk: LongTalk
  ) -> (search: ConversationSearch, lane: LaneText) {
    var lane = LaneText()
    lane.update(tip: talk.tip, tree: talk.tree, options: LaneText.Options(width: 76)) { _ in [] }
    let id = Lane.ID(rawValue: 0)
    let preset = WorkbenchHarness.presets[0]
    var search = ConversationSearch(in: Lane(id: id, preset: preset, tip: talk.tip))
    type(query, in: &search, lane, talk)
    return (search, lane)
  }

  private static func type(
    _ text: String,
    in search: inout ConversationSearch,
    _ lane: LaneText,
    _ talk: LongTalk
  ) {
    search.editor.insert(text)
    update(&search, lane, talk)
  }

  private static func update(
    _ search: inout ConversationSearch,
    _ lane: LaneText,
    _ talk: LongTalk
  ) {
    search.update(path: lane.path, tree: talk.tree, laidOut: lane, scope: .init())
  }

  @Test func readsOnlyMessagesThatMayShowIt() {
    let talk = LongTalk(turns: 1_000) {
      $0 % 500 == 7 ? "so **to** [say](http://e.x/)" : "**nothing** to *say*, so `far`"
    }
    let (search, _) = Self.search("so to say", in: talk)
    #expect(search.hits.count == 2)
    #expect(search.shown.reads <= 2)
    #expect(search.count == "2")
  }

  @Test func readsNothingForWhatMarkupDoesNotPart() {
    let talk = LongTalk(turns: 1_000) { "**Answer** \($0) with *words*" }
    let (search, _) = Self.search("word", in: talk)
    #expect(search.hits.count == 1_000)
    #expect(search.shown.reads == 0)
  }

  @Test func readsASliceAtATimeAndEachMessageOnce() {
    let answer = String(repeating: "**Costs** $x^2$ and more. ", count: 20)
    let talk = LongTalk(turns: 1_000) { _ in answer }
    var (search, lane) = Self.search("costs x\u{B2}", in: talk)
    #expect(search.isUnfinished)
    #expect(search.count.hasSuffix("\u{2026}"))
    var slices = 0
    while search.isUnfinished, slices < 1_000 {
      let before = search.shown.reads
      search.goOn(in: talk.tree, laidOut: lane)
      #expect(search.shown.reads - before <= ShownSearch.bytesAtOnce / answer.utf8.count + 1)
      slices += 1
    }
    #expect(search.hits.count == 20_000)
    #expect(zip(search.hits, search.hits.dropFirst()).allSatisfy { $0.order < $1.order })
    let reads = search.shown.reads
    Self.type(" and", in: &search, lane, talk)
    while search.isUnfinished { search.goOn(in: talk.tree, laidOut: lane) }
    #expect(search.hits.count == 20_000)
    #expect(search.shown.reads == reads)
  }

  @Test func aNewTurnIsAllThatIsLookedThrough() {
    let short = LongTalk(turns: 100) { _ in "**so** it is" }
    let long = LongTalk(turns: 101) { _ in "**so** it is" }
    var (search, lane) = Self.search("so it", in: short)
    let reads = search.shown.reads
    lane.update(tip: long.tip, tree: long.tree, options: LaneText.Options(width: 76)) { _ in [] }
    Self.update(&search, lane, long)
    #expect(search.hits.count == 101)
    #expect(search.shown.reads <= reads + 1)
  }
}
