import Testing

@testable import Workbench

@Suite struct SlashLineTests {
  @Test(
    "tells a command from a message",
    arguments: [
      ("hi", SlashLine.message("hi")), (" /new", .message(" /new")), ("//new", .message("/new")),
      ("///", .message("//")), ("/etc/hosts is", .message("/etc/hosts is")), ("", .message("")),
      ("/", .command(word: "", argument: "")), ("/new", .command(word: "new", argument: "")),
      ("/set  top_p 1 ", .command(word: "set", argument: "top_p 1")),
      ("/system be\n\nbrief/", .command(word: "system", argument: "be\n\nbrief/")),
    ]
  )
  func tells(text: String, line: SlashLine) {
    #expect(SlashLine(text) == line)
  }

  @Test("a message is typed so that it stays one", arguments: ["/new", "//", "/", "a", "/a/b", ""])
  func types(message: String) {
    #expect(SlashLine(SlashLine.typed(message)) == .message(message))
  }

  @Test(
    "reads assignments",
    arguments: [
      ("temperature 0.7", ["temperature", "0.7"]), ("temperature=0.7", ["temperature", "0.7"]),
      ("stop = a b", ["stop", "a b"]), ("stop=", ["stop", ""]), ("stop", nil), ("=1", nil),
      ("", nil),
    ]
  )
  func assigns(text: String, parts: [String]?) {
    #expect(SlashLine.assignment(text).map { [$0.key, $0.value] } == parts)
  }

  @Test(
    "finds the command that is meant",
    arguments: [
      ("new", SlashWord.slash(.new)), ("ne", .ambiguous([.new, .next])), ("th", .slash(.theme)),
      ("reply.regenerate", .command(.regenerate)), ("themes", .command(.themes)),
      ("preset", .slash(.preset)), ("hlep", .unknown(nearest: "help")),
      ("", .unknown(nearest: nil)),
      ("list.down", .unknown(nearest: nil)),
    ]
  )
  func finds(word: String, found: SlashWord) {
    #expect(SlashWord(word, among: SlashCommand.allCases, ids: SlashWord.ids) == found)
  }

  @Test func everyCommandSaysWhatItDoes() {
    #expect(SlashCommand.allCases.allSatisfy { !$0.title.isEmpty && $0.usage.hasPrefix("/") })
  }
}
