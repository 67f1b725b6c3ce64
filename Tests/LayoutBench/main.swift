import Glibc
import Workbench

// Prints what long answers and long conversations cost, one figure a line: name, value, unit.

if CommandLine.arguments.dropFirst() == ["inspector"] {
  InspectorBench.run()
  exit(0)
}

let answer = LongAnswer.text(bytes: 1_000_000)

var long = Player(turns: 0)
long.say("question")
long.receive(answer)
long.end()
Bench.report("open 1 MB", Bench.milliseconds { _ = long.paint() })
Bench.report("redraw 1 MB", Bench.median(of: 20) { _ = long.paint() })
long.press("Esc")
let up = (0..<400).map { _ in
  Bench.milliseconds {
    long.press("PgUp")
    _ = long.paint()
  }
}
Bench.report("page up, p50", Bench.percentile(50, of: up))
Bench.report("page up, worst", up.max() ?? 0)
Bench.report(
  "go to the top",
  Bench.milliseconds {
    long.press("g")
    _ = long.paint()
  }
)
let down = (0..<400).map { _ in
  Bench.milliseconds {
    long.press("j")
    _ = long.paint()
  }
}
Bench.report("line down, worst", down.max() ?? 0)
Bench.report(
  "other width",
  Bench.milliseconds {
    long.apply(.resized(Bench.otherSize))
    _ = long.paint()
  }
)

for count in [10, 10_000] {
  var conversation = Player(turns: count / 2)
  _ = conversation.paint()
  Bench.report(
    "key with \(count) messages",
    Bench.median(of: 200) {
      conversation.press("a")
      _ = conversation.paint()
    }
  )
  conversation.press("Esc")
  Bench.report(
    "line up with \(count) messages",
    Bench.median(of: 200) {
      conversation.press("k")
      _ = conversation.paint()
    }
  )
}

for (name, text) in LongAnswer.giants(bytes: 200_000) {
  var streaming = Player(turns: 0)
  streaming.say("question")
  let pieces = Bench.pieces(of: text, bytes: 200)
  let times = pieces.map { piece in
    Bench.milliseconds {
      streaming.receive(piece)
      _ = streaming.paint()
    }
  }
  Bench.report("stream one \(name), a frame", times.reduce(0, +) / Double(times.count))
  Bench.report("stream one \(name), worst frame", times.max() ?? 0)
}

// Eight lanes, 1,000 deltas a second each for a minute, a frame after each 16 ms of them; then the time ruler over it.
var lanes = Player(turns: 0, lanes: 8, size: ScreenSize(rows: 60, columns: 200))
lanes.press("^X")
lanes.press("=")
lanes.say("question")
let asked = lanes.requests
let words = Array(
  LongAnswer.text(bytes: 500_000).split(separator: " ", omittingEmptySubsequences: false)
    .prefix(60_000).map { "\($0) " }
)
let frames = stride(from: 0, to: words.count, by: 16).map { first in
  Bench.milliseconds {
    lanes.receive(words[first..<min(first + 16, words.count)], for: asked)
    _ = lanes.paint()
  }
}
Bench.report("eight lanes stream, p50", Bench.percentile(50, of: frames))
Bench.report("eight lanes stream, p99", Bench.percentile(99, of: frames))
Bench.report("eight lanes stream, worst", frames.max() ?? 0)
lanes.end()
_ = lanes.paint()
lanes.press("^X")
let opening = Bench.milliseconds {
  lanes.press("t")
  _ = lanes.paint()
}
Bench.report("the time ruler opens", opening)
@MainActor func seek(_ key: String) -> Double {
  Bench.milliseconds {
    lanes.press(key)
    _ = lanes.paint()
  }
}
Bench.report("the time ruler's first step back", seek("Left"))
let back = (0..<100).map { _ in seek("Left") }
let on = (0..<80).map { _ in seek("Right") }
Bench.report("the time ruler steps, p99", Bench.percentile(99, of: back + on))
Bench.report("the time ruler steps, worst", (back + on).max() ?? 0)
