import Archive
import Conversation
import Foundation
import Recording
import Support
import Testing

/// What went over the wire is there when the program is gone.
@Suite(.serialized, .timeLimit(.minutes(2))) struct KeptRecordingTests {
  private static let key = "sk-77aa-never-kept"

  /// The recordings of the newest conversation's replies.
  private static func recordings(in home: Home) throws -> [KeptRecording] {
    let archive = Archive(path: home.path + "/data/weir/weir.sqlite")
    defer { archive.close() }
    let conversation = try #require(try archive.now(.loadNewest))
    return try conversation.messages.filter { $0.reply != nil }
      .map { try archive.now(.recording(of: $0.key)) }
  }

  /// What the frames of a body say.
  private static func content(of log: WireLog) -> String {
    WireFrames(log).frames.map { frame -> String in
      let data = Data(frame.data(in: log.body))
      let chunk = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
      let choice = (chunk?["choices"] as? [[String: Any]])?.first
      return (choice?["delta"] as? [String: Any])?["content"] as? String ?? ""
    }
    .joined()
  }

  private static func quit(_ weir: PTYProcess) async throws {
    weir.send(Typed.control("x") + "q")
    #expect(try await weir.waitForExit() == .exited(0))
  }

  /// The newest conversation's only recording, with its bytes.
  private static func wholeRecording(in home: Home) throws -> WireLog {
    let all = try recordings(in: home)
    guard all.count == 1, case .whole(let log) = all[0] else {
      throw NotWhole(recordings: all)
    }
    return log
  }

  private struct NotWhole: Error { let recordings: [KeptRecording] }

  @Test func everyByteThatTheDemoEndpointSentIsKept() async throws {
    let home = try Home()
    let server = try await DemoProcess(home)
    try home.configure(server.presets(["flat-2000"]))
    let weir = try await home.openAndWait()
    weir.send("Count" + Typed.enter)
    try await weir.waitUntil { $0.contains("w002000") && $0.contains("✓ stop") }
    try await Self.quit(weir)
    let log = try Self.wholeRecording(in: home)
    #expect(Self.content(of: log) == DemoProcess.words(2_000))
    #expect(log.pieces.reduce(0) { $0 + $1.lengthInBytes } == log.body.count)
    #expect(log.body.suffix(14).elementsEqual("data: [DONE]\n\n".utf8))
    #expect(log.request?.url == server.url + "/chat/completions")
    #expect(log.response?.status == 200)
    // Counted from when the answer was asked for.
    let times = log.pieces.map(\.time)
    #expect(times == times.sorted())
    #expect(times.allSatisfy { $0 < MonotonicTime(nanoseconds: 120_000_000_000) })
  }

  @Test func theBytesAreAsTheyWereSentWithoutTheKey() async throws {
    let odd = ": hello\n\nevent: x\r\ndata: \(LoopbackAnswer.chunk("an answer"))\r\n\r\n"
    let quoted = ": \(Self.key)\n\n"
    let body = odd + quoted + String(decoding: Answers.end, as: UTF8.self)
    let answer = LoopbackAnswer.http10(type: "text/event-stream", body: body)
    let server = LoopbackServer([.request, .send(Array(answer.utf8))])
    let home = try Home()
    try home.configure(
      """
      [preset.local]
      url = "\(server.url)"
      model = "m"
      key_env = "LOCAL_KEY"
      prefill = "off"
      context_window = 8192
      """
    )
    let weir = try await home.openAndWait(environment: ["LOCAL_KEY": Self.key])
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { $0.contains("an answer") && $0.contains("✓ stop") }
    try await Self.quit(weir)
    let log = try Self.wholeRecording(in: home)
    let masked = body.replacing(Self.key, with: String(repeating: "*", count: Self.key.utf8.count))
    #expect(String(decoding: log.body, as: UTF8.self) == masked)
    let sent = String(decoding: log.request?.body ?? [], as: UTF8.self)
    #expect(try #require(server.requests.last).hasSuffix(sent))
    #expect(log.request?.fields.contains { $0.value.contains(Self.key) } == false)
    let leaks = try home.entries().filter { home.contents(of: $0)?.contains(Self.key) == true }
    #expect(leaks == [])
  }

  @Test func theConfigurationSaysHowManyBytesAreKept() async throws {
    let server = LoopbackServer(Answers.whole("one"), Answers.whole("two"))
    let home = try Home()
    let preset = "[preset.local]\nurl = \"\(server.url)\"\nmodel = \"m\"\n"
    let offline = "prefill = \"off\"\ncontext_window = 8192\n"
    try home.configure(preset + offline)
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { $0.contains("one") && $0.contains("✓ stop") }
    try home.configure(preset + offline + "[recording]\nraw_mib = 0\n")
    weir.send(Typed.control("x") + "g")
    try await weir.waitFor("configuration reloaded")
    weir.send("again" + Typed.enter)
    try await weir.waitUntil { $0.contains("two") && $0.contains("✓ stop") }
    try await Self.quit(weir)
    let outlines = try Self.recordings(in: home).filter {
      if case .outline(let log) = $0 { !log.pieces.isEmpty } else { false }
    }
    #expect(outlines.count == 2)
    let stats = try BuiltProgram(environment: home.environment).run(["sessions", "stats"])
    #expect(stats.output.contains("2, 0 B of raw bytes, those of 2 dropped"))
  }

  @Test(
    "answers without a screen are recorded too",
    arguments: ["weir ask hello", "echo hello | weir"]
  )
  func answersWithoutAScreenAreRecordedToo(_ script: String) async throws {
    let server = LoopbackServer(Answers.whole("an answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    let result = try BuiltProgram(environment: home.environment).shell(script)
    #expect(result.output.contains("an answer"))
    let log = try Self.wholeRecording(in: home)
    #expect(Self.content(of: log) == "an answer")
    let last = try #require(log.pieces.last)
    #expect(last.time > MonotonicTime(nanoseconds: 0))
  }

  @Test func withoutRoomForBytesAnswersWithoutAScreenKeepTheirTimes() async throws {
    let server = LoopbackServer(Answers.whole("an answer"))
    let home = try Home()
    let preset = "[preset.local]\nurl = \"\(server.url)\"\nmodel = \"m\"\n"
    try home.configure(preset + "[recording]\nraw_mib = 0\n")
    _ = try BuiltProgram(environment: home.environment).run(["ask", "hello"])
    guard case .outline(let log) = try Self.recordings(in: home).first else {
      throw NotWhole(recordings: try Self.recordings(in: home))
    }
    #expect(!log.pieces.isEmpty)
  }

  @Test func offTheRecordThereIsNone() async throws {
    let server = LoopbackServer(Answers.whole("an answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait(["--off-the-record"])
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { $0.contains("an answer") && $0.contains("✓ stop") }
    try await Self.quit(weir)
    let archive = Archive(path: home.path + "/data/weir/weir.sqlite")
    #expect(try archive.now(.statistics).recordings == 0)
  }
}
