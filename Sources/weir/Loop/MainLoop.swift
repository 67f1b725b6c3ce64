import Broker
import Conversation
import DemoEndpoint
import Glibc
import Panes
import Settings
import Terminal
import Typeset
import Workbench

/// The main event loop: waits for the terminal, for signals and for the streams; updates; paints.
///
/// A class because it owns the terminal's session and the state; main thread only. It takes all that is
/// there before it paints, and paints once a frame interval in the long run, save after a key.
@MainActor
final class MainLoop {
  var state: WorkbenchState
  let terminal: TerminalSession
  let signals: TerminalSignals
  let services: Services
  var isRunning = true
  private var isPaintDue = true
  private var isPaintUrgent = true
  private var isTerminalSlow = false
  /// What has changed since the last frame.
  private var change = ScreenChange.everything
  /// When there is time for what can wait, and when it has waited long enough; `nil` while nothing does.
  private var idleWork: ClosedRange<MonotonicTime>?
  private let highlighter = Highlighter()
  private var drawing = WorkbenchDrawing()
  private var pacer: FramePacer
  private var pointer = PointerBuffer()

  init(
    state: WorkbenchState,
    terminal: TerminalSession,
    signals: TerminalSignals,
    services: Services,
    frameIntervalMilliseconds: Double
  ) {
    self.state = state
    self.terminal = terminal
    self.signals = signals
    self.services = services
    pacer = FramePacer(intervalMilliseconds: frameIntervalMilliseconds)
  }

  /// Runs until the user quits or the terminal goes away; without a configuration it looks for servers.
  func run(isConfigured: Bool) {
    paintWhenDue()
    services.startAfterFirstPaint(isConfigured: isConfigured)
    if !state.keeping.isOffTheRecord { services.history.prepare() }
    if let opening = state.opening { services.history.ask(.open(opening)) }
    while isRunning {
      let ready = wait()
      if ready.hasSignals { takeSignals() }
      if ready.hasInput || isInputDue { takeInput() }
      if ready.isArchiveWritten { services.history.lookElsewhere() }
      if ready.hasStreams || isFrameDue { takeStreams() }
      if let tick = read({ $0.nextTick }), MonotonicTime.now() >= tick { update(.tick) }
      keepWhatIsNew()
      paintWhenDue()
      if !ready.hasInput, !isPaintDue { workWhenIdle() }
    }
    services.drafts.flush(state.draftToKeep)
    keepWhatIsLeft()
  }

  /// Has everything kept; what the archive does not know any more, since another weir has deleted it, as a whole.
  private func keepWhatIsLeft() {
    services.history.save(state.takeUnsaved(isLeaving: true))
    services.history.waitForAnswers()
    for action in services.mailbox.take() {
      if case .history = action { _ = state.update(action, now: .now()) }
    }
    services.history.save(state.takeUnsaved(isLeaving: true))
  }

  /// Has the draft and the conversation kept, as far as it is time for that.
  private func keepWhatIsNew() {
    let now = MonotonicTime.now()
    services.drafts.note(revision: read { $0.draftRevision }, at: now) { state.draftToKeep }
    if services.history.isSavingDue(read { $0.savingNeed }, at: now) {
      services.history.save(state.takeUnsaved())
    }
    services.history.retry(hasTrouble: state.savingTrouble != nil, at: now)
  }

  /// Asks the state in place: what it works out itself would otherwise be worked out on a copy of all of it.
  private func read<Value>(_ value: (inout WorkbenchState) -> Value) -> Value { value(&state) }

  func update(_ action: Action) {
    let now = MonotonicTime.now()
    state.setClock(WallTime.now(), at: now)
    let effects = state.update(action, now: now)
    note(state.takeScreenChange())
    for effect in effects { run(effect) }
  }

  private func note(_ new: ScreenChange) {
    change.formUnion(new)
    if !change.isEmpty { isPaintDue = true }
  }

  /// What `wait` found.
  private struct Ready {
    var hasInput: Bool
    var hasSignals: Bool
    var hasStreams: Bool
    var isArchiveWritten: Bool
  }

  /// Sleeps until something happens or something is due; for ever when nothing is.
  ///
  /// While a frame is due the streams do not wake it: what they bring is taken all at once for that frame.
  private func wait() -> Ready {
    let waitsForFrame = isPaintDue && !isTerminalSlow
    let now = MonotonicTime.now()
    var polls = [
      pollfd(fd: terminal.inputDescriptor, events: terminal.pollEvents, revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(
        fd: waitsForFrame ? -1 : services.wake.descriptor,
        events: Int16(POLLIN),
        revents: 0
      ),
      pollfd(fd: services.history.watchDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    var deadlines = [
      read { $0.nextTick }, terminal.inputDeadline, services.drafts.deadline,
      services.history.savingDeadline,
    ]
    if waitsForFrame { deadlines.append(pacer.next) }
    // A slow terminal is waited for first.
    if !isTerminalSlow { deadlines.append(idleWork?.upperBound) }
    var timeout: Int32 = -1
    if let next = deadlines.compactMap({ $0 }).min() {
      timeout = Int32(min(max(0, next.milliseconds(since: now)).rounded(.up), 60_000))
    }
    poll(&polls, nfds_t(polls.count), timeout)
    return Ready(
      hasInput: polls[0].revents != 0,
      hasSignals: polls[1].revents != 0,
      hasStreams: polls[2].revents != 0,
      isArchiveWritten: polls[3].revents != 0
    )
  }

  private var isFrameDue: Bool { isPaintDue && MonotonicTime.now() >= pacer.next }

  private var isInputDue: Bool {
    terminal.inputDeadline.map { MonotonicTime.now() >= $0 } ?? false
  }

  private func takeSignals() {
    for signal in signals.drain() {
      switch signal {
      case .resized: update(.resized(terminal.resize()))
      case .terminate, .hangUp, .interrupt, .quit: isRunning = false
      case .suspend: run(.suspend)
      case .resumed:
        terminal.resumed()
        redraw()
      }
    }
  }

  private func takeInput() {
    if isInputDue { take(terminal.flushPendingInput()) }
    switch terminal.readInput() {
    case .input(let inputs): take(inputs)
    case .closed: isRunning = false
    }
  }

  private func take(_ inputs: [TerminalInput]) {
    let due = pointer.take(inputs, isFrameDue: MonotonicTime.now() >= pacer.next)
    for input in due where isRunning { update(.input(input)) }
    if !due.isEmpty { isPaintUrgent = true }
    // The frame that is due then takes along what is held back.
    if pointer.isHolding { isPaintDue = true }
  }

  private func takeStreams() {
    services.wake.clear()
    let events = services.buffer.drain()
    if !events.isEmpty { update(.stream(events)) }
    for action in services.mailbox.take() { update(action) }
  }

  private func paintWhenDue() {
    let now = MonotonicTime.now()
    guard isPaintDue, isPaintUrgent || isTerminalSlow || now >= pacer.next else { return }
    for input in pointer.flush() where isRunning { update(.input(input)) }
    isPaintUrgent = false
    state.layOut()
    state.colourView(using: highlighter)
    note(state.takeScreenChange())
    let isGrowth = !change.contains(.everything)
    // A terminal that does not keep up says when it takes bytes again; the newest frame is for then.
    isTerminalSlow = !terminal.paint(frame())
    isPaintDue = isTerminalSlow
    if !isTerminalSlow {
      pacer.painted(at: now)
      if !isGrowth { terminal.setTitle(WindowTitle.text(of: state)) }
    }
    // Growing text seldom brings anything that the frame did not do, and its next frame may take that along.
    idleWork =
      idleWork
      ?? (isGrowth ? now.adding(milliseconds: 80)...now.adding(milliseconds: 120) : now...now)
  }

  private func frame() -> Frame {
    defer { change = [] }
    return read { drawing.frame(of: $0, after: change) }
  }

  /// Does a slice of what can wait: a search through many messages, colours for code that is not in view or whose
  /// language is not open yet.
  private func workWhenIdle() {
    guard let due = idleWork, !isTerminalSlow, MonotonicTime.now() >= due.lowerBound else { return }
    let hasMore = state.workWhenIdle(using: highlighter)
    note(state.takeScreenChange())
    idleWork = hasMore ? due : nil
  }

  func redraw() {
    terminal.redraw()
    isPaintDue = true
    isPaintUrgent = true
  }
}
