import Support
import Testing
import Workbench

/// What helps to find a key or a command, as it stands on screen.
@Suite struct KeyboardScreenTests {
  @Test("the keys that can follow the leader's", arguments: [(24, 60), (40, 120), (6, 20)])
  func leader(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.press("^X")
    harness.wait(milliseconds: 300)
    harness.apply(.tick)
    expectSnapshot(harness.screen(), named: "leader-\(columns)x\(rows)")
  }

  @Test("commands with place, keys and obstacles", arguments: [(24, 60), (40, 120)])
  func palette(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.press("Alt-x")
    harness.type("message")
    expectSnapshot(harness.screen(), named: "palette-\(columns)x\(rows)")
  }

  @Test("commands while a word with a slash is typed", arguments: [(24, 60), (40, 120), (6, 20)])
  func slash(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.type("/re")
    expectSnapshot(harness.screen(), named: "slash-\(columns)x\(rows)")
  }

  @Test("the menu of files, with hostile names", arguments: [(24, 60), (40, 120)])
  func files(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.type("Read @")
    harness.press("Tab")
    let names =
      ["a\u{1B}[31m", "\u{202E}fdp.exe", "\u{6F22}\u{5B57}.md"] + (1...9).map { "file \($0)" }
    let entries = names.map { FileListing.Entry(name: $0, isDirectory: $0 == "file 9") }
    let query = FileQuery(directory: "", prefix: "")
    harness.apply(.filesListed(FileListing(query: query, entries: entries)))
    harness.press("Tab Tab")
    expectSnapshot(harness.screen(), named: "files-\(columns)x\(rows)")
  }
}
