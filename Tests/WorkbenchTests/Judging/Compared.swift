import Conversation
import Support
import Workbench

/// Lanes whose presets, models and endpoints have names that stand nowhere else on a screen.
enum Compared {
  static var presets: [Preset] {
    ["qzant", "qzbee", "qzcow"].map { name in
      Preset(
        name: name,
        endpoint: Endpoint(name: "\(name)-host", url: "http://\(name).example/v1"),
        model: "\(name)-model"
      )
    }
  }

  /// All lanes have been asked, and none has answered.
  static func asked(
    rows: Int = 40,
    columns: Int = 120,
    lanes count: Int = 3,
    keys: String = ""
  ) -> WorkbenchHarness {
    var harness = WorkbenchHarness(
      rows: rows,
      columns: columns,
      presets: presets,
      open: presets.prefix(count).map(\.name)
    )
    harness.press(keys)
    harness.say("Which?")
    return harness
  }

  /// Gives each lane that was asked the answer `answer of PRESET'S LAST LETTERS`, in the order of asking.
  static func answer(
    _ harness: inout WorkbenchHarness,
    _ texts: [String] = ["one", "two", "three"]
  ) {
    for (request, text) in zip(harness.requests.suffix(texts.count), texts) {
      harness.receive(.phase(.sent), for: request.id)
      harness.wait(milliseconds: 70)
      harness.receive(
        .delta(Delta(channel: .content, text: text, time: harness.now)),
        for: request.id
      )
      harness.receive(.model(request.preset.model + "-2"), for: request.id)
      harness.receive(.notice("from \(request.preset.name)"), for: request.id)
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
  }

  /// All lanes have answered.
  static func answered(
    rows: Int = 40,
    columns: Int = 120,
    lanes count: Int = 3,
    keys: String = ""
  ) -> WorkbenchHarness {
    var harness = asked(rows: rows, columns: columns, lanes: count, keys: keys)
    answer(&harness, Array(["one", "two", "three"].prefix(count)))
    harness.wait(milliseconds: 1_000)
    return harness
  }
}

extension WorkbenchHarness {
  /// The votes on everything that the user said.
  var votes: [TurnVote] {
    (0..<state.tree.count).flatMap { state.tree[MessageID($0)].votes }
  }
}
