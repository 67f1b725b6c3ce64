import Testing
import Workbench

@Suite struct KeyMapTests {
  @Test func everyCommandHasOneRow() {
    #expect(Set(CommandTable.commands.map(\.id)) == Set(CommandID.allCases))
    #expect(CommandTable.commands.count == CommandID.allCases.count)
  }

  @Test func everyDefaultKeyIsANotation() {
    let wrong = CommandTable.commands.flatMap(\.defaultKeys).filter { Key(notation: $0) == nil }
    #expect(wrong == [])
  }

  @Test func noTwoCommandsOfAContextShareADefaultKey() {
    for context in KeyContext.allCases {
      let keys = CommandTable.commands.filter { $0.context == context }.flatMap(\.defaultKeys)
      let normal = keys.compactMap { Key(notation: $0) }
      #expect(Set(normal).count == normal.count, "\(context)")
    }
  }

  @Test(
    "reads a notation whichever way it is written",
    arguments: [
      ("^X", "^X"), ("^x", "^X"), ("Ctrl-x", "^X"), ("C-x", "^X"), ("M-b", "Alt-b"),
      ("alt-enter", "Alt-Enter"), ("f12", "F12"), ("space", "Space"), ("G", "G"), ("^", "^"),
      ("Ctrl-Left", "Ctrl-Left"), ("-", "-"), ("Alt--", "Alt--"), ("^_", "^_"),
    ]
  )
  func readsNotation(text: String, notation: String) {
    #expect(Key(notation: text)?.notation == notation)
  }

  @Test(arguments: ["", "F0", "F25", "Hyper-x", "ab", "Ctrl-"])
  func refusesWhatIsNoKey(text: String) {
    #expect(Key(notation: text) == nil)
  }

  @Test func aReboundCommandLosesItsDefaultKeys() {
    var map = KeyMap()
    #expect(map.rebind(["help": ["^G"]]) == [])
    #expect(map.command(for: Key(.function(1)), in: .everywhere) == nil)
    #expect(map.command(for: Key(.character("g"), .control), in: .everywhere) == .help)
    #expect(map.notation(for: .help) == "^G")
  }

  @Test func theUsersBindingWinsOverADefaultAndThatIsSaid() {
    var map = KeyMap()
    let problems = map.rebind(["themes": ["F5"]])
    #expect(
      problems.map(\.sentence) == [
        "F5 is taken from reply.regenerate; give that another key, or none with []"
      ]
    )
    #expect(map.command(for: Key(.function(5)), in: .everywhere) == .themes)
    #expect(map.keys(for: .regenerate) == [])
    var silent = KeyMap()
    #expect(silent.rebind(["themes": ["F5"], "reply.regenerate": []]) == [])
  }

  @Test func reportsEveryMistakeAndBindsTheRest() {
    var map = KeyMap()
    let problems = map.rebind([
      "help": ["F9"], "themes": ["F9", "F10"], "quit": ["qq"], "nope": [],
    ])
    #expect(
      problems.map { "\($0.command): \($0.sentence)" } == [
        "nope: no such command; F1 and docs/KEYS.md list them",
        "quit: found \"qq\", expected a key such as ^X, Alt-x, F5 or g",
        "themes: F9 is already bound to help in the same place",
      ]
    )
    #expect(map.keys(for: .themes).map(\.notation) == ["F10"])
  }
}
