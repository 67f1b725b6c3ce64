import Archive
import Conversation
import Glibc
import Typeset

/// weir without a screen: lines in, lines out, nothing ever drawn over, fit for a screen reader.
///
/// Where standard input is no terminal its lines are taken one after another, each when the answer before
/// it has ended.
struct LinearMode {
  private let exchange: Exchange
  private var session: LinearSession
  private var input = InputLines(descriptor: STDIN_FILENO)
  private var keeper: ConversationKeeper?
  private var assembler = LineAssembler()
  private let isInteractive = isatty(STDIN_FILENO) == 1
  private let isTerminal = StandardOutput.isTerminal
  /// Whether the last thing written left the line open.
  private var isInLine = false
  private var hasQuit = false

  /// `presets` is what can be chosen from, `chosen` what to begin with: one preset, or several lanes; without an
  /// archive nothing is kept.
  init(
    exchange: Exchange,
    presets: [Preset],
    chosen: [Preset],
    conversation: StoredConversation? = nil,
    archive: Archive? = nil
  ) {
    self.exchange = exchange
    session = LinearSession(presets: presets, chosen: chosen)
    keeper = archive.map { ConversationKeeper($0, given: conversation?.record) }
    if let conversation { session.resume(conversation) }
  }

  /// Returns when the user leaves, the input ends, or nobody reads the output any more.
  mutating func run() -> ExitStatus {
    defer { keeper?.complete(&session.tree, of: session.record) }
    do throws(StandardOutput.Closed) {
      let names = session.lanes.map(\.preset.title).joined(separator: ", ")
      try say("weir, line by line, with \(names). /help lists the commands.")
      while !hasQuit {
        try step()
        keeper?.keep(&session.tree, of: session.record)
      }
    } catch {
      return error.report()
    }
    return .success
  }

  private mutating func step() throws(StandardOutput.Closed) {
    if isInteractive || !session.isBusy {
      if let line = input.take() { return try take(line: line) }
      if input.isAtEnd { return try leave() }
      try prompt()
    }
    switch exchange.wait(
      input: isInteractive || !session.isBusy ? STDIN_FILENO : nil,
      until: keeper?.deadline
    ) {
    case .events(let events):
      keeper?.take(events)
      for event in events { try perform(session.take(event)) }
    case .interrupted:
      assembler = LineAssembler()
      try perform(session.interrupt())
    case .input:
      isInLine = false
      input.read()
    }
  }

  private mutating func take(line: String) throws(StandardOutput.Closed) {
    if let entry = assembler.feed(line) { try perform(session.take(entry)) }
  }

  private mutating func leave() throws(StandardOutput.Closed) {
    if let entry = assembler.finish() { return try perform(session.take(entry)) }
    hasQuit = true
    if isInteractive { try say("") }
  }

  private mutating func prompt() throws(StandardOutput.Closed) {
    guard isInteractive, !session.isBusy, !isInLine else { return }
    try StandardOutput.write(assembler.isContinuing ? "+ " : "> ")
    isInLine = true
  }

  private mutating func perform(_ effects: [LinearEffect]) throws(StandardOutput.Closed) {
    for effect in effects {
      switch effect {
      case .say(let line): try say(line)
      case .write(let text): try write(text)
      case .send(var request):
        request.isRecorded = keeper != nil
        exchange.starter.start(request)
      case .cancel(let id): exchange.starter.cancel(id)
      case .quit: hasQuit = true
      }
    }
  }

  /// An empty line of weir's own only ends the line that is open.
  private mutating func say(_ line: String) throws(StandardOutput.Closed) {
    if isInLine { try StandardOutput.write("\n") }
    isInLine = false
    if !line.isEmpty { try StandardOutput.write(Sanitizer.visible(line) + "\n") }
  }

  private mutating func write(_ text: String) throws(StandardOutput.Closed) {
    try StandardOutput.write(isTerminal ? Sanitizer.visible(text) : text)
    isInLine = !text.hasSuffix("\n")
  }
}
