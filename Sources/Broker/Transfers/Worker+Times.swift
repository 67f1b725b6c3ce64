import Conversation

/// Time limits, waits between attempts, and what is remembered of `stream_options`.
extension Worker {
  func checkTimes(_ now: MonotonicTime) {
    for job in Array(jobs.values) {
      guard let time = job.wakeTime, time <= now else { continue }
      switch job.stage {
      case .draining: discard(job)
      case .waiting(let until) where until <= now: beginAgain(job, now)
      case .waiting, .preparing, .running: checkLimits(of: job, now)
      }
    }
  }

  private func beginAgain(_ job: Job, _ now: MonotonicTime) {
    let event = StreamEvent(request: job.id, time: now, kind: .phase(.connecting))
    gate.deliver([event], of: job.id)
    beginAttempt(of: job)
  }

  private func checkLimits(of job: Job, _ now: MonotonicTime) {
    if let bytes = job.transfer?.uploadedBytes, bytes != job.uploadedBytes {
      job.uploadedBytes = bytes
      job.watch.noteBytes(at: now)
    }
    guard let deadline = job.watch.deadline, deadline.time <= now else { return }
    switch deadline.end {
    case .finished: complete(job)
    case .limit(let limit):
      let error = job.writer.transport(.limit(limit, hasText: job.hasText))
      fail(job, error, isPassing: limit == .connect)
    }
  }

  func wantedUsage(of chat: ChatRequest) -> RequestBuilder.UsageRequest {
    guard chat.delivery == .streamed else { return .notAsked }
    switch chat.preset.endpoint.streamUsage {
    case .off: return .notAsked
    case .on: return .asked
    case .auto: return usageSupport[Self.place(of: chat)] == .refused ? .notAsked : .asked
    }
  }

  /// Whether a refusal may be for `stream_options`, which this endpoint was never seen to take.
  func mayAskWithoutUsage(_ job: Job) -> Bool {
    guard case .chat(let chat) = job.order.purpose, job.usage == .asked else { return false }
    return chat.preset.endpoint.streamUsage == .auto && usageSupport[Self.place(of: chat)] == nil
  }

  func noteUsageSupport(of job: Job, at time: MonotonicTime) {
    guard case .chat(let chat) = job.order.purpose else { return }
    if job.usage == .asked { usageSupport[Self.place(of: chat)] = .accepted }
    guard job.isWithoutRefusedUsage else { return }
    usageSupport[Self.place(of: chat)] = .refused
    let text =
      "\(job.order.endpoint.name) refuses stream_options; it was asked again without, so the server's "
      + "token counts may be missing"
    gate.deliver([StreamEvent(request: job.id, time: time, kind: .notice(text))], of: job.id)
    job.isWithoutRefusedUsage = false
  }

  private static func place(of chat: ChatRequest) -> String {
    "\(chat.preset.endpoint.url) \(chat.preset.model)"
  }
}
