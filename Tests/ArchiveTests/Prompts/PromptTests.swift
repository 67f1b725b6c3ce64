import Conversation
import Support
import Testing

@testable import Archive

@Suite struct PromptTests {
  private let directory = TemporaryDirectory()

  @Test func givesWhatWasSaidOnceTheNewestFirst() throws {
    let archive = Archive(path: directory.path + "/weir.sqlite")
    let first = StoredConversation.plain(
      "T",
      ["one", "x", "two", "y", "one"],
      at: WallTime(milliseconds: 10)
    )
    let second = StoredConversation.plain("U", ["TWO more"], at: WallTime(milliseconds: 900))
    try archive.saveNow([second.changes, first.changes])
    #expect(try archive.now(.prompts(limit: 9)) == ["TWO more", "one", "two"])
    #expect(try archive.now(.prompts(holding: "two", limit: 9)) == ["TWO more", "two"])
    #expect(try archive.now(.prompts(limit: 1)) == ["TWO more"])
  }

  @Test func keepsPromptsByName() throws {
    let archive = Archive(path: directory.path + "/weir.sqlite")
    let time = WallTime(milliseconds: 1)
    try archive.now(.keep(SavedPrompt(name: "b", text: "old", updated: time)))
    try archive.now(.keep(SavedPrompt(name: "b", text: "{x}\u{0}", updated: time)))
    try archive.now(.keep(SavedPrompt(name: "a", text: "t", updated: time)))
    #expect(try archive.now(.savedPrompts).map(\.text) == ["t", "{x}\u{0}"])
    try archive.now(.forgetPrompt(named: "a"))
    #expect(try archive.now(.savedPrompts).map(\.name) == ["b"])
  }
}
