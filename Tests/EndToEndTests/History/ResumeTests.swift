import Foundation
import Glibc
import Support
import Testing

/// Conversations that outlive the program.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ResumeTests {
  private static let lines = (1...60).map { "line \($0)" }.joined(separator: "\\n\\n")

  /// The rows of the conversation pane, without what stands beside it and the mark of the pane in focus.
  private static func conversation(_ screen: VirtualScreen) -> [String] {
    screen.rows.dropFirst(2).prefix { !$0.contains("prompt") }.map {
      String($0.split(separator: "││", maxSplits: 1).last ?? "").replacing("▌", with: " ")
    }
  }

  @Test func comesBackToTheSameWordsPlaceDraftAndBranch() async throws {
    let server = LoopbackServer(
      Answers.whole(Self.lines),
      Answers.whole("another answer"),
      Answers.stalled("half an answer")
    )
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send("Count" + Typed.enter)
    try await weir.waitUntil { $0.contains("line 60") && $0.contains("✓ stop") }
    weir.send(Typed.f5)
    try await weir.waitUntil { $0.contains("another answer") && $0.contains("✓ stop") }
    weir.send("More" + Typed.enter)
    try await weir.waitFor("half an answer")
    weir.send("a draft" + Typed.tab + "K" + "K" + "<")
    try await weir.waitFor("a reply streams here")
    weir.send("k")
    // Quits in mid-answer.
    weir.send(Typed.control("x") + "q")
    #expect(try await weir.waitForExit() == .exited(0))

    let again = try await home.openAndWait(["--continue"])
    let screen = try await again.waitFor("half an answer")
    #expect(screen.contains("another answer") && screen.contains("2 of 2"))
    #expect(screen.contains("a draft"))
    #expect(screen.contains("cut off: weir ended while this arrived"))
    again.send(Typed.tab + "K" + "K" + "<")
    try await again.waitFor("line 60")
    again.send("g" + Typed.control("d"))
    let place = try await again.waitUntil { $0.contains("line 20") && !$0.contains("line 60") }
    again.send(Typed.control("x") + "q")
    #expect(try await again.waitForExit() == .exited(0))

    let third = try await home.openAndWait(["--session", "1"])
    let same = try await third.waitFor("line 20")
    #expect(Self.conversation(same) == Self.conversation(place))
    #expect(same.contains("a draft"))
  }

  @Test func whatWasSaidSurvivesAKill() async throws {
    let server = LoopbackServer(Answers.whole("first answer"), Answers.stalled("never ends"))
    let home = try Home()
    try home.configure(["local": server.url])
    // The test looks for the file there before weir makes it.
    try home.makeDirectory("data/weir")
    let weir = try await home.openAndWait()
    weir.send("one" + Typed.enter)
    try await weir.waitUntil { $0.contains("first answer") && $0.contains("✓ stop") }
    weir.send("two" + Typed.enter)
    try await weir.waitFor("never ends")
    // By bytes: what follows in the file may combine with the last letter.
    let isKept = await home.waitFor("data/weir/weir.sqlite-wal") {
      $0.utf8.firstRange(of: "never ends".utf8) != nil
    }
    #expect(isKept)
    weir.signal(SIGKILL)
    try await weir.waitForExit()

    let again = try await home.openAndWait(["-c"])
    let screen = try await again.waitFor("first answer")
    #expect(screen.contains("one") && screen.contains("two"))
  }

  @Test func offTheRecordNothingIsWritten() async throws {
    let server = LoopbackServer(Answers.whole("an answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait(["--off-the-record"])
    weir.send("a secret question" + Typed.enter)
    try await weir.waitUntil { $0.contains("an answer") && $0.contains("✓ stop") }
    weir.send("a secret draft" + Typed.control("x") + "q")
    #expect(try await weir.waitForExit() == .exited(0))
    for entry in try home.entries() {
      #expect(home.contents(of: entry)?.contains("secret") != true, "\(entry)")
    }
  }

  @Test func saysThatItDoesNotSaveAndGoesOn() async throws {
    let server = LoopbackServer(Answers.whole("an answer"), Answers.whole("more"))
    let home = try Home()
    try home.configure(["local": server.url])
    // A file stands where the directory should be.
    try home.write("", to: "data")
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("not saved")
    try await weir.waitUntil { $0.contains("an answer") && $0.contains("✓ stop") }
    weir.send("and on" + Typed.enter)
    try await weir.waitUntil { $0.contains("more") && $0.contains("✓ stop") }
    weir.send("/export \(home.path)/kept.md" + Typed.enter)
    try await weir.waitFor("saved \(home.path)/kept.md")
    #expect(home.contents(of: "kept.md")?.contains("an answer") == true)
    weir.send(Typed.control("x") + "q")
    try await weir.waitFor("some of what was said is not saved; quit again to leave")
    weir.send(Typed.control("x") + "q")
    #expect(try await weir.waitForExit() == .exited(1))
    #expect(weir.screen().contains("not saved"))
    #expect(home.contents(of: "data") == "")
  }

  @Test func twoSeeWhatEachOtherSays() async throws {
    let server = LoopbackServer(Answers.whole("blue"), Answers.whole("dark"))
    let home = try Home()
    try home.configure(["local": server.url])
    let one = try await home.openAndWait()
    one.send("Which colour?" + Typed.enter)
    try await one.waitUntil { $0.contains("blue") && $0.contains("✓ stop") }
    one.send(Typed.control("x") + "l")
    // What is only in memory is listed, too.
    try await one.waitUntil { $0.contains("Which colour?") && !$0.contains("not saved") }
    let other = try await home.openAndWait(["--continue"])
    try await other.waitFor("blue")
    one.send(Typed.escape)
    other.send("And now?" + Typed.enter)
    try await other.waitUntil { $0.contains("dark") && $0.contains("✓ stop") }
    one.send(Typed.control("x") + "l")
    // What the other weir received is the newest of the conversation here, too.
    try await one.waitFor("dark")
  }

  @Test func thereIsNothingToGoOnWith() async throws {
    let home = try Home()
    let weir = try await home.openAndWait(["--continue"])
    try await weir.waitFor("there is no conversation to go on with yet")
    let other = try await home.openAndWait(["--session", "7"])
    try await other.waitFor("there is no conversation 7")
  }

  @Test func askGoesOnWithWhatWasAsked() throws {
    let server = LoopbackServer(Answers.whole("blue"), Answers.whole("dark"), Answers.whole("x"))
    let home = try Home()
    let program = BuiltProgram(environment: home.environment)
    let options = ["ask", "--url", server.url, "--model", "m"]
    #expect(try program.run(options + ["Which colour?"]).output == "blue")
    #expect(try program.run(options + ["-c", "And now?"]).output == "dark")
    let body = try #require(server.requests.last)
    for text in ["Which colour?", "blue", "And now?"] { #expect(body.contains(text)) }
    #expect(try program.run(options + ["-n", "Not kept"]).output == "x")
    #expect(try program.run(options + ["-c", "-n", "no"]).status == 2)
    let plain = try program.run(["--plain", "-c", "-p", "tour"])
    #expect(plain.status == 0)
  }
}
