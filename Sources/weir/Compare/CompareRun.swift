import Broker
import Conversation
import Measuring
import Reports

/// A comparison under way: reads prompts as they are needed, asks what may be asked, and hands on what is answered.
///
/// A slow server does not hold up the others: prompts are read while any server has too little to do, until very much waits.
/// Memory holds what waits and what is under way, both bounded, and a place for each answer.
struct CompareRun {
  /// How it ended.
  enum Finish {
    case complete
    case interrupted
    /// The prompts could be read only up to a mistake, which is said; all before it is asked.
    case wrongPrompts
  }

  /// Cells that wait for each server beside those under way, so that a free one never waits for the file.
  private static let fewestWaiting = 32
  /// Cells and bytes of text that wait at most for servers which are slower than the others.
  private static let mostWaiting = 16_384
  private static let mostBytes = 32_000_000
  /// Prompts that are read between two looks at what has come.
  private static let mostAtOnce = 256

  let plan: ComparePlan
  let judge: CompareJudge?
  let exchange: Exchange
  let file: AnswerFile?
  var score: CompareScore
  var output: CompareOutput
  private var prompts: ComparePrompts
  var queue: RequestQueue<CompareJob>
  var groups = CompareGroups()
  private var nextGroup = 0
  private var isAtEnd = false
  private var hasWrongPrompts = false
  var running: [RequestID: RunningJob] = [:]
  /// Answers that had begun when it was stopped.
  private(set) var unfinished = 0
  var unreachable = UnreachableServers()
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

  /// Asks everything; a signal ends it, and what is under way is forgotten.
  ///
  /// - Throws: What cannot be written, once the answers that wait for a verdict are shown.
  mutating func run() throws -> Finish {
    do {
      return try askAll()
    } catch {
      try? stop()
      throw error
    }
  }

  private mutating func askAll() throws -> Finish {
    while true {
      try refill()
      try start()
      output.progress.show(score, running: queue.running, now: .now())
      if isAtEnd, queue.waiting == 0, running.isEmpty {
        return hasWrongPrompts ? .wrongPrompts : .complete
      }
      switch exchange.wait(input: awaited, until: deadline(after: .now())) {
      case .interrupted:
        try stop()
        return .interrupted
      case .events(let events): for event in events { try take(event) }
      case .input: prompts.readMore()
      }
    }
  }

  private mutating func stop() throws {
    unfinished = running.values.count(where: \.isAnswer)
    for id in running.keys { exchange.starter.cancel(id) }
    running = [:]
    try showUnjudged()
  }

  /// Where prompts are to come from that are wanted and not there yet.
  private var awaited: Int32? { isFull ? nil : prompts.awaited(runs: plan.runs) }

  private var isFull: Bool {
    isAtEnd || queue.waiting >= Self.mostWaiting || groups.bytes >= Self.mostBytes
      || plan.laneServers.allSatisfy { queue.waiting(for: $0) >= Self.fewestWaiting }
  }

  /// When there is something to do though nothing happens.
  private func deadline(after now: MonotonicTime) -> MonotonicTime? {
    if !isFull, awaited == nil { return now }
    return [queue.release(after: now), output.progress.deadline(after: now)]
      .compactMap { $0 }.min()
  }

  /// Adds what is to be asked until enough waits, a bounded number at a time: answers that are there already fill nothing.
  private mutating func refill() throws {
    for _ in 0..<Self.mostAtOnce where !isFull && awaited == nil {
      guard let next = nextPrompt() else {
        isAtEnd = true
        return
      }
      try add(next.prompt, repetition: next.repetition, run: next.run)
    }
  }

  /// The next prompt; `nil` behind the last one, and at a mistake.
  private mutating func nextPrompt() -> (prompt: ComparisonPrompt, repetition: Int, run: Int)? {
    do throws(PromptFileError) {
      return try prompts.next(runs: plan.runs)
    } catch {
      output.progress.note(error.description)
      hasWrongPrompts = true
      return nil
    }
  }

  private mutating func add(_ prompt: ComparisonPrompt, repetition: Int, run: Int) throws {
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
}
