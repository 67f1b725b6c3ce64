import Support
import Testing
import Workbench

@Suite struct LeaderWaitTests {
  private static func hesitating(milliseconds: Double) -> WorkbenchHarness {
    var harness = WorkbenchHarness()
    harness.press("^X")
    harness.wait(milliseconds: milliseconds)
    harness.apply(.tick)
    return harness
  }

  @Test func showsTheKeysToThoseWhoHesitate() {
    #expect(Self.hesitating(milliseconds: 299).state.leader?.isShown == false)
    #expect(Self.hesitating(milliseconds: 300).state.leader?.isShown == true)
  }

  @Test func asksForOneTickOnly() {
    var harness = WorkbenchHarness()
    #expect(harness.state.nextTick == nil)
    harness.press("^X")
    #expect(harness.state.nextTick == harness.now.adding(milliseconds: 300))
    harness.wait(milliseconds: 300)
    harness.apply(.tick)
    #expect(harness.state.nextTick == nil)
  }

  @Test func aKeyInTimeShowsNothing() {
    var harness = WorkbenchHarness()
    let before = harness.screen()
    harness.press("^X")
    #expect(harness.screen() == before)
    harness.press("y")
    #expect(harness.state.nextTick == nil)
  }

  @Test(
    "the next key ends the wait",
    arguments: [
      ("Esc", nil), ("F5", "^X F5 does nothing; F1 shows the keys"),
      ("K", "^X K does nothing; F1 shows the keys"), ("b", nil),
    ]
  )
  func ends(key: String, status: String?) {
    var harness = Self.hesitating(milliseconds: 400)
    harness.press(key)
    #expect(harness.state.leader == nil)
    #expect(harness.state.status?.text == status)
    #expect(harness.state.focus == .prompt)
  }

  @Test func aClickEndsTheWaitAndDoesNothingElse() {
    var harness = Self.hesitating(milliseconds: 400)
    harness.apply(.input(.mouse(MouseEvent(kind: .press, row: 5, column: 40))))
    #expect(harness.state.leader == nil)
    #expect(harness.state.focus == .prompt)
  }

  @Test func aPasteEndsTheWaitAndIsTaken() {
    var harness = Self.hesitating(milliseconds: 400)
    harness.apply(.input(.paste("q")))
    #expect(harness.state.leader == nil)
    #expect(harness.state.prompt.editor.text == "q")
  }
}
