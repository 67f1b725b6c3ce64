import Workbench

// Prints what long answers and long conversations cost, one figure a line: name, value, unit.

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
