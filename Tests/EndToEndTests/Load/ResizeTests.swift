import Foundation
import Support
import Testing
import Workbench

/// Any size at any moment.
@Suite(.serialized, .timeLimit(.minutes(30))) struct ResizeTests {
  private static let last = ScreenSize(rows: 40, columns: 120)

  @Test("a storm of sizes loses nothing", arguments: Soak.seeds(1, whole: 20))
  func survivesAStorm(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let words = 50_000
    let home = try Home()
    let server = try await DemoProcess(home)
    try home.configure(server.presets(["flat-\(words)"]))
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("w0")
    for round in 0..<Soak.scale(60, whole: 1_000) {
      let isSmall = Bool.random(using: &random)
      weir.resize(
        to: ScreenSize(
          rows: Int.random(in: 1...(isSmall ? 30 : 300), using: &random),
          columns: Int.random(in: 1...(isSmall ? 90 : 500), using: &random)
        )
      )
      // Now and then all of it is painted before the next size, else sizes follow each other at once.
      if round.isMultiple(of: 10) {
        weir.resize(to: Self.last)
        try await weir.waitFor("weir  p1")
      }
    }
    weir.resize(to: Self.last)
    // The last row is painted last: with it the frame is whole.
    try await weir.waitUntil { screen in
      screen.contains("✓ stop") && screen.contains("w0\(words)")
        && screen.rows.last?.contains("mouse: weir") == true
    }
    try await expectWhole(weir)
    try await expectComplete(weir, DemoProcess.words(words))
  }

  /// A screen painted anew looks like the one that is there.
  private func expectWhole(_ weir: PTYProcess) async throws {
    weir.send("x")
    let before = try await weir.waitFor("❯ x")
    let count = weir.receivedCount
    // The key after it tells that the whole was painted.
    weir.send(Typed.control("l") + "y")
    try await weir.waitFor("❯ xy")
    #expect(weir.receivedCount - count > 2_000)
    weir.send("\u{7F}")
    let after = try await weir.waitUntil { $0.contains("❯ x") && !$0.contains("❯ xy") }
    let differing = zip(before.rows, after.rows).filter { $0 != $1 }.map { "\($0)\n\($1)" }
    #expect(differing == [])
  }

  /// The answer as it is copied.
  private func expectComplete(_ weir: PTYProcess, _ text: String) async throws {
    weir.send(Typed.control("x") + "c")
    let screen = try await weir.waitFor("copied the answer")
    let copied = screen.modes.clipboard.flatMap { Data(base64Encoded: $0) }
    #expect(copied.map { String(decoding: $0, as: UTF8.self) } == text)
  }
}
