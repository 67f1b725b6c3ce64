import Foundation
import Support
import Testing
import Workbench

/// Many streams as fast as they come.
@Suite(.serialized, .timeLimit(.minutes(10))) struct LoadTests {
  private static let lanes = 8
  private static let size = ScreenSize(rows: 50, columns: 240)

  private func open(_ model: String, _ server: DemoProcess, _ home: Home) async throws -> PTYProcess
  {
    let models = Array(repeating: model, count: Self.lanes)
    try home.configure(server.presets(models))
    let names = (1...Self.lanes).flatMap { ["-p", "p\($0)"] }
    return try await home.openAndWait(names, size: Self.size)
  }

  @Test func everyLaneComesToItsEnd() async throws {
    let words = Soak.scale(2_000, whole: 100_000)
    let home = try Home()
    let server = try await DemoProcess(home)
    let weir = try await open("flat-\(words)", server, home)
    // They all say the same, and each is to be seen.
    weir.send(Typed.control("x") + "=")
    try await weir.waitFor("every lane is shown")
    weir.send("hello" + Typed.enter)
    let last = DemoProcess.words(words).suffix(8).dropLast()
    try await weir.waitUntil { screen in
      // In the sidebar and in each lane's header, where a high rate leaves no room for the word.
      screen.text.occurrences(of: "✓") >= 2 * Self.lanes
        && screen.text.occurrences(of: last) == Self.lanes
    }
  }

  /// 1,000 deltas a second in each lane: all of them are kept, and no more frames are sent than anybody can see.
  @Test func losesNothingAndPaintsNoMoreThanIsSeen() async throws {
    let words = Soak.scale(2_000, whole: 60_000)
    let home = try Home()
    let server = try await DemoProcess(home)
    let weir = try await open("rate-1000-\(words)", server, home)
    // The terminal says that it knows frames, so that each is told by its beginning.
    weir.send("\u{1B}[?2026;2$y" + Typed.control("x") + "=")
    try await weir.waitFor("every lane is shown")
    let before = weir.frameCount
    let start = ContinuousClock.now
    weir.send("hello" + Typed.enter)
    for number in stride(from: 5_000, to: words, by: 5_000) {
      try await weir.waitUntil { $0.highestWord >= number }
    }
    try await weir.waitUntil { $0.text.occurrences(of: "✓") >= 2 * Self.lanes }
    let seconds = start.duration(to: .now) / .seconds(1)
    let frames = weir.frameCount - before
    #expect(frames > 0)
    #expect(Double(frames) <= 63 * seconds + 2)
    weir.send(Typed.control("x") + "q")
    #expect(try await weir.waitForExit() == .exited(0))
    let program = BuiltProgram(environment: home.environment)
    let kept = try program.run("sessions", "export", "--all", "--format", "jsonl").output
    let text = "\"content\":\"" + DemoProcess.words(words) + "\""
    #expect(kept.components(separatedBy: text).count == Self.lanes + 1)
  }

  @Test func keysAreEchoedWhileEveryLaneStreams() async throws {
    let home = try Home()
    let server = try await DemoProcess(home)
    let weir = try await open("flat-1000000", server, home)
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { $0.text.occurrences(of: " w0") >= Self.lanes }
    var random = SeededGenerator(seed: 8)
    var typed = ""
    for _ in 0..<Soak.scale(40, whole: 400) {
      let key = "abcdefghij".randomElement(using: &random) ?? "a"
      typed = typed.count < 60 ? typed + String(key) : String(key)
      weir.send(typed.count == 1 ? Typed.control("u") + typed : String(key))
      let expected = "❯ " + typed
      try await weir.waitUntil { screen in screen.rows.contains { $0.contains(expected + "  ") } }
    }
    #expect(!weir.screen().contains("✓ stop"))
    weir.send(Typed.escape)
    try await weir.waitFor("■ stopped")
    weir.send(Typed.control("x") + "q")
    #expect(try await weir.waitForExit() == .exited(0))
  }
}

extension String {
  fileprivate func occurrences(of part: some StringProtocol) -> Int {
    ranges(of: part).count
  }
}

extension PTYProcess {
  /// Frames of more than a few bytes.
  fileprivate var frameCount: Int {
    String(decoding: received, as: UTF8.self).occurrences(of: "\u{1B}[?2026h")
  }
}

extension VirtualScreen {
  /// The number of the last word that is on the screen.
  fileprivate var highestWord: Int {
    text.split { !$0.isLetter && !$0.isNumber }
      .compactMap { $0.first == "w" ? Int($0.dropFirst()) : nil }.max() ?? 0
  }
}
