import CCurl
import Conversation

/// How an attempt begins and ends.
extension Worker {
  func take(_ result: Result<HTTPRequest, ReplyError>, for job: Job) {
    switch result {
    case .failure(let error): end(job, .failed(error))
    case .success(let request):
      job.request = request
      job.writer = ReplyErrorWriter(
        endpoint: job.order.endpoint,
        model: job.order.model,
        request: request
      )
      beginAttempt(of: job)
    }
  }

  /// Sends the request, for the first time or again.
  func beginAttempt(of job: Job) {
    guard let request = job.request,
      let transfer = Transfer(
        request,
        endpoint: job.order.endpoint,
        environment: environment,
        listener: { [unowned self, unowned job] in hear($0, for: job) }
      )
    else { return end(job, .failed(job.writer.transport(.curl(CURLE_OUT_OF_MEMORY, .init())))) }
    job.beginAttempt()
    let now = MonotonicTime.now()
    if let log = job.recorder?.begin(request) { deliver(.wire(log), at: now, of: job) }
    job.watch.noteConnecting(at: now)
    job.stage = .running(transfer)
    jobOfTransfer[transfer.easy] = job
    curl_multi_add_handle(multi, transfer.easy)
  }

  func finishAttempt(of job: Job, _ code: CURLcode) {
    guard case .running(let transfer) = job.stage else { return discard(job) }
    let status = transfer.status
    if let breach = job.breach {
      fail(job, job.writer.transport(breach), isPassing: false)
    } else if (300...399).contains(status) {
      followRedirect(status, to: transfer.redirectTarget, job)
    } else if status >= 400 {
      refuse(job, status: status, retryAfter: transfer.retryAfter)
    } else if code != CURLE_OK {
      breakOff(job, code, transfer.facts)
    } else {
      complete(job)
    }
  }

  private func followRedirect(_ status: Int, to target: String?, _ job: Job) {
    guard [307, 308].contains(status), let target, let new = EndpointURL(target),
      let old = job.request.flatMap({ EndpointURL($0.url) }), new.isSameOrigin(as: old)
    else {
      let failure = ReplyErrorWriter.TransportFailure.redirect(status: status, to: target)
      return fail(job, job.writer.transport(failure), isPassing: false)
    }
    guard job.redirects < 3 else {
      return fail(job, job.writer.transport(.tooManyRedirects), isPassing: false)
    }
    job.redirects += 1
    job.request?.url = target
    dropTransfer(of: job)
    beginAttempt(of: job)
  }

  private func refuse(_ job: Job, status: Int, retryAfter: RetryAfter?) {
    if [400, 422].contains(status), mayAskWithoutUsage(job) {
      job.usage = .notAsked
      job.isWithoutRefusedUsage = true
      dropTransfer(of: job)
      job.watch.pause()
      return prepare(job)
    }
    let envelope = job.body.withUnsafeBytes { bytes in
      parser.parse(bytes).flatMap { ErrorEnvelope($0, in: .error) }
    }
    let error = job.writer.status(
      status,
      body: job.body,
      envelope: envelope,
      retryAfter: retryAfter
    )
    fail(job, error, isPassing: RetryPolicy.isPassing(status: status), retryAfter: retryAfter)
  }

  private func breakOff(
    _ job: Job,
    _ code: CURLcode,
    _ facts: ReplyErrorWriter.CurlFacts
  ) {
    if job.decoder?.isFinishing == true { return complete(job) }
    let failure: ReplyErrorWriter.TransportFailure =
      code == CURLE_OPERATION_TIMEDOUT
      ? .limit(.connect, hasText: false) : .curl(code, facts)
    fail(job, job.writer.transport(failure), isPassing: RetryPolicy.isPassing(code))
  }

  /// Ends a job by what its body says.
  func complete(_ job: Job) {
    if case .models = job.order.purpose { return completeModels(job) }
    var batch = EventBatch(request: job.id, time: .now())
    let ending = job.decoder?.finish(parser: &parser, batch: &batch)
    gate.deliver(batch.takeEvents(), of: job.id)
    end(job, ending ?? .failed(job.writer.shape(.empty)))
  }

  private func completeModels(_ job: Job) {
    guard case .models(let completion) = job.order.purpose else { return }
    let result = job.body.withUnsafeBytes { bytes -> Result<[ModelInfo], ReplyError> in
      guard let root = parser.parse(bytes) else {
        let opening = Array(bytes.prefix(1_000))
        let isEmpty = opening.isEmpty
        return .failure(isEmpty ? job.writer.shape(.noModels) : job.writer.decode(.noJSON(opening)))
      }
      if let envelope = ErrorEnvelope(root, in: .answer) {
        return .failure(job.writer.serverError(envelope))
      }
      return ModelList.read(root).map { .success($0) } ?? .failure(job.writer.shape(.noModels))
    }
    discard(job)
    completion(result)
  }

  /// Ends a job with an error, or begins its wait for another attempt.
  func fail(
    _ job: Job,
    _ error: ReplyError,
    isPassing: Bool,
    retryAfter: RetryAfter? = nil
  ) {
    guard isPassing, !job.hasText, case .chat(let chat) = job.order.purpose,
      chat.retries == .allowed,
      let wait = retryPolicy.milliseconds(
        after: job.attempt,
        retryAfter: retryAfter,
        jitter: .random(in: 0...1)
      )
    else { return end(job, .failed(error)) }
    dropTransfer(of: job)
    job.attempt += 1
    job.watch.pause()
    let now = MonotonicTime.now()
    let time = now.adding(milliseconds: wait)
    job.stage = .waiting(until: time)
    let retry = Retry(attempt: job.attempt, time: time, reason: error)
    gate.deliver([StreamEvent(request: job.id, time: now, kind: .retrying(retry))], of: job.id)
  }

  /// Tells the caller the ending and forgets the job.
  func end(_ job: Job, _ ending: Ending) {
    discard(job)
    switch job.order.purpose {
    case .chat: gate.end(job.id, ending, after: restOfLog(of: job))
    case .models(let completion):
      if case .failed(let error) = ending { return completion(.failure(error)) }
      completion(.failure(.closing(job.order.endpoint.name)))
    }
  }

  /// Forgets a job; a connection in mid-transfer is closed.
  func discard(_ job: Job) {
    dropTransfer(of: job)
    jobs[job.id] = nil
  }

  private func dropTransfer(of job: Job) {
    guard let transfer = job.transfer else { return }
    curl_multi_remove_handle(multi, transfer.easy)
    jobOfTransfer[transfer.easy] = nil
    job.stage = .preparing
  }
}
