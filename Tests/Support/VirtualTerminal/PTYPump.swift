import Foundation
import Glibc
import Synchronization
import Workbench

/// Moves bytes between a program's pseudo terminal and a `VirtualTerminal`, on a thread of its own.
///
/// A second thread waits for the program's end. Both end with the program.
final class PTYPump: Sendable {
  /// What a test waits for; called with the ending only when all output has been read.
  typealias Condition = @Sendable (VirtualScreen, ProcessEnding?) -> Bool

  private struct Waiter {
    let condition: Condition
    let deadline: Double
    let continuation: CheckedContinuation<VirtualScreen, any Error>
  }

  // libvterm's handle is not Sendable by itself; it is only touched under `state`'s lock.
  private struct State: @unchecked Sendable {
    let terminal: VirtualTerminal
    var outgoing: ArraySlice<UInt8> = []
    var waiters: [Waiter] = []
    var isReading = true
    var isDrained = false
    var isHangUpWanted = false
    var isClosed = false
    var ending: ProcessEnding?
  }

  let pid: pid_t
  let modesBefore: termios
  private let master: Int32
  private let wake: (reading: Int32, writing: Int32)
  private let state: Mutex<State>

  init(spawned: PTYSpawn, size: ScreenSize) {
    (pid, master, modesBefore) = (spawned.pid, spawned.master, spawned.modesBefore)
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    wake = (ends[0], ends[1])
    state = Mutex(State(terminal: VirtualTerminal(size: size)))
  }

  deinit {
    if !state.withLock({ $0.isClosed }) { close(master) }
    for descriptor in [wake.reading, wake.writing] { close(descriptor) }
  }

  func start() {
    Thread.detachNewThread { [self] in
      var status: Int32 = 0
      while waitpid(pid, &status, 0) < 0, errno == EINTR {}
      state.withLock { $0.ending = ProcessEnding(status: status) }
      wakeUp()
    }
    Thread.detachNewThread { [self] in
      while step() {}
    }
  }

  /// Kills the program unless it has ended.
  func end() {
    state.withLock { if $0.ending == nil { _ = kill(pid, SIGKILL) } }
    setReading(true)
  }

  func withTerminal<Result: Sendable>(_ body: (VirtualTerminal) -> Result) -> Result {
    state.withLock { body($0.terminal) }
  }

  var ending: ProcessEnding? { state.withLock { $0.ending } }

  var inputModes: termios {
    var modes = termios()
    tcgetattr(master, &modes)
    return modes
  }

  func send(_ bytes: [UInt8]) {
    state.withLock { $0.outgoing += bytes }
    wakeUp()
  }

  func resize(to size: ScreenSize) {
    state.withLock { $0.terminal.resize(to: size) }
    PTYSpawn.setSize(size, of: master)
  }

  func setReading(_ isReading: Bool) {
    state.withLock { $0.isReading = isReading }
    wakeUp()
  }

  func hangUp() {
    state.withLock { $0.isHangUpWanted = true }
    wakeUp()
  }

  @discardableResult func wait(_ condition: @escaping Condition) async throws -> VirtualScreen {
    try await withCheckedThrowingContinuation { continuation in
      let deadline = Self.now() + PTYProcess.limitInSeconds
      state.withLock {
        $0.waiters.append(
          Waiter(condition: condition, deadline: deadline, continuation: continuation)
        )
      }
      checkWaiters()
      wakeUp()
    }
  }

  private func wakeUp() { _ = write(wake.writing, [1], 1) }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension PTYPump {
  /// One round of the pump: waits for something to do and does it.
  ///
  /// - Returns: Whether there will be more.
  private func step() -> Bool {
    closeWhenWanted()
    let (events, limit, isOver) = state.withLock { state in
      let reading = state.isReading && !state.isDrained ? POLLIN : 0
      let writing = state.outgoing.isEmpty || state.isDrained ? 0 : POLLOUT
      let deadline = state.waiters.map(\.deadline).min()
      return (
        Int16(reading | Int32(writing)), deadline.map { max(0, $0 - Self.now()) },
        state.isDrained && state.ending != nil
      )
    }
    if isOver {
      checkWaiters()
      return false
    }
    // A hang-up is always reported, so it must not be asked for while nobody wants to read.
    let watched = events == 0 ? -1 : master
    var descriptors = [
      pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: watched, events: events, revents: 0),
    ]
    poll(&descriptors, 2, limit.map { Int32($0 * 1_000) + 1 } ?? -1)
    if descriptors[0].revents != 0 {
      var scratch = [UInt8](repeating: 0, count: 64)
      while read(wake.reading, &scratch, scratch.count) > 0 {}
    }
    if descriptors[1].revents & Int16(POLLOUT) != 0 { writeSome() }
    if descriptors[1].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 { readSome() }
    checkWaiters()
    return true
  }

  /// Only this thread uses the terminal, so that its number is not another file's by then.
  private func closeWhenWanted() {
    state.withLock { state in
      guard state.isHangUpWanted, !state.isClosed else { return }
      close(master)
      (state.isClosed, state.isDrained) = (true, true)
    }
  }

  private func writeSome() {
    state.withLock { state in
      let count = state.outgoing.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { state.outgoing = state.outgoing.dropFirst(count) }
    }
  }

  private func readSome() {
    state.withLock { state in
      guard state.isReading else { return }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = read(master, &buffer, buffer.count)
      if count > 0 {
        state.terminal.write(buffer[..<count])
        state.outgoing += state.terminal.takeAnswers()
      } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
        state.isDrained = true  // EIO: nobody has the terminal open any more
      }
    }
  }

  private func checkWaiters() {
    let now = Self.now()
    let resumptions = state.withLock { state -> [() -> Void] in
      guard !state.waiters.isEmpty else { return [] }
      let screen = state.terminal.snapshot()
      let ending = state.isDrained ? state.ending : nil
      var resumptions: [() -> Void] = []
      state.waiters.removeAll { waiter in
        let isMet = waiter.condition(screen, ending)
        let isLate = waiter.deadline <= now || ending != nil
        guard isMet || isLate else { return false }
        let error = PTYError.timedOut(screen: screen.rows, ending: state.ending)
        let result: Result<VirtualScreen, any Error> = isMet ? .success(screen) : .failure(error)
        resumptions.append { waiter.continuation.resume(with: result) }
        return true
      }
      return resumptions
    }
    for resume in resumptions { resume() }
  }
}
