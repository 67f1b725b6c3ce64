import Conversation

/// What comes in from libcurl's callbacks; no transfer may be taken off the multi handle here.
extension Worker {
  private static let mostHeaderBytes = 256 << 10
  private static let mostErrorBytes = 64 << 10

  /// - Returns: Whether the transfer goes on.
  func hear(_ input: Transfer.Input, for job: Job) -> Bool {
    guard case .running(let transfer) = job.stage else { return job.isDraining }
    let now = MonotonicTime.now()
    switch input {
    case .sent:
      job.watch.noteSent(at: now)
      deliver(.phase(.sent), at: now, of: job)
      return true
    case .header(let line):
      job.watch.noteBytes(at: now)
      return takeHeader(line, transfer, job, now)
    case .body(let bytes):
      job.watch.noteBytes(at: now)
      let log = (job.recorder?.takeBody(bytes, at: now)).map { event(.wire($0), at: now, of: job) }
      guard job.decoder == nil else { return read(bytes, log, transfer, job, now) }
      if let log { gate.deliver([log], of: job.id) }
      return collect(bytes, job)
    }
  }

  private func takeHeader(
    _ line: UnsafeRawBufferPointer,
    _ transfer: Transfer,
    _ job: Job,
    _ now: MonotonicTime
  ) -> Bool {
    job.headerBytes += line.count
    guard job.headerBytes <= Self.mostHeaderBytes else {
      job.breach = .headerFlood
      return false
    }
    job.recorder?.takeHeader(line)
    let isEnd = line.count <= 2
    let status = transfer.status
    guard isEnd, status >= 200, case .chat = job.order.purpose else { return true }
    if let log = job.recorder?.endHead(status: status, at: now) {
      deliver(.wire(log), at: now, of: job)
    }
    deliver(.connection(transfer.connectionTiming), at: now, of: job)
    deliver(.phase(.answering), at: now, of: job)
    guard status < 300 else { return true }
    job.decoder = ReplyDecoder(
      writer: job.writer,
      given: job.order.givenWords,
      prefill: job.order.endpoint.prefill
    )
    noteUsageSupport(of: job, at: now)
    return true
  }

  private func collect(_ bytes: UnsafeRawBufferPointer, _ job: Job) -> Bool {
    job.body.append(contentsOf: bytes)
    guard case .models = job.order.purpose else { return job.body.count <= Self.mostErrorBytes }
    return job.body.count <= ReplyDecoder.mostBytes
  }

  private func read(
    _ bytes: UnsafeRawBufferPointer,
    _ log: StreamEvent?,
    _ transfer: Transfer,
    _ job: Job,
    _ now: MonotonicTime
  ) -> Bool {
    var batch = EventBatch(request: job.id, time: now)
    job.decoder?.feed(bytes, parser: &parser, batch: &batch)
    var events = batch.takeEvents()
    if events.isEmpty { events = [event(.keepAlive, at: now, of: job)] }
    if let log { events.append(log) }
    if batch.hasText { job.watch.noteText() }
    if batch.hasContent { job.hasText = true }
    if job.decoder?.isFinishing == true { job.watch.noteFinishing() }
    guard let ending = job.decoder?.ending else {
      gate.deliver(events, of: job.id)
      return true
    }
    gate.end(job.id, ending, after: events + restOfLog(of: job))
    job.stage = .draining(transfer, until: now.adding(milliseconds: 1_000))
    if case .failed = ending { return false }
    return true
  }

  /// What of a log was kept back until nothing could follow.
  func restOfLog(of job: Job) -> [StreamEvent] {
    (job.recorder?.rest()).map { [event(.wire($0), at: .now(), of: job)] } ?? []
  }

  func deliver(_ kind: StreamEvent.Kind, at time: MonotonicTime, of job: Job) {
    gate.deliver([event(kind, at: time, of: job)], of: job.id)
  }

  private func event(_ kind: StreamEvent.Kind, at time: MonotonicTime, of job: Job) -> StreamEvent {
    StreamEvent(request: job.id, time: time, kind: kind)
  }
}
