import Foundation
import Support
import Terminal
import Testing
import Workbench

/// A program with a screen, in use.
@Suite struct ProbeUseTests {
  @Test(
    "understands what is typed",
    arguments: [
      ("a", "key a"), ("\u{1B}", "key Esc"), ("\u{1B}[13;2u", "key Shift-Enter"),
      ("\u{1B}[27;2;13~", "key Shift-Enter"), ("\r", "key Enter"), ("\n", "key ^J"),
      ("\u{3}", "key ^C"), ("\u{1A}", "key ^Z"), ("\u{11}", "key ^Q"), ("\u{13}", "key ^S"),
      ("\u{1B}[<64;3;2M", "mouse wheel(-3) 1 2"), ("\u{1B}[O", "focus false"), ("é", "key é"),
    ]
  )
  func understands(typed: String, expected: String) async throws {
    let process = try await PTYProcess.probe()
    process.send(typed)
    try await process.waitFor(expected)
  }

  @Test func takesALongPaste() async throws {
    let process = try await PTYProcess.probe()
    process.send(
      "\u{1B}[200~" + String(repeating: "0123456789abcde\r", count: 65_536) + "\u{1B}[201~"
    )
    try await process.waitFor("paste 1048576")
  }

  @Test("follows the window", arguments: [(40, 100), (3, 12), (120, 300)])
  func followsTheWindow(rows: Int, columns: Int) async throws {
    let process = try await PTYProcess.probe()
    process.resize(to: ScreenSize(rows: rows, columns: columns))
    try await process.waitFor("\(rows)x\(columns)")
  }

  @Test func survivesTheSmallestWindow() async throws {
    let process = try await PTYProcess.probe()
    process.resize(to: ScreenSize(rows: 1, columns: 1))
    try await process.waitUntil { $0.rows == ["s"] }
    process.resize(to: ScreenSize(rows: 24, columns: 80))
    try await process.waitFor("24x80")
  }

  @Test func asksForTheClipboardAndTheBell() async throws {
    let process = try await PTYProcess.probe()
    process.send("yb")
    let screen = try await process.waitUntil { $0.modes.bells == 1 }
    #expect(screen.modes.clipboard == "aMOpbGxv")
    #expect(screen.modes.notifications == ["noted"])
  }

  @Test func namesTheWindowWhileItHasIt() async throws {
    let process = try await PTYProcess.probe()
    process.send("tt")
    let screen = try await process.waitUntil { $0.modes.title == "a title" }
    #expect(screen.modes.titlesAside == ["shell"])
    process.send("q")
    try await process.waitForExit()
    #expect(process.screen().modes.title == "shell")
    #expect(process.received.count(of: "\u{1B}]2;a title") == 1)
  }

  @Test func leavesTheTitleOfAConsoleAlone() async throws {
    let process = try await PTYProcess.probe(environment: ["TERM": "linux"])
    process.send("tbq")
    try await process.waitForExit()
    #expect(process.screen().modes.bells == 1)
    #expect(process.received.count(of: "\u{1B}]") == 0)
  }

  @Test func letsTheMouseGo() async throws {
    let process = try await PTYProcess.probe()
    process.send("m")
    try await process.waitUntil { $0.modes.decPrivate.isDisjoint(with: [1000, 1002, 1006]) }
  }

  @Test func lendsTheTerminal() async throws {
    let process = try await PTYProcess.probe()
    process.send("e")
    let screen = try await process.waitFor("returned")
    #expect(screen.modes.decPrivate.isSuperset(of: [1049, 2004]))
    #expect(screen.modes.keyboardDepth == 1)
    process.send("q")
    try await process.waitForExit()
    #expect(process.screen().contains("lent"))
    process.expectGivenBack()
  }

  @Test func isStoppedAndContinuedByAShell() async throws {
    let script = "set -m; \"$0\"; echo stopped $?; read answer; fg >/dev/null; echo over $?"
    let process = try PTYProcess("/bin/bash", ["-c", script, BuiltProduct.path("CrashProbe")])
    try await process.waitFor("ready")
    process.send("z")
    try await process.waitFor("stopped 148")
    process.expectGivenBack()
    process.send("\n")
    let screen = try await process.waitFor("back")
    #expect(screen.modes.decPrivate.isSuperset(of: [1049, 2004]))
    process.send("q")
    try await process.waitFor("over 0")
    #expect(try await process.waitForExit() == .exited(0))
    process.expectGivenBack()
  }

  @Test func comesBackWholeAfterAStopItDidNotSee() async throws {
    let process = try await PTYProcess.probe()
    process.signal(SIGSTOP)
    process.signal(SIGCONT)
    let screen = try await process.waitFor("signal resumed")
    #expect(screen.modes.keyboardDepth == 1)
    process.send("q")
    try await process.waitForExit()
    process.expectGivenBack()
  }

  @Test func neitherBlocksNorSpinsWhileTheTerminalStandsStill() async throws {
    let noise = FileManager.default.temporaryDirectory.path + "/weir-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: noise) }
    let process = try await PTYProcess.probe(
      size: ScreenSize(rows: 100, columns: 300),
      standardError: noise
    )
    process.stopReading()
    // Each g changes 30 kB of screen, far more in all than a pseudo terminal holds.
    for _ in 0..<20 { process.send("g") }
    process.send("n")
    let limit = ContinuousClock.now.advanced(by: .seconds(PTYProcess.limitInSeconds))
    while FileManager.default.contents(atPath: noise)?.isEmpty != false, .now < limit {
      await Task.yield()
    }
    process.goOnReading()
    process.send("a")
    let screen = try await process.waitFor("key a")
    let rounds = try #require(screen.rows[2].split(separator: " ").first.flatMap { Int($0) })
    #expect(rounds < 200)
    process.send("q")
    #expect(try await process.waitForExit() == .exited(0))
  }

  @Test func showsTruecolorFromTheFirstPaint() async throws {
    let cache = FileManager.default.temporaryDirectory.path + "/weir-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: cache) }
    let process = try await PTYProcess.probe(
      environment: ["COLORTERM": "truecolor", "XDG_CACHE_HOME": cache])
    process.send("c")
    try await process.waitFor("truecolor")
  }
}

extension [UInt8] {
  fileprivate func count(of text: String) -> Int {
    String(decoding: self, as: UTF8.self).components(separatedBy: text).count - 1
  }
}
