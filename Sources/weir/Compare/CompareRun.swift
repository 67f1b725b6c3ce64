import Broker
import Conversation
import Measuring
import Reports

/// A comparison under way: reads prompts as they are needed, asks what may be asked, and hands on what is answered.
///
/// Memory holds what waits and what is under way, a place for each answer, and no more.
struct CompareRun {
  /// How it ended.
  enum Finish {
    case complete
    case interrupted
  }

  /// Cells that wait beside those under way, so that a free server never waits for the file.
  private static let mostWaiting = 256

  let plan: ComparePlan
  let judge: CompareJudge?
  let exchange: Exchange
  let file: AnswerFile?
  var score: CompareScore
  var output: CompareOutput
  private var prompts: ComparePrompts
  var queue: RequestQueue<CompareJob>
  var groups: [Int: CompareGroup] = [:]
  private var nextGroup = 0
  private var isAtEnd = false
  private var running: [RequestID: RunningJob] = [:]
  private var random = SystemRandomNumberGenerator()

  init(
    _ plan: ComparePlan,
    judge: CompareJudge?,
    prompts: ComparePrompts,
    file: AnswerFile?,
    exchange: Exchange,
    output: CompareOutput
  ) {
    self.plan = plan
    self.judge = judge
    self.prompts = prompts
    self.file = file
    self.exchange = exchange
    self.output = output
    score = CompareScore(lanes: plan.lanes)
    queue = RequestQueue(
      bounds: plan.bounds,
      isOneByOne: plan.mode.order != .parallel
    )
  }

  /// Asks everything; SIGINT ends it, and what is under way is forgotten.
  mutating func run() throws -> Finish {
    while true {
      try refill()
      start()
      output.progress.show(score, running: queue.running, now: .now())
      if isAtEnd, queue.waiting == 0, running.isEmpty { return .complete }
      let now = MonotonicTime.now()
      let deadline = [queue.release(after: now), output.progress.deadline(after: now)]
        .compactMap { $0 }.min()
      switch exchange.wait(until: deadline) {
      case .interrupted:
        for id in running.keys { exchange.starter.cancel(id) }
        try showUnjudged()
        return .interrupted
      case .events(let events): for event in events { try take(event) }
      case .input: break
      }
    }
  }

  /// Adds what is to be asked until enough waits.
  private mutating func refill() throws {
    while !isAtEnd, queue.waiting < Self.mostWaiting {
      guard let (prompt, repetition, run) = try prompts.next(runs: plan.runs) else {
        isAtEnd = true
        return
      }
      let prepared = plan.prepared(prompt)
      let cells = plan.lanes.map { $0.key(for: prepared, repetition: repetition, run: run) }
      var group = CompareGroup(
        prompt: prepared,
        run: run,
        firstPlace: score.places.count,
        cells: cells,
        open: cells.count
      )
      score.places += cells.map { _ in -1 }
      var asked: [Int] = []
      for (lane, cell) in cells.enumerated() where try !reuse(cell, of: lane, in: &group) {
        asked.append(lane)
      }
      let number = nextGroup
      nextGroup += 1
      if plan.mode.order == .shuffled { asked.shuffle(using: &random) }
      for lane in asked {
        queue.add(.answer(group: number, lane: lane), to: plan.server(ofLane: lane))
      }
      groups[number] = group
      if group.open == 0 { try complete(number) }
    }
  }

  /// Takes an answer from the file, if it is there.
  private mutating func reuse(
    _ cell: UInt64,
    of lane: Int,
    in group: inout CompareGroup
  ) throws -> Bool {
    guard let offset = file?.done[cell], var record = file?.record(at: offset) else { return false }
    let before = record
    record.note(expected: group.prompt.expected)
    let place = record == before ? offset : try file?.append(record) ?? offset
    score.count(record, lane: lane, place: group.firstPlace + lane, offset: place, isReused: true)
    if judge != nil { group.answers[lane] = record }
    group.open -= 1
    return true
  }

  private mutating func start() {
    while let (job, server) = queue.next(at: .now()) {
      let id = exchange.makeRequestID()
      guard let (preset, messages) = request(for: job) else {
        queue.ended(on: server)
        continue
      }
      var started = RunningJob(
        job,
        on: server,
        preset: preset,
        messages: messages,
        request: id,
        mode: plan.mode
      )
      if plan.mode.warmsUp, case .answer = job {
        started.isWarmingUp = true
        var preset = preset
        preset.parameters[.maxTokens] = .integer(1)
        let hello = [ChatMessage(role: .user, content: "Hello")]
        exchange.starter.start(ChatRequest(id: id, preset: preset, messages: hello))
      } else {
        exchange.starter.start(ChatRequest(id: id, preset: preset, messages: messages))
      }
      running[id] = started
    }
  }

  private func request(for job: CompareJob) -> (Preset, [ChatMessage])? {
    switch job {
    case .answer(let number, let lane):
      guard let group = groups[number] else { return nil }
      let preset = plan.lanes[lane].preset(for: group.prompt)
      let system = preset.system.map { [ChatMessage(role: .system, content: $0)] } ?? []
      return (preset, system + [ChatMessage(role: .user, content: group.prompt.text)])
    case .judgement(let number, let order):
      guard let judge, let group = groups[number] else { return nil }
      return (judge.preset, judge.messages(for: group, in: order))
    }
  }

  private mutating func take(_ event: StreamEvent) throws {
    guard let server = running[event.request]?.server else { return }
    if case .retrying(let retry) = event.kind {
      queue.hold(server, until: retry.time)
      output.progress.note("\(retry.reason); again in \(retry.seconds(after: event.time)) s")
    }
    guard running[event.request]?.take(event) == true,
      let job = running.removeValue(forKey: event.request)
    else { return }
    if job.isWarmingUp { return restart(job) }
    queue.ended(on: server)
    switch job.job {
    case .answer(let number, let lane): try finish(job, lane: lane, of: number)
    case .judgement(let number, let order): try judged(job, order, of: number)
    }
  }

  /// Asks what was to be asked, now that the model is loaded.
  private mutating func restart(_ job: RunningJob) {
    let id = exchange.makeRequestID()
    running[id] = RunningJob(
      job.job,
      on: job.server,
      preset: job.preset,
      messages: job.messages,
      request: id,
      mode: plan.mode
    )
    exchange.starter.start(ChatRequest(id: id, preset: job.preset, messages: job.messages))
  }
}

extension Retry {
  fileprivate func seconds(after now: MonotonicTime) -> String {
    let tenths = Int((max(0, time.seconds(since: now)) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
