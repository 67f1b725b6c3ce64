import Broker
import Conversation

/// What is sent, and what comes of it.
extension CompareRun {
  /// Sends what may be sent; what waits for a server that is given up ends at once.
  mutating func start() throws {
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
      if let refusal = unreachable.refusal(of: server) {
        started.refuse(refusal, as: id)
        try end(started)
        continue
      }
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

  mutating func take(_ event: StreamEvent) throws {
    guard let server = running[event.request]?.server else { return }
    if case .retrying(let retry) = event.kind {
      queue.hold(server, until: retry.time)
      output.progress.note(retry, at: event.time)
    }
    guard running[event.request]?.take(event) == true,
      let job = running.removeValue(forKey: event.request)
    else { return }
    if job.isWarmingUp { return restart(job) }
    if let reason = unreachable.note(job) {
      output.progress.note("\(reason); what is left for this server is not asked")
    }
    try end(job)
  }

  private mutating func end(_ job: RunningJob) throws {
    queue.ended(on: job.server)
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
