import Glibc
import Testing

@testable import Settings

@Suite struct StateStoreTests {
  private let directory: TemporaryDirectory
  private let store: StateStore

  init() throws {
    directory = try TemporaryDirectory()
    store = StateStore(directory: directory.path + "/state/weir", historyLimit: 5)
  }

  private func write(_ text: String, to name: String) throws {
    try File.makeDirectory(store.directory)
    try File.replace("\(store.directory)/\(name)", with: text)
  }

  @Test func nothingIsThereAtFirst() throws {
    #expect(try store.loadDraft() == "")
    #expect(try store.loadHistory() == [])
    #expect(try store.loadMemory() == SidebarMemory())
  }

  @Test(arguments: ["one line", "two\nlines\r\n", "漢 👩‍👩‍👧 \u{1B}[2J \u{0} \u{202E}", "\n"])
  func keepsADraftAsItIs(_ text: String) throws {
    try store.saveDraft(text)
    #expect(try store.loadDraft() == text)
  }

  @Test func anEmptyDraftLeavesNoFile() throws {
    try store.saveDraft("x")
    try store.saveDraft("")
    try store.saveDraft("")
    #expect(directory.mode(of: "state/weir/draft") == 0)
  }

  @Test func onlyTheOwnerCanRead() throws {
    try store.saveDraft("x")
    try store.appendHistory("x")
    try store.saveMemory(SidebarMemory(preset: "a"))
    #expect(
      ["state", "state/weir", "state/weir/draft", "state/weir/history.jsonl"]
        .map(directory.mode) == [0o700, 0o700, 0o600, 0o600]
    )
    #expect(directory.mode(of: "state/weir/sidebar.toml") == 0o600)
  }

  @Test func keepsPromptsOfSeveralLines() throws {
    let prompts = ["a\nb", "\"quoted\" \\ back", "tab\t\u{1B}[31m\u{7F}", "漢\u{2028}字"]
    for prompt in prompts { try store.appendHistory(prompt) }
    #expect(try store.loadHistory() == prompts)
  }

  @Test func neighboursThatAreAlikeStandOnce() throws {
    for prompt in ["a", "a", "b", "a", ""] { try store.appendHistory(prompt) }
    #expect(try store.loadHistory() == ["a", "b", "a"])
  }

  @Test func keepsTheNewestOnly() throws {
    for number in 1...11 { try store.appendHistory("\(number)") }
    #expect(try store.loadHistory() == ["7", "8", "9", "10", "11"])
    let text = try File.read(store.directory + "/history.jsonl")
    #expect(text == "\"7\"\n\"8\"\n\"9\"\n\"10\"\n\"11\"\n")
  }

  @Test func passesOverWhatItCannotRead() throws {
    try write("\"a\"\nnot json\n{\"b\":1}\n\n\"open\n\"c\"\n\"cut off", to: "history.jsonl")
    try store.appendHistory("d")
    #expect(try store.loadHistory() == ["a", "c", "d"])
    #expect(try File.read(store.directory + "/history.jsonl").contains("not json\n{\"b\":1}"))
  }

  @Test func aPromptOfMegabytesIsNotKept() throws {
    try store.appendHistory(String(repeating: "x", count: 100_001))
    #expect(try store.loadHistory() == [])
  }

  @Test func twoWritersLoseNoPrompt() async throws {
    let store = StateStore(directory: store.directory, historyLimit: 1_000)
    try store.appendHistory("first")
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<50 { try? store.appendHistory("\(writer) \(number)") }
        }
      }
    }
    let prompts = try store.loadHistory()
    let all = (0..<4).flatMap { writer in (0..<50).map { "\(writer) \($0)" } }
    #expect(Set(prompts) == Set(all + ["first"]))
    #expect(prompts.count == 201)
  }

  @Test func remembersTheSidebar() throws {
    let memory = SidebarMemory(preset: "a \"b\"\n", theme: "dark", isSidebarHidden: true)
    try store.saveMemory(memory)
    #expect(try store.loadMemory() == memory)
  }

  @Test(arguments: ["preset = ", "preset = 5\ntheme = [1]", "\u{0}", "[[[[", "sidebar_hidden = 1"])
  func aBrokenMemoryIsNone(_ text: String) throws {
    try write(text, to: "sidebar.toml")
    #expect(try store.loadMemory() == SidebarMemory())
  }

  @Test func aFailureIsAnError() throws {
    try File.replace(directory.path + "/file", with: "")
    let store = StateStore(directory: directory.path + "/file/weir")
    #expect(
      throws: StateError(path: store.directory + "/draft", reason: "Not a directory")
    ) { try store.saveDraft("x") }
  }

  @Test(arguments: [
    ("\"a\"", "a"), (" \"a\"\r", "a"), ("\"\\u00e9\\ud83d\\ude00\"", "é😀"),
    ("\"\\ud83d\"", "\u{FFFD}"), ("\"\\ud83dx\"", "\u{FFFD}x"), ("\"\\/\\b\\f\"", "/\u{8}\u{C}"),
    ("\"", nil), ("\"a\" b", nil), ("\"a", nil), ("\"\\x\"", nil), ("\"\\u12\"", nil), ("5", nil),
    ("", nil), ("\"a\"\"b\"", nil),
  ])
  func readsAJSONString(_ text: String, _ value: String?) {
    #expect(JSONString.read(Array(text.utf8)) == value)
  }
}
