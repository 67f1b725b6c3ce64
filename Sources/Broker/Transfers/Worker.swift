import CCurl
import Conversation
import Dispatch
import Glibc
import JSON

/// Runs every transfer of a broker on one libcurl multi handle.
///
/// A class because it owns that handle. `run` is the one block of the broker's serial queue; nothing else
/// touches the worker. It sleeps in curl_multi_poll until the network, a command or a time limit calls.
final class Worker {
  /// What is known of an endpoint's `stream_options`.
  enum UsageSupport {
    case accepted
    case refused
  }

  let inbox: Inbox
  let gate: EventGate
  let environment: [String: String]
  let retryPolicy: RetryPolicy
  let multi: UnsafeMutableRawPointer
  var jobs: [RequestID: Job] = [:]
  var jobOfTransfer: [UnsafeMutableRawPointer: Job] = [:]
  var parser = JSONParser()
  var usageSupport: [String: UsageSupport] = [:]
  private var suspension: MonotonicTime?
  private var isRunning = true

  /// - Returns: `nil` when libcurl has no memory.
  init?(
    inbox: Inbox,
    gate: EventGate,
    environment: [String: String],
    retryPolicy: RetryPolicy
  ) {
    guard ccurl_global_init() == CURLE_OK, let multi = curl_multi_init() else { return nil }
    self.inbox = inbox
    self.gate = gate
    self.environment = environment
    self.retryPolicy = retryPolicy
    self.multi = multi
  }

  deinit {
    curl_multi_cleanup(multi)
  }

  /// Blocks until it is told to shut down.
  func run() {
    let signals = Self.blockBrokenPipe()
    defer { Self.restore(signals) }
    inbox.connect(to: multi)
    while isRunning {
      // Taken before the commands: a stop by ^Z that is not yet told of cannot make a limit seem over.
      let now = MonotonicTime.now()
      inbox.takeAll().forEach(obey)
      var running: Int32 = 0
      curl_multi_perform(multi, &running)
      takeMessages()
      if suspension == nil { checkTimes(now) }
      guard isRunning else { break }
      curl_multi_poll(multi, nil, 0, waitMilliseconds(now: .now()), nil)
    }
    inbox.close().forEach(obey)
    for job in Array(jobs.values) { end(job, .cancelled) }
  }

  /// OpenSSL writes to closed sockets; the signal stays off this thread alone.
  private static func blockBrokenPipe() -> sigset_t {
    var (blocked, before) = (sigset_t(), sigset_t())
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    return before
  }

  private static func restore(_ signals: sigset_t) {
    var signals = signals
    pthread_sigmask(SIG_SETMASK, &signals, nil)
  }

  private func obey(_ command: Inbox.Command) {
    switch command {
    case .start(let order): start(order)
    case .cancel(let id): if let job = jobs[id] { discard(job) }
    case .prepared(let id, let result): if let job = jobs[id] { take(result, for: job) }
    case .suspended(let time): suspend(at: time)
    case .resumed(let time): resume(at: time)
    case .shutDown: isRunning = false
    }
  }

  private func start(_ order: JobOrder) {
    var usage = RequestBuilder.UsageRequest.notAsked
    if case .chat(let chat) = order.purpose {
      guard gate.isOpen(order.id) else { return }
      usage = wantedUsage(of: chat)
    }
    let job = Job(order, usage: usage)
    jobs[order.id] = job
    prepare(job)
  }

  /// Has the request made: here when that is quick, else on another queue, which answers with `.prepared`.
  func prepare(_ job: Job) {
    job.stage = .preparing
    let (order, usage, inbox) = (job.order, job.usage, inbox)
    let keys = KeyReader(environment: environment)
    guard order.isSlowToPrepare else {
      return take(order.request(keys: keys, usage: usage), for: job)
    }
    // A queue of its own: a serial one gets a thread at once, however many key commands are waited for.
    DispatchQueue(label: "weir.broker.preparation").async {
      inbox.post(.prepared(order.id, order.request(keys: keys, usage: usage)))
    }
  }

  private func suspend(at time: MonotonicTime) {
    suspension = suspension ?? time
    for job in jobs.values { job.transfer?.setConnectLimit(milliseconds: Int(Int32.max)) }
  }

  private func resume(at time: MonotonicTime) {
    guard let start = suspension else { return }
    suspension = nil
    let nanoseconds = time.nanoseconds - min(start.nanoseconds, time.nanoseconds)
    for job in jobs.values { job.shift(byNanoseconds: nanoseconds, since: start) }
  }

  private func takeMessages() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
        let job = jobOfTransfer[easy]
      else { continue }
      finishAttempt(of: job, message.pointee.data.result)
    }
  }

  private func waitMilliseconds(now: MonotonicTime) -> Int32 {
    guard suspension == nil, let next = jobs.values.compactMap(\.wakeTime).min() else {
      return .max
    }
    let milliseconds = next.milliseconds(since: now).rounded(.up)
    return Int32(min(max(0, milliseconds), Double(Int32.max)))
  }
}
