import Conversation
import Glibc
import Measuring

/// The requests of one load under way: so many at a time, the next when one has ended.
struct BenchLoadRun {
  let lane: ComparisonLane
  let load: BenchLoad
  /// The number of the first request among all of the measurement.
  let firstNumber: Int
  let warmUps: Int
  let planned: Int
  private(set) var tally = BenchTally()
  private(set) var running: [RequestID: RunningReply] = [:]
  private var sent = 0
  private var ended = 0
  /// Whether nothing more is sent.
  private(set) var isGivenUp = false
  /// The processor time of weir when the first measured request was sent.
  private var processorStart: Double?
  private(set) var processorSeconds: Double?

  init(lane: ComparisonLane, load: BenchLoad, firstNumber: Int, warmUps: Int, planned: Int) {
    self.lane = lane
    self.load = load
    self.firstNumber = firstNumber
    self.warmUps = warmUps
    self.planned = planned
  }

  var isOver: Bool { running.isEmpty && (isGivenUp || sent == warmUps + planned) }

  /// The number of the next request that may be sent; `nil` while none may be.
  ///
  /// What warms up ends before the first that is measured.
  func nextNumber() -> Int? {
    guard !isGivenUp, sent < warmUps + planned, running.count < load.concurrency,
      sent != warmUps || ended == warmUps
    else { return nil }
    return firstNumber + sent
  }

  mutating func started(_ id: RequestID, _ reply: RunningReply) {
    if sent >= warmUps, processorStart == nil { processorStart = Self.processorTime }
    running[id] = reply
    sent += 1
  }

  /// - Returns: The reply, where it has ended with this, and whether it was measured.
  mutating func take(_ event: StreamEvent) -> (reply: RunningReply, isMeasured: Bool)? {
    guard running[event.request]?.take(event) == true,
      let reply = running.removeValue(forKey: event.request)
    else { return nil }
    ended += 1
    let isMeasured = ended > warmUps
    if isMeasured, let figures = reply.figures { tally.count(figures) }
    if running.isEmpty, let start = processorStart {
      processorSeconds = Self.processorTime.map { $0 - start }
    }
    return (reply, isMeasured)
  }

  mutating func giveUp() { isGivenUp = true }

  /// What there is of it.
  var result: BenchResult {
    BenchResult(
      tally,
      of: load,
      preset: lane.preset.name,
      endpoint: lane.preset.endpoint.name,
      model: lane.preset.model,
      planned: planned,
      processorSeconds: processorSeconds
    )
  }

  /// Of all threads, in seconds.
  private static var processorTime: Double? {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return nil }
    return [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
  }
}

extension RunningReply {
  /// Its figures, once it has ended.
  var figures: RequestFigures? {
    message.reply.map { RequestFigures(of: $0, timesSent: timesSent) }
  }
}
