import Conversation
import Glibc
import Workbench

/// Plays a reply on standard output, each delta when it came.
struct PlainReplay {
  /// Their times count from when the reply was asked for.
  let events: [StreamEvent]
  let speed: PlaySpeed

  /// - Throws: `StandardOutput.Closed` when nobody reads it any more.
  func run(over exchange: Exchange) throws(StandardOutput.Closed) -> ExitStatus {
    let start = MonotonicTime.now()
    var printer = ReplyPrinter(channels: [.content, .reasoning])
    for event in events {
      let due = start.adding(milliseconds: Double(event.time.nanoseconds) / 1e6 / speed.factor)
      while MonotonicTime.now() < due {
        if case .interrupted = exchange.wait(until: due) { return exchange.stopStatus }
      }
      try printer.show(event)
    }
    return .success
  }
}
