import Conversation
import Support
import Testing
import Workbench

@Suite struct CompletingTests {
  private static func typing(_ text: String) -> WorkbenchHarness {
    var harness = WorkbenchHarness { $0.themeNames = ["dark", "dark-blue", "light"] }
    harness.type(text)
    return harness
  }

  private static func texts(_ harness: WorkbenchHarness) -> [String] {
    harness.state.prompt.completion.menu?.items.map(\.text) ?? []
  }

  /// The looks for files that were asked for.
  private static func looks(_ harness: WorkbenchHarness) -> [FileQuery] {
    harness.effects.compactMap { effect in
      guard case .listFiles(let query) = effect else { return nil }
      return query
    }
  }

  /// Answers the look for files that was asked for last.
  private static func find(
    _ names: [String],
    in harness: inout WorkbenchHarness,
    problem: String? = nil
  ) {
    guard let query = looks(harness).last else {
      Issue.record("no files were asked for")
      return
    }
    let entries = names.map { name in
      FileListing.Entry(
        name: name.hasSuffix("/") ? String(name.dropLast()) : name,
        isDirectory: name.hasSuffix("/")
      )
    }
    harness.apply(.filesListed(FileListing(query: query, entries: entries, problem: problem)))
  }

  @Test(
    "shows the commands while a word with a slash is typed",
    arguments: [
      ("/pre", ["/presets", "/preset NAME", "/prefill TEXT", "/previous"]), ("/quit", ["/quit"]),
      ("/xyz", []),
      ("/reply.", ["/reply.regenerate"]), ("/theme d", ["dark", "dark-blue"]),
      ("/lanes fast c", ["cloud"]), ("/set top", ["top_p", "top_k"]), ("/theme light", []),
      ("//x", []), ("hi", []), ("@x", []),
    ]
  )
  func shows(text: String, texts: [String]) {
    #expect(Self.texts(Self.typing(text)) == texts)
  }

  @Test(
    "Tab completes as far as there is no choice",
    arguments: [
      ("/q", "/quit"), ("/the", "/theme "), ("/re", "/re"), ("/theme d", "/theme dark"),
      ("/theme L", "/theme light"), ("/set te", "/set temperature "),
      ("/reply.", "/reply.regenerate"),
      ("/preset 3", "/preset 32k"),
    ]
  )
  func completes(text: String, completed: String) {
    var harness = Self.typing(text)
    harness.press("Tab")
    #expect(harness.state.prompt.editor.text == completed)
    #expect(harness.state.focus == .prompt)
  }

  @Test(
    "the menu is walked, and Enter takes",
    arguments: [
      ("Tab Enter", "/presets"), ("Tab Tab Enter", "/preset "),
      ("Tab Down Down Enter", "/prefill "),
      ("Tab Shift-Tab Enter", "/previous"), ("Tab Up Up Enter", "/prefill "),
      ("Tab Tab Tab Tab Tab Enter", "/presets"), ("Tab v Enter", "/previous"), ("Tab Esc", "/pre"),
      ("Tab ^C", "/pre"), ("Tab PgDn Enter", "/previous"),
    ]
  )
  func walks(keys: String, text: String) {
    var harness = Self.typing("/pre")
    harness.press(keys)
    #expect(harness.state.prompt.editor.text == text)
    #expect(harness.state.prompt.completion.menu?.isActive != true)
    #expect(harness.effects == [])
  }

  @Test func typingNarrowsAndErasingWidens() {
    var harness = Self.typing("/pre")
    harness.press("Tab")
    harness.type("s")
    #expect(Self.texts(harness) == ["/presets", "/preset NAME"])
    harness.press("Backspace")
    #expect(Self.texts(harness).count == 4)
    #expect(harness.state.prompt.completion.menu?.isActive == true)
    harness.type("x")
    #expect(Self.texts(harness) == [])
  }

  @Test func escapeClosesTheListUntilAnotherWord() {
    var harness = Self.typing("/pre")
    harness.press("Esc")
    #expect(Self.texts(harness) == [])
    harness.type("s")
    #expect(Self.texts(harness) == [])
    harness.press("^U")
    harness.type("/n")
    #expect(Self.texts(harness) == ["/new", "/note TEXT", "/next"])
    #expect(harness.state.focus == .prompt)
  }

  @Test func enterRunsWhatIsTypedWhileTheListOnlyShows() {
    var harness = Self.typing("/quit")
    harness.press("Enter")
    #expect(harness.effects.last == .quit)
  }

  @Test func arrowsGoThroughTheHistoryWhileTheListOnlyShows() {
    var harness = WorkbenchHarness { $0.history = ["older"] }
    harness.type("/p")
    harness.press("Up")
    #expect(harness.state.prompt.editor.text == "older")
  }

  @Test(
    "Tab goes to the next pane where there is nothing to complete",
    arguments: ["", "hi", "hi ", "/system be"]
  )
  func changesPane(text: String) {
    var harness = Self.typing(text)
    harness.press("Tab")
    #expect(harness.state.focus == .conversation)
  }

  @Test func saysThatNothingBeginsSo() {
    var harness = Self.typing("/theme x")
    harness.press("Tab")
    #expect(harness.state.status?.text == "no themes begin with \"x\"")
    #expect(harness.state.focus == .prompt)
  }

  @Test(
    "asks for the files of the directory that is typed",
    arguments: [
      ("@", "", ""), ("see @no", "", "no"), ("@src/ma", "src/", "ma"), ("@~/n", "~/", "n"),
      ("@\"my dir/a b", "my dir/", "a b"), ("/etc/ho", "/etc/", "ho"), ("@/", "/", ""),
    ]
  )
  func asks(text: String, directory: String, prefix: String) {
    var harness = Self.typing(text)
    harness.press("Tab")
    #expect(Self.looks(harness) == [FileQuery(directory: directory, prefix: prefix)])
  }

  @Test(
    "completes files",
    arguments: [
      ("@no", ["notes.md"], "@notes.md "), ("@s", ["src/"], "@src/"),
      ("@my", ["my notes.md"], "@\"my notes.md\" "),
      ("@my", ["my dir/"], "@\"my dir/"), ("@\"m", ["main.c"], "@\"main.c\" "),
      ("@n", ["na1", "na2"], "@na"),
      ("@my", ["my a", "my b"], "@\"my "), ("see /et", ["etc/"], "see /etc/"), ("@x", [], "@x"),
    ]
  )
  func completesFiles(text: String, names: [String], completed: String) {
    var harness = Self.typing(text)
    harness.press("Tab")
    Self.find(names, in: &harness)
    #expect(harness.state.prompt.editor.text == completed)
  }

  @Test func theClosingMarkIsNotDoubled() {
    var harness = Self.typing("@\"my no\" and")
    for _ in 0..<5 { harness.press("Left") }
    harness.press("Tab")
    Self.find(["my notes.md"], in: &harness)
    #expect(harness.state.prompt.editor.text == "@\"my notes.md\"  and")
  }

  @Test func narrowsFilesWithoutAskingAgain() {
    var harness = Self.typing("@n")
    harness.press("Tab")
    Self.find(["na", "nb", "nb2/"], in: &harness)
    harness.type("b")
    #expect(Self.texts(harness) == ["nb", "nb2/"])
    harness.press("Tab Enter")
    #expect(harness.state.prompt.editor.text == "@nb2/")
    #expect(Self.looks(harness).count == 1)
  }

  @Test func narrowsFilesOnFromWhatTheyHaveInCommon() {
    var harness = Self.typing("@m")
    harness.press("Tab")
    Self.find(["my notes", "my other"], in: &harness)
    harness.type("n")
    #expect(Self.texts(harness) == ["my notes"])
    harness.press("Enter")
    #expect(harness.state.prompt.editor.text == "@\"my notes\" ")
  }

  @Test("what comes late is ignored", arguments: ["x", "Backspace", "Esc", "F1", "^R"])
  func ignoresLateFiles(key: String) {
    var harness = Self.typing("@n")
    harness.press("Tab \(key)")
    let text = harness.state.prompt.editor.text
    Self.find(["notes"], in: &harness)
    #expect(harness.state.prompt.editor.text == text)
    #expect(Self.texts(harness) == [])
  }

  @Test func saysWhyADirectoryCannotBeRead() {
    var harness = Self.typing("@nope/x")
    harness.press("Tab")
    Self.find([], in: &harness, problem: "nope/ cannot be read: No such file or directory")
    #expect(harness.state.status?.text == "nope/ cannot be read: No such file or directory")
  }

  @Test func viCompletesWhereItTypesText() {
    var harness = WorkbenchHarness { $0.editing = .vi }
    harness.type("/the")
    harness.press("Tab")
    #expect(harness.state.prompt.editor.text == "/theme ")
    harness.press("^U / t Esc Esc Tab")
    #expect(harness.state.prompt.editor.text == "/t")
    #expect(harness.state.focus == .conversation)
  }

  @Test func completionIsUndoneAsOneEdit() {
    var harness = Self.typing("/the")
    harness.press("Tab ^_")
    #expect(harness.state.prompt.editor.text == "/the")
  }

  @Test func hiddenNamesNeedTheirDot() {
    let plain = FileQuery(directory: "", prefix: "")
    #expect(!plain.wants(".git") && plain.wants("a"))
    #expect(FileQuery(directory: "", prefix: ".").wants(".git"))
  }
}
