import Conversation
import FlyingFox
import FlyingSocks
import Glibc
import Synchronization

/// The embedded OpenAI-compatible endpoint, on loopback only.
///
/// Making one only reserves a port, so that it costs the start of the program next to nothing; threads
/// and connections begin with the first `whenListening`. While nobody asks, it sleeps in the kernel.
/// A class because it guards the life of the server.
package final class DemoServer: Sendable {
  /// Called once, on any thread, when the server accepts connections or never will.
  package typealias Completion = @Sendable (Result<Void, DemoServerError>) -> Void

  private enum State {
    case reserved(PortReservation)
    case starting(PortReservation, Task<Void, Never>?, waiting: [Completion])
    case listening(Task<Void, Never>?)
    case ended(DemoServerError)
  }

  /// Fixed from the start, though nothing listens there before `whenListening`.
  package let port: UInt16
  private let pace: DemoPace
  private let plan: FaultPlan
  private let show: RecordingShow
  private let answers = AnswerCount()
  private let state: Mutex<State>

  /// Takes any free port for 0; each answer has all of the faults.
  ///
  /// With recordings these are the answers, in turn.
  package init(
    port: UInt16 = 0,
    pace: DemoPace = DemoPace(),
    faults: [Fault] = [],
    recordings: [ServedRecording] = []
  ) throws(DemoServerError) {
    let reservation = try PortReservation(port: port)
    self.port = reservation.port
    self.pace = pace
    plan = FaultPlan(faults)
    show = RecordingShow(recordings)
    state = Mutex(.reserved(reservation))
  }

  deinit { stop() }

  /// The demo presets, `tour` first.
  package var presets: [Preset] { DemoPresets.presets(port: port) }

  /// Whether an answer is on its way; a client that has hung up may count for a while.
  package var isAnswering: Bool { !answers.isZero }

  /// Starts the server where it does not run yet, and calls back when it can be asked.
  ///
  /// Also makes the process ignore SIGPIPE, since a client may hang up at any time.
  package func whenListening(_ completion: @escaping Completion) {
    let (result, mustStart) = state.withLock { state -> (Result<Void, DemoServerError>?, Bool) in
      switch state {
      case .reserved(let reservation):
        state = .starting(reservation, nil, waiting: [completion])
        return (nil, true)
      case .starting(let reservation, let task, let waiting):
        state = .starting(reservation, task, waiting: waiting + [completion])
        return (nil, false)
      case .listening: return (.success(()), false)
      case .ended(let error): return (.failure(error), false)
      }
    }
    if let result { completion(result) }
    if mustStart { start() }
  }

  /// Ends all connections; nothing can be asked any more.
  package func stop() {
    end(with: .stopped)
  }
}

extension DemoServer {
  private func start() {
    signal(SIGPIPE, SIG_IGN)
    let server = HTTPServer(
      address: sockaddr_in.loopback(port: port),
      // Of the handler alone, which only chooses a script, and waits where it is to be late.
      timeout: 5 + (plan.lateness + show.longestHead) / 1_000,
      pool: DemoSocketPool { [weak self] in self?.noteListening() },
      logger: .disabled,
      handler: DemoHandler(pace: pace, answers: answers, plan: plan, show: show)
    )
    let port = port
    let task = Task { [weak self] in
      do {
        try await server.run()
      } catch {
        self?.end(with: .cannotListen(port: port, errno: EADDRINUSE))
      }
    }
    state.withLock { state in
      switch state {
      case .starting(let reservation, _, let waiting):
        state = .starting(reservation, task, waiting: waiting)
      case .listening: state = .listening(task)
      case .ended: task.cancel()
      case .reserved: break
      }
    }
  }

  private func noteListening() {
    let waiting = state.withLock { state -> [Completion] in
      guard case .starting(let reservation, let task, let waiting) = state else { return [] }
      reservation.release()
      state = .listening(task)
      return waiting
    }
    for completion in waiting { completion(.success(())) }
  }

  private func end(with error: DemoServerError) {
    let waiting = state.withLock { state -> [Completion] in
      defer { if case .ended = state {} else { state = .ended(error) } }
      switch state {
      case .reserved(let reservation):
        reservation.release()
        return []
      case .starting(let reservation, let task, let waiting):
        reservation.release()
        task?.cancel()
        return waiting
      case .listening(let task):
        task?.cancel()
        return []
      case .ended: return []
      }
    }
    for completion in waiting { completion(.failure(error)) }
  }
}
