import Conversation
import Glibc
import Workbench

/// A command of the shell that a text is sent into, in a session of its own, so that it has no terminal.
struct PipedCommand {
  let command: String
  let input: String
  var limitSeconds = 60
  /// More output is not kept; a command that prints more is stopped.
  var mostBytes = 1_000_000

  private static let pollMilliseconds: Int32 = 20

  /// Blocks until it ends, its time is over or it is stopped, with all its processes.
  func run(isStopped: () -> Bool) -> (text: String, ending: CommandOutput.Ending) {
    guard let process = ChildProcess.startPiped(["/bin/sh", "-c", command]) else {
      return ("", .notStarted(reason: String(cString: strerror(errno))))
    }
    var talk = Talk(process: process, input: Array(input.utf8))
    let deadline = MonotonicTime.now().adding(milliseconds: Double(limitSeconds) * 1_000)
    var ending: CommandOutput.Ending?
    while ending == nil {
      talk.exchange(milliseconds: Self.pollMilliseconds)
      if talk.output.count > mostBytes {
        ending = .printedTooMuch(bytes: mostBytes)
      } else if isStopped() {
        ending = .stopped
      } else if MonotonicTime.now() >= deadline {
        ending = .ranTooLong(seconds: limitSeconds)
      } else {
        ending = talk.endingOfProcess()
      }
    }
    talk.finish()
    let text = String(decoding: talk.output.prefix(mostBytes), as: UTF8.self)
    return (text, ending ?? .stopped)
  }
}

/// What goes in and out of a process that was started with pipes.
private struct Talk {
  let process: ChildProcess.Piped
  private var rest: ArraySlice<UInt8>
  private(set) var output: [UInt8] = []
  private var isInputOpen = true
  private var isOutputOpen = true
  private var status: Int32?
  private var block = [UInt8](repeating: 0, count: 65_536)

  init(process: ChildProcess.Piped, input: [UInt8]) {
    self.process = process
    rest = input[...]
  }

  /// Sends and takes what can be now; waits so long where nothing can.
  mutating func exchange(milliseconds: Int32) {
    if isInputOpen, rest.isEmpty { closeInput() }
    var polls = [
      pollfd(fd: isOutputOpen ? process.output : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isInputOpen ? process.input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    poll(&polls, 2, milliseconds)
    if polls[1].revents != 0 { send() }
    if polls[0].revents != 0 { take() }
  }

  private mutating func send() {
    let count = rest.withUnsafeBytes { write(process.input, $0.baseAddress, $0.count) }
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if errno != EAGAIN, errno != EINTR {
      closeInput()  // it wants no more
    }
  }

  private mutating func take() {
    let count = read(process.output, &block, block.count)
    if count > 0 {
      output += block[..<count]
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      isOutputOpen = false
    }
  }

  private mutating func closeInput() {
    guard isInputOpen else { return }
    isInputOpen = false
    close(process.input)
  }

  /// How the process ended, once it has and its output is read.
  mutating func endingOfProcess() -> CommandOutput.Ending? {
    if status == nil {
      var new: Int32 = 0
      if waitpid(process.id, &new, WNOHANG) == process.id { status = new }
    }
    guard let status else { return nil }
    let before = output.count
    while isOutputOpen {
      let count = output.count
      exchange(milliseconds: 0)
      if output.count == count { break }
    }
    guard output.count == before || !isOutputOpen else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status: (status >> 8) & 0xFF) : .killed(signal: signal)
  }

  /// Ends what still runs, and closes everything.
  mutating func finish() {
    closeInput()
    close(process.output)
    // What it left running goes on, as a tool that holds the clipboard must.
    guard status == nil else { return }
    kill(-process.id, SIGKILL)
    var ended: Int32 = 0
    while waitpid(process.id, &ended, 0) < 0, errno == EINTR {}
  }
}
