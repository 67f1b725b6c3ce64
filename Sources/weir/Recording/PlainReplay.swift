import Broker
import Conversation
import Glibc
import Reports

/// Plays a recorded reply on standard output, each delta when it came.
struct PlainReplay {
  let reply: RecordedReply
  /// How many seconds of the recording pass in one.
  let speed: Double

  /// - Throws: `StandardOutput.Closed` when nobody reads it any more.
  func run(over exchange: Exchange) throws(StandardOutput.Closed) -> ExitStatus {
    var events = ReplyReplay.events(of: reply.log, preset: reply.preset, request: RequestID(1))
    // What ended it may lie outside of the bytes: a connection that broke, a time limit, a key.
    if let ending = reply.ending { events[events.count - 1].kind = .ended(ending) }
    let start = MonotonicTime.now()
    var printer = ReplyPrinter(channels: [.content, .reasoning])
    for event in events {
      let due = start.adding(milliseconds: Double(event.time.nanoseconds) / 1e6 / speed)
      while MonotonicTime.now() < due {
        if case .interrupted = exchange.wait(until: due) { return exchange.stopStatus }
      }
      try printer.show(event)
    }
    return .success
  }
}
