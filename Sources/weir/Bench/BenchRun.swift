import Broker
import Conversation
import Measuring

/// A measurement under way: one load after the other, nothing beside them.
struct BenchRun {
  enum Finish {
    case complete
    case interrupted
  }

  /// The rate at which the error of the times is measured, and for how many words.
  private static let clock = (perSecond: 1_000, words: 500)

  let plan: BenchPlan
  let exchange: Exchange
  /// The embedded endpoint, which knows when it sent its words; `nil` where there is none.
  let clockPreset: Preset?
  private(set) var results: [BenchResult] = []
  private(set) var delays: ArrivalDelays?
  private(set) var progress: BenchProgress
  private var unreachable = UnreachableServers()

  init(_ plan: BenchPlan, exchange: Exchange, demo: DemoChild?, isQuiet: Bool) {
    self.plan = plan
    self.exchange = exchange
    clockPreset = demo?.clock(perSecond: Self.clock.perSecond, words: Self.clock.words)
    let loads = plan.loads.map { (load: $0.load, requests: plan.requests + plan.warmUps) }
    progress = BenchProgress(BenchEstimate(loads), isQuiet: isQuiet)
  }

  mutating func run() -> Finish {
    guard measureDelays() == .complete else { return .interrupted }
    var number = 0
    for (lane, load) in plan.loads {
      var run = BenchLoadRun(
        lane: lane,
        load: load,
        firstNumber: number,
        warmUps: plan.warmUps,
        planned: plan.requests
      )
      number += plan.warmUps + plan.requests
      let finish = carryOut(&run)
      results.append(run.result)
      guard finish == .complete else { return .interrupted }
    }
    progress.clear()
    return .complete
  }

  /// Asks the embedded endpoint, before anything else runs, how late weir notes what was sent.
  private mutating func measureDelays() -> Finish {
    guard let clockPreset else { return .complete }
    let id = exchange.makeRequestID()
    var reply = RunningReply(preset: clockPreset, request: id)
    start(id, clockPreset, [ChatMessage(role: .user, content: "The time?")])
    while true {
      switch exchange.wait() {
      case .interrupted:
        exchange.starter.cancel(id)
        return .interrupted
      case .input: continue
      case .events(let events):
        for event in events where reply.take(event) {
          let marks = reply.message.reply?.marks ?? []
          delays = ArrivalDelays(content: reply.message.content, marks: marks)
          return .complete
        }
      }
    }
  }

  private mutating func carryOut(_ run: inout BenchLoadRun) -> Finish {
    while true {
      while let number = run.nextNumber() {
        let id = exchange.makeRequestID()
        let (preset, messages) = plan.request(number: number, to: run.lane)
        run.started(id, RunningReply(preset: preset, request: id))
        start(id, preset, messages)
      }
      if run.isOver { return .complete }
      progress.show(run, at: .now())
      switch exchange.wait(until: progress.deadline(after: .now())) {
      case .interrupted:
        for id in run.running.keys { exchange.starter.cancel(id) }
        progress.clear()
        return .interrupted
      case .input: continue
      case .events(let events): for event in events { take(event, of: &run) }
      }
    }
  }

  /// Nothing is retried: what would be is an error.
  private func start(_ id: RequestID, _ preset: Preset, _ messages: [ChatMessage]) {
    exchange.starter.start(
      ChatRequest(id: id, preset: preset, messages: messages, retries: .none)
    )
  }

  private mutating func take(_ event: StreamEvent, of run: inout BenchLoadRun) {
    guard let (reply, isMeasured) = run.take(event) else { return }
    progress.note(run.load, reply)
    if !isMeasured, case .failed(let error)? = reply.message.reply?.ending {
      progress.note("warming up: \(error)")
    }
    if !run.isGivenUp, let reason = unreachable.note(reply.failureToReach, of: 0) {
      progress.note("\(reason); what is left of \(run.load.words) is not asked")
      run.giveUp()
      // The next load may be of another server, and gets its own chances.
      unreachable = UnreachableServers()
    }
  }
}
