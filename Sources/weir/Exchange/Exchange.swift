import Broker
import Conversation
import Glibc

/// Talks with endpoints without a screen: sends requests and waits for what comes back, on one thread.
///
/// A class because it owns the broker and the descriptors it waits on. The signals that it is told arrive as an occurrence,
/// and SIGPIPE not at all, from when it is made.
final class Exchange {
  /// What ended a wait.
  enum Occurrence {
    case events([StreamEvent])
    /// A signal asks to end; ``Exchange/stopStatus`` is what to end with.
    case interrupted
    /// The descriptor that was waited for as well can be read, or is at its end.
    case input
  }

  let starter: RequestStarter
  let broker: ChatBroker
  private let buffer: RenderBuffer
  private let recorder: ReplyRecorder?
  private let wake: WakeDescriptor
  private let stopSignals: StopSignals
  private var stop: StopSignal?
  private var lastRequest = 0
  /// Whether the last wait gave events, so that what is to be read has its turn though they come without a pause.
  private var gaveEvents = false

  init(
    environment: [String: String],
    demo: DemoChild?,
    signals: StopSignals.Use = .ending,
    recorder: ReplyRecorder? = nil
  ) {
    signal(SIGPIPE, SIG_IGN)
    stopSignals = StopSignals(signals)
    let wake = WakeDescriptor()
    self.wake = wake
    buffer = RenderBuffer { wake.wake() }
    broker = ChatBroker(environment: environment, buffer: buffer)
    self.recorder = recorder
    starter = RequestStarter(broker: broker, buffer: buffer, demo: demo, recorder: recorder)
  }

  /// Ends a wait, from any thread; it reports no events where none have come.
  var raiseWake: @Sendable () -> Void {
    let wake = wake
    return { wake.wake() }
  }

  /// What the signal that came last asks to end with; as if interrupted where none came.
  var stopStatus: ExitStatus { stop?.status ?? .cancelled }

  func makeRequestID() -> RequestID {
    lastRequest += 1
    return RequestID(lastRequest)
  }

  /// Sleeps until something happens, or, without events, until `deadline`; `input` is a descriptor to wait for
  /// besides, where one is given.
  func wait(input: Int32? = nil, until deadline: MonotonicTime? = nil) -> Occurrence {
    var polled = [wake.descriptor, stopSignals.descriptor, input ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while true {
      let left = deadline.map { Int32(max(0, $0.milliseconds(since: .now())).rounded(.up)) }
      let count = poll(&polled, nfds_t(polled.count), left ?? -1)
      if count == 0 { return .events([]) }
      guard count > 0 else { continue }
      if polled[1].revents != 0 {
        stop = stopSignals.take()
        return .interrupted
      }
      if polled[0].revents != 0, polled[2].revents == 0 || !gaveEvents {
        gaveEvents = true
        wake.clear()
        let events = buffer.drain()
        recorder?.take(events)
        return .events(events)
      }
      gaveEvents = false
      return .input
    }
  }
}
