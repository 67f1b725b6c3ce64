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
      return job.decoder == nil ? collect(bytes, job) : read(bytes, transfer, job, now)
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
    let isEnd = line.count <= 2
    let status = transfer.status
    guard isEnd, status >= 200, case .chat = job.order.purpose else { return true }
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
    _ transfer: Transfer,
    _ job: Job,
    _ now: MonotonicTime
  ) -> Bool {
    var batch = EventBatch(request: job.id, time: now)
    job.decoder?.feed(bytes, parser: &parser, batch: &batch)
    var events = batch.takeEvents()
    if events.isEmpty { events = [StreamEvent(request: job.id, time: now, kind: .keepAlive)] }
    if batch.hasText { job.watch.noteText() }
    if batch.hasContent { job.hasText = true }
    if job.decoder?.isFinishing == true { job.watch.noteFinishing() }
    guard let ending = job.decoder?.ending else {
      gate.deliver(events, of: job.id)
      return true
    }
    gate.end(job.id, ending, after: events)
    job.stage = .draining(transfer, until: now.adding(milliseconds: 1_000))
    if case .failed = ending { return false }
    return true
  }

  private func deliver(_ kind: StreamEvent.Kind, at time: MonotonicTime, of job: Job) {
    gate.deliver([StreamEvent(request: job.id, time: time, kind: kind)], of: job.id)
  }
}
