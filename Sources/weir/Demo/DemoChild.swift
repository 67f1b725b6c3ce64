import Conversation
import DemoEndpoint
import Dispatch
import Synchronization

/// The embedded endpoint in a process of its own, which is there only while it is asked.
///
/// It awaits, and the concurrency runtime that this takes wakes its process once a second ever after
/// (tried); here that ends with the child, which `DemoAttendance` lets go when nobody asked for some
/// seconds. Making one only reserves a port. A class because it owns the child; every member may be
/// called from any thread.
final class DemoChild: Sendable {
  private struct State {
    var child: LiveChild?
    var waiting: [DemoServer.Completion] = []
    var isStopped = false
  }

  /// Fixed from the start, though nothing listens there before `whenListening`.
  let port: UInt16
  private let reservation: PortReservation
  // Serial: Dispatch watches its concurrent queues once a second for ever (tried).
  private let queue = DispatchQueue(label: "weir.demo")
  private let state = Mutex(State())

  init() throws(DemoServerError) {
    reservation = try PortReservation(port: 0)
    port = reservation.port
  }

  deinit { reservation.release() }

  /// The demo presets, `tour` first.
  var presets: [Preset] { DemoPresets.presets(port: port) }

  /// The demo preset whose words are the moments at which they leave.
  func clock(perSecond: Int, words: Int) -> Preset {
    DemoPresets.clock(port: port, perSecond: perSecond, words: words)
  }

  /// Calls back when the endpoint can be asked, for some seconds from then, or that it cannot.
  func whenListening(_ completion: @escaping DemoServer.Completion) {
    queue.async { [self] in
      state.withLock { $0.waiting.append(completion) }
      ask()
    }
  }

  /// Ends all connections; nothing can be asked any more.
  func stop() {
    queue.async { [self] in
      state.withLock { state in
        state.isStopped = true
        state.child?.dismiss()
      }
      finish(.failure(.stopped))
    }
  }
}

/// On the queue.
extension DemoChild {
  private func ask() {
    let problem = state.withLock { state -> DemoServerError? in
      guard !state.isStopped else { return .stopped }
      do throws(DemoServerError) {
        if state.child == nil {
          state.child = try LiveChild(port: port, queue: queue) { [self] in hear() }
        }
        state.child?.ask()
        return nil
      } catch { return error }
    }
    if let problem { finish(.failure(problem)) }
  }

  private func hear() {
    switch state.withLock({ $0.child?.read() ?? .nothing }) {
    case .attends: finish(.success(()))
    case .nothing: return
    case .end:
      let mayTryAgain = state.withLock { state in
        defer { state.child = nil }
        return !state.waiting.isEmpty && state.child?.hasAttended == true
      }
      // It may have let go at the very moment when it was asked again.
      if mayTryAgain { ask() } else { finish(.failure(.ended)) }
    }
  }

  private func finish(_ result: Result<Void, DemoServerError>) {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    for completion in waiting { completion(result) }
  }
}
