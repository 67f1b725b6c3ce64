import Conversation
import Workbench

/// What a frame costs with the inspector open on a reply that streams, page by page, beside one without.
enum InspectorBench {
  static func run() {
    for deltas in [1_000, 20_000] {
      report("closed", after: deltas, keys: [])
      for page in Inspector.Page.allCases {
        let keys = ["F4"] + [String](repeating: "Tab", count: page.rawValue)
        report(page.title, after: deltas, keys: keys)
      }
      report("gaps in slices", after: deltas, keys: ["F4", "Tab", "t"])
      report("raw, those with text", after: deltas, keys: ["F4", "Tab", "Tab", "f", "f"])
    }
  }

  /// Streams 250 frames of four deltas behind those that are there.
  private static func report(_ name: String, after deltas: Int, keys: [String]) {
    var player = Player(turns: 0)
    player.say("question")
    let words = LongAnswer.text(bytes: 200_000).split(separator: " ").map { "\($0) " }
    func stream(_ count: Int) {
      for word in 0..<count { player.receiveRecorded(words[word % words.count]) }
    }
    stream(deltas)
    for key in keys { player.press(key) }
    _ = player.paint()
    let frames = (0..<250).map { _ in
      Bench.milliseconds {
        stream(4)
        _ = player.paint()
      }
    }
    let place = "\(deltas) deltas, \(name)"
    Bench.report("\(place), mean", frames.reduce(0, +) / Double(frames.count))
    Bench.report("\(place), p99", Bench.percentile(99, of: frames))
  }
}

extension Player {
  /// Gives a delta, 4 ms after the one before, with the bytes that it came in.
  fileprivate mutating func receiveRecorded(_ text: String) {
    guard let request = requests.last else { return }
    wait(milliseconds: 4)
    var log = WireLog(attempt: 1)
    let content = JSONValue.string(text).text
    log.body = Array("data: {\"choices\":[{\"delta\":{\"content\":\(content)}}]}\n\n".utf8)
    log.pieces = [Delta.Mark(time: time, lengthInBytes: log.body.count)]
    let delta = Delta(channel: .content, text: text, time: time)
    apply(
      .stream([
        StreamEvent(request: request, time: time, kind: .wire(log)),
        StreamEvent(request: request, time: time, kind: .delta(delta)),
      ])
    )
  }
}
