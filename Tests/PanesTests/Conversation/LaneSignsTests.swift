import Conversation
import Support
import Testing
import Workbench

/// What headers, tabs and titles say of lanes, at every size that shows some.
@Suite struct LaneSignsTests {
  private static let sizes = [(50, 200), (40, 120), (24, 80), (12, 40)]

  private static func answer(_ harness: inout WorkbenchHarness, _ texts: [String]) {
    for (request, text) in zip(harness.requests.suffix(texts.count), texts) {
      harness.receive(.phase(.sent), for: request.id)
      harness.wait(milliseconds: 100)
      for word in [text, " and", " more"] {
        let delta = Delta(channel: .content, text: word, time: harness.now)
        harness.receive(.delta(delta), for: request.id)
        harness.wait(milliseconds: 50)
      }
      harness.receive(.usage(Usage(promptTokens: 9, completionTokens: 21)), for: request.id)
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
  }

  private static func swept(
    _ axes: String,
    rows: Int,
    columns: Int,
    _ texts: [String]
  )
    -> WorkbenchHarness
  {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.say("/sweep \(axes)")
    harness.say("hi")
    answer(&harness, texts)
    return harness
  }

  /// A row of the screen, from its first lane on.
  private static func row(_ screen: String, containing text: String) -> String {
    screen.split(separator: "\n").first { $0.contains(text) }.map(String.init) ?? ""
  }

  @Test("what the lanes go on from is on screen", arguments: sizes)
  func saysWhatLanesGoOnFrom(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns, open: ["fast", "32k", "cloud"])
    #expect(harness.screen().contains("each from its own"))
    harness.say("hi")
    Self.answer(&harness, ["a", "b", "c"])
    harness.press("^X Tab ^X k")
    #expect(harness.screen().contains("all from 2"))
    #expect(harness.screen().contains("2 32k \u{2190}"))
    harness.press("^X o")
    #expect(harness.screen().contains("all from 2"))
    #expect(harness.screen().contains("2 32k \u{2190}"))
    harness.press("^X k ^X f ^X f ^X F")
    #expect(harness.screen().contains("each from its own"))
  }

  @Test("headers of a sweep never read the same", arguments: [(24, 80), (40, 120), (12, 60)])
  func headersDiffer(rows: Int, columns: Int) {
    let axes = #"model=flat-10,flat-20 system="be brief","be long" temperature=0,0.7"#
    var harness = Self.swept(axes, rows: rows, columns: columns, (0..<8).map { "answer \($0)" })
    var names: [String] = []
    harness.press("Tab")
    for number in 1...8 {
      harness.press("\(number)")
      let mark = "\u{25B8}\(number) "
      var rest = Self.row(harness.screen(), containing: mark)[...]
      while !rest.isEmpty, !rest.hasPrefix(mark) { rest = rest.dropFirst() }
      let name = rest.dropFirst(mark.count).prefix { $0 != "\u{2502}" && $0 != "\u{2713}" }
      names.append(String(name))
    }
    #expect(Set(names).count == 8)
    #expect(!names.contains(""))
  }

  @Test func theHeaderShowsCostTokensAndWhatDiffers() {
    var presets = WorkbenchHarness.presets
    for (place, temperature) in [0.2, 0.9, 0].enumerated() {
      presets[place].price = Price(input: 10, output: 100)
      presets[place].parameters[.temperature] = .number(temperature)
    }
    var harness = WorkbenchHarness(
      rows: 40,
      columns: 120,
      presets: presets,
      open: ["fast", "32k", "cloud"]
    )
    harness.say("hi")
    Self.answer(&harness, ["a", "b", "c"])
    let screen = harness.screen()
    #expect(screen.contains("1 fast  t 0.2"))
    #expect(screen.contains("2 32k  t 0.9"))
    #expect(screen.contains("100 ms 200 tok/s 21 tok"))
    harness.apply(.resized(ScreenSize(rows: 40, columns: 200)))
    #expect(harness.screen().contains("TTFT 100 ms  200 tok/s  21 tok  cost 0.0022"))
  }

  @Test func aLaneThatWasNeverAskedSaysSoAndIsNotFolded() {
    var harness = WorkbenchHarness(rows: 40, columns: 160)
    for text in ["a", "b"] {
      harness.say("hi")
      Self.answer(&harness, [text])
    }
    harness.say("/lanes fast 32k fast")
    let screen = harness.screen()
    #expect(harness.state.laneColumns.columns.map(\.lane) == [0, 1, 2])
    #expect(screen.components("not asked yet, ^X j joins") == 2)
    #expect(!screen.contains("the same"))
    harness.press("^X Tab")
    #expect(!Self.row(harness.screen(), containing: "lane 2 of 3").contains("TTFT"))
    harness.say("more")
    Self.answer(&harness, ["c", "d", "e"])
    #expect(!harness.screen().contains("not asked yet"))
  }

  @Test func foldedLanesAreNamedAndThoseOfOtherPagesCounted() {
    var harness = Self.swept(
      "seed=1,2,3,4,5,6,7,8",
      rows: 40,
      columns: 200,
      ["x", "x"] + (0..<6).map { "\($0)" }
    )
    #expect(harness.screen().contains("= 2"))
    #expect(harness.screen().contains("8 lanes, 1 folded, 1 on other pages"))
    harness.press("^X =")
    #expect(harness.screen().contains("= 1"))
  }

  @Test func titlesStandOverTheEndsOfSeparators() {
    var harness = WorkbenchHarness(rows: 24, columns: 80, open: ["fast", "32k", "cloud"])
    harness.press("^X f ^X f ^X F")
    #expect(harness.screen().contains("3 lanes, random order, warm-up, each from its own"))
  }

  @Test func tabsGoAroundTheFocusedLane() {
    let names = (1...8).map { "preset-\($0)" }
    let endpoint = WorkbenchHarness.presets[0].endpoint
    var harness = WorkbenchHarness(
      rows: 12,
      columns: 40,
      presets: names.map { Preset(name: $0, endpoint: endpoint, model: "m") },
      open: names
    )
    harness.say("hi")
    var tabs = Self.row(harness.screen(), containing: "\u{25B8}1 preset-1 \u{2026}")
    #expect(tabs.hasSuffix("\u{203A}") && !tabs.hasPrefix("\u{2039}"))
    harness.press("Tab 5")
    tabs = Self.row(harness.screen(), containing: "\u{25B8}5 preset-5 \u{2026}")
    #expect(tabs.hasPrefix("\u{2039}") && tabs.hasSuffix("\u{203A}"))
    harness.press("8")
    tabs = Self.row(harness.screen(), containing: "\u{25B8}8 preset-8 \u{2026}")
    #expect(tabs.hasPrefix("\u{2039}") && !tabs.hasSuffix("\u{203A}"))
  }

  @Test("rows of a sweep's figures bear the lanes' labels", arguments: sizes)
  func figuresBearLabels(rows: Int, columns: Int) {
    var harness = Self.swept(
      "temperature=0,0.4,0.8 seed=1,2",
      rows: rows,
      columns: columns,
      (0..<6).map { "\($0)" }
    )
    harness.press("F6")
    let screen = harness.screen()
    for label in ["t 0 · seed 1", "t 0.4 · seed 2", "t 0.8 · seed 2"] {
      #expect(screen.contains(columns < 60 ? String(label.prefix(5)) : label))
    }
    if columns >= 60 { #expect(screen.contains("tokens") && screen.contains("total")) }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(_ text: String) -> Int {
    var count = 0
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(text) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }
}
