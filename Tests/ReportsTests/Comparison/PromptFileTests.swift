import Conversation
import Foundation
import Reports
import Testing

@Suite struct PromptFileTests {
  private func prompts(_ text: String) throws -> [ComparisonPrompt] {
    try prompts(Data(text.utf8))
  }

  private func prompts(_ bytes: Data) throws -> [ComparisonPrompt] {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: bytes)
    try pipe.fileHandleForWriting.close()
    var file = PromptFile(descriptor: pipe.fileHandleForReading.fileDescriptor, name: "f")
    var prompts: [ComparisonPrompt] = []
    while let prompt = try file.next() { prompts.append(prompt) }
    return prompts
  }

  @Test func aLineIsAPrompt() throws {
    #expect(
      try prompts("\u{FEFF}a b\r\n\n  \n\tc {\"x\"}\nd")
        == ["a b", "\tc {\"x\"}", "d"].map { ComparisonPrompt($0) }
    )
  }

  @Test func anObjectHasMembers() throws {
    var prompt = ComparisonPrompt("a")
    prompt.id = "7"
    prompt.system = ""
    prompt.reference = "r"
    prompt.expected = ["x", "y"]
    prompt.tags = ["t"]
    let line =
      #" {"prompt":"a","id":7,"system":"","reference":"r","expect":["x","","y"],"tags":"t","z":1}"#
    #expect(try prompts(line + "\n\n{\"prompt\":\"b\"}") == [prompt, ComparisonPrompt("b")])
  }

  @Test(
    "says where and what is wrong",
    arguments: [
      ("", PromptFileError.empty("f")), ("\n \n", .empty("f")),
      ("{\"prompt\":\"a\"}\nb", .noObject("f", line: 2)), ("{\"prompt\":", .noObject("f", line: 1)),
      ("{\"prompt\":\" \"}", .noPrompt("f", line: 1)), ("{}", .noPrompt("f", line: 1)),
      (
        "\n{\"prompt\":\"a\",\"tags\":[1]}",
        .wrongMember("f", line: 2, name: "tags", expected: "a text or a list of texts")
      ),
      (
        "{\"prompt\":\"a\",\"system\":1}",
        .wrongMember("f", line: 1, name: "system", expected: "a text")
      ),
    ]
  )
  func saysWhatIsWrong(text: String, error: PromptFileError) {
    #expect(throws: error) { try prompts(text) }
  }

  @Test func whatIsNotUTF8IsNeverAsked() {
    #expect(throws: PromptFileError.notUTF8("f", line: 2)) {
      try prompts(Data("a\n".utf8) + [0x62, 0xE9, 0x0A])
    }
    #expect(throws: PromptFileError.notUTF8("f", line: 1)) {
      try prompts(Data([0xFF, 0xFE, 0x61, 0]))
    }
  }

  @Test func whatStandsBeforeAMistakeIsGivenFirst() throws {
    let pipe = Pipe()
    var file = PromptFile(descriptor: pipe.fileHandleForReading.fileDescriptor, name: "f")
    #expect(!file.isReady)
    try pipe.fileHandleForWriting.write(contentsOf: Data("{\"prompt\":\"a\"}\n{\"pro".utf8))
    file.readMore()
    #expect(try file.next()?.text == "a")
    #expect(!file.isReady)
    try pipe.fileHandleForWriting.write(contentsOf: Data("mpt\":\"b\"}\nc\n".utf8))
    file.readMore()
    #expect(try file.next()?.text == "b")
    #expect(file.isReady)
    #expect(throws: PromptFileError.noObject("f", line: 3)) { try file.next() }
  }
}
