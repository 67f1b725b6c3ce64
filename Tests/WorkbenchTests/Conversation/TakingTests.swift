import Conversation
import Support
import Testing
import Workbench

@Suite struct TakingTests {
  private static let answer = """
    See [one](https://one.example/) and [two](https://two.example/).

    ```swift
    let a = 1
    ```
    """

  private static func harness(answer: String = answer) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("go")
    harness.receive(answer)
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Tab")
    return harness
  }

  private static func file(_ path: String, replaces: Bool = false) -> FileToSave {
    FileToSave(path: path, text: "let a = 1", replaces: replaces)
  }

  @Test func savesCodeUnderANameThatFitsItsLanguage() {
    var harness = Self.harness()
    harness.press("s")
    #expect(harness.screen().contains("code.swift"))
    harness.press("Enter")
    #expect(harness.effects.last == .save(Self.file("code.swift")))
    harness.apply(.saved(Self.file("code.swift"), .saved(bytes: 10)))
    #expect(harness.state.overlay == nil)
    #expect(harness.state.status?.text == "saved code.swift, 10 bytes")
  }

  @Test func asksBeforeItOverwrites() {
    var harness = Self.harness()
    harness.press("s Enter")
    harness.apply(.saved(Self.file("code.swift"), .exists))
    #expect(harness.screen().contains("there is such a file; Enter overwrites it"))
    harness.press("Enter")
    #expect(harness.effects.last == .save(Self.file("code.swift", replaces: true)))
    harness.type("2")
    harness.press("Enter")
    #expect(harness.effects.last == .save(Self.file("code.swift2")))
  }

  @Test func keepsTheNameWhereItCannotBeSaved() {
    var harness = Self.harness()
    harness.press("s ^U")
    harness.type("/no/where.txt")
    harness.press("Enter")
    harness.apply(.saved(Self.file("/no/where.txt"), .failed("the directory does not exist")))
    #expect(harness.screen().contains("not saved: the directory does not exist"))
    #expect(harness.screen().contains("/no/where.txt"))
    harness.press("Esc")
    #expect(harness.state.overlay == nil)
  }

  @Test func sendsTheCodeOrTheMessageIntoACommand() {
    var harness = Self.harness()
    harness.press("|")
    harness.type("wc -l")
    harness.press("Enter")
    #expect(harness.effects.last == .pipe(Self.answer, into: "wc -l"))
    #expect(harness.screen().contains("running: wc -l"))
    harness.press("Esc")
    #expect(harness.effects.last == .stopCommand)
    harness.apply(.printed("7\n\u{1B}[2J", .exited(status: 3)))
    #expect(harness.screen().contains("exit status 3: wc -l"))
    #expect(harness.screen().contains("\u{241B}[2J"))
    harness.press("y")
    #expect(harness.effects.last == .copy("7\n\u{1B}[2J", what: "what the command printed"))
    harness.press("Esc [ |")
    harness.type("cat")
    harness.press("Enter")
    #expect(harness.effects.last == .pipe("let a = 1\n", into: "cat"))
  }

  @Test func scrollsWhatACommandPrinted() {
    var harness = Self.harness()
    harness.press("|")
    harness.type("seq")
    harness.press("Enter")
    harness.apply(.printed((1...100).map { "n\($0)\n" }.joined(), .exited(status: 0)))
    #expect(harness.screen().contains("n1 "))
    harness.press("G")
    #expect(harness.screen().contains("n100 "))
    harness.press("k")
    #expect(!harness.screen().contains("n100 "))
  }

  @Test func showsAnAddressBeforeItIsOpened() {
    var harness = Self.harness()
    harness.press("( o")
    #expect(harness.screen().contains("https://two.example/"))
    harness.press("Enter")
    #expect(harness.effects.last == .openLink("https://two.example/"))
    harness.press("o y")
    #expect(harness.effects.last == .copy("https://two.example/", what: "the link's address"))
    harness.press("( o Esc")
    #expect(harness.state.overlay == nil)
  }

  @Test func listsTheLinksInView() {
    var harness = Self.harness()
    harness.press("o")
    #expect(harness.screen().contains("links in view"))
    harness.press("Down Enter Enter")
    #expect(harness.effects.last == .openLink("https://two.example/"))
  }

  @Test func copiesTheAddressWhereNothingOpensIt() {
    var harness = Self.harness()
    harness.apply(.noOpener(url: "https://one.example/"))
    #expect(
      harness.effects.last
        == .copy("https://one.example/", what: "the address, since there is no xdg-open to open it")
    )
  }

  @Test(
    "opens the web only",
    arguments: [
      ("https://a.example", true), ("HTTP://a.example", true), ("file:///etc/passwd", false),
      ("javascript:alert(1)", false), ("-a", false), ("https://a\nb", false), ("mailto:a@b", false),
      ("https://good.example:80@evil.example/", false), ("https://a.example/@b?c@d#e@f", true),
      ("https://good.example\\@evil.example/", false), ("https:///a", false),
      ("https://a.example/" + String(repeating: "a", count: 1_982), true),
      ("https://a.example/" + String(repeating: "a", count: 1_983), false),
    ]
  )
  func opensTheWeb(url: String, mayOpen: Bool) {
    #expect(WorkbenchState.mayOpen(url) == mayOpen)
    var harness = Self.harness(answer: "[x](\(url.contains("\n") ? "ftp://x" : url))")
    harness.press("o Enter")
    #expect(harness.effects.contains { if case .openLink = $0 { true } else { false } } == mayOpen)
  }
}
