import CTerminalGuard
import Conversation
import Glibc
import Panes
import Workbench

/// The terminal while weir has it: its screen, its keys, and its way back.
///
/// A class since it owns the tty and ncurses. Start `TerminalGuard` first thing in `main` and
/// `TerminalSignals` before this. The main loop polls `inputDescriptor` for `pollEvents`, with
/// `inputDeadline` as a time limit; nothing here blocks, wakes or writes by itself.
@MainActor package final class TerminalSession {
  package private(set) var capabilities: TerminalCapabilities
  /// When `flushPendingInput()` is due: a lone ESC has waited long enough to be the key.
  package private(set) var inputDeadline: MonotonicTime?

  let device: TerminalDevice
  let screen: CursesScreen
  let modes: ScreenModes
  private let environment: TerminalEnvironment
  private let command: OperatingSystemCommand
  private let hasTitle: Bool
  private let hyperlinks: HyperlinkMode
  private var shownTitle: String?
  private let detour: StandardErrorDetour?
  private let escapeDelayMilliseconds: Double
  private var decoder = KeyDecoder()
  private var isMouseOn: Bool
  private var isTaken = false
  private var hasSkippedFrame = false
  private var awaitsAnswers = false

  /// Takes the terminal over.
  ///
  /// - Throws: Before anything was written; the caller may go on in linear mode.
  package init(options: TerminalOptions) throws(TerminalError) {
    let environment = options.environment
    guard !environment.isDumb else { throw .dumb(term: environment.term) }
    device = try TerminalDevice()
    screen = try CursesScreen(
      environment: environment,
      mode: options.colorMode,
      size: device.size
    )
    self.environment = environment
    command = OperatingSystemCommand(isUnicode: screen.isUnicode)
    hasTitle = options.title && environment.hasTitle
    hyperlinks = options.hyperlinks
    modes = ScreenModes(isPlain: environment.isPlain, hasTitle: hasTitle)
    detour = StandardErrorDetour(log: options.logDescriptor)
    escapeDelayMilliseconds = environment.isRemote ? 100 : 25
    isMouseOn = options.mouse
    capabilities = TerminalCapabilities(colors: screen.ability, isUnicode: screen.isUnicode)
    capabilities.hasHyperlinks = options.hyperlinks == .on || environment.takesHyperlinks
    TerminalGuard.installCrashHandlers()
    take()
    awaitsAnswers = !modes.questions.isEmpty
    device.write(modes.questions)
  }

  /// For `poll`: readable when there is input.
  package var inputDescriptor: Int32 { device.descriptor }

  /// What to poll `inputDescriptor` for; with POLLOUT when the terminal was too slow for the last frame:
  /// paint again when it comes.
  package var pollEvents: Int16 {
    Int16(POLLIN) | (hasSkippedFrame || device.hasPending ? Int16(POLLOUT) : 0)
  }

  package var size: ScreenSize { screen.size }

  /// Reads what is there, without waiting, and sends on what the terminal had not taken of the last frame.
  package func readInput() -> ReadResult {
    device.flush()
    var decoded: [DecodedInput] = []
    var isClosed = false
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
      // A bound, so that a flood of input still lets frames through.
      for _ in 0..<64 {
        guard let count = device.read(into: buffer) else {
          isClosed = true
          break
        }
        guard count > 0 else { break }
        decoded += decoder.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
    updateDeadline()
    let input = sort(decoded)
    return isClosed && input.isEmpty ? .closed : .input(input)
  }

  /// Settles input that was held back; call when `inputDeadline` has passed.
  package func flushPendingInput() -> [TerminalInput] {
    inputDeadline = nil
    return sort(decoder.flush())
  }

  /// Shows a frame; sends only what differs from the last one.
  ///
  /// A frame of another size than `size` is ignored.
  /// - Parameter frame: Composed only when the terminal is ready for it.
  /// - Returns: Whether it was taken. A terminal that does not keep up skips the frame: poll for
  ///   `pollEvents`, and paint the newest frame as soon as POLLOUT comes.
  @discardableResult
  package func paint(_ frame: @autoclosure () -> Frame) -> Bool {
    guard isTaken else { return true }
    device.flush()
    hasSkippedFrame = device.hasPending || !device.isWritable()
    guard !hasSkippedFrame else { return false }
    screen.takesLinks = capabilities.hasHyperlinks && hyperlinks != .off
    let bytes = screen.render(frame())
    guard !bytes.isEmpty else { return true }
    // One small write is shown at once anyway.
    if capabilities.hasSynchronizedOutput, bytes.count > 256 {
      device.write(Array(ScreenModes.beginUpdate.utf8) + bytes + Array(ScreenModes.endUpdate.utf8))
    } else {
      device.write(bytes)
    }
    return true
  }

  /// Takes over the terminal's new size; compose and paint a frame of it then.
  @discardableResult package func resize() -> ScreenSize {
    let size = device.size
    // A size that is as it was may have been another meanwhile, and the terminal's content with it.
    if size == screen.size { screen.forget() } else { screen.resize(to: size) }
    return size
  }

  /// The next frame is sent whole.
  package func redraw() { screen.forget() }

  package func setMouse(_ isOn: Bool) {
    isMouseOn = isOn
    if isTaken { device.write(isOn ? ScreenModes.mouseOn : ScreenModes.mouseOff) }
  }

  /// Tells somebody who looks elsewhere; a plain console, which has no other means, rings its bell.
  package func notify(_ line: String, by means: NotificationSettings.Means) {
    guard isTaken, means != .off else { return }
    let isDesktop = means != .bell && !environment.isPlain
    if isDesktop {
      device.write(command.notification(line, isInTmux: environment.isInTmux))
    }
    if means != .osc9 || !isDesktop { device.write("\u{7}") }
  }

  /// Names the window, where that is wanted; nothing is sent for the title that it has.
  package func setTitle(_ title: String) {
    guard isTaken, hasTitle, title != shownTitle else { return }
    shownTitle = title
    device.write(command.title(title))
  }

  /// Asks the terminal to put `text` on the clipboard; it does not say whether it did.
  package func writeOSC52(_ text: String) {
    if isTaken { device.write("\u{1B}]52;c;\(Base64.encoded(text))\u{1B}\\") }
  }

  /// Gives the terminal back for good.
  package func restore() {
    guard isTaken else { return }
    swallowLateAnswers()
    giveBack()
    screen.close()
  }

  private func updateDeadline() {
    let delay: Double? =
      switch decoder.wait {
      case .nothing: nil
      case .escape: escapeDelayMilliseconds
      // Longer, since giving up half a sequence types nothing and loses a key.
      case .sequence: escapeDelayMilliseconds * 10
      }
    inputDeadline = delay.map { MonotonicTime.now().adding(milliseconds: $0) }
  }

  private func sort(_ decoded: [DecodedInput]) -> [TerminalInput] {
    decoded.compactMap { item in
      switch item {
      case .input(let input): return input
      case .reply(let reply):
        if reply == .deviceAttributes { awaitsAnswers = false }
        capabilities.learn(reply)
        return nil
      }
    }
  }

  /// Answers that are still under way would be typed into the shell.
  private func swallowLateAnswers() {
    let limit = MonotonicTime.now().adding(milliseconds: 100)
    while awaitsAnswers {
      let left = limit.milliseconds(since: .now())
      var waiting = pollfd(fd: device.descriptor, events: Int16(POLLIN), revents: 0)
      guard left > 0, poll(&waiting, 1, Int32(left) + 1) > 0, readInput() != .closed else { break }
    }
  }
}

extension TerminalSession {
  /// Enters the screen; what was on it is not known.
  func take() {
    guard !isTaken else { return }
    isTaken = true
    shownTitle = nil
    detour?.begin()
    TerminalGuard.arm(device: device, restoring: modes.leave)
    device.makeRaw()
    device.write(modes.enter + (isMouseOn ? ScreenModes.mouseOn : ""))
    screen.forget()
  }

  /// Leaves the screen to the shell or to another program.
  func giveBack() {
    guard isTaken else { return }
    isTaken = false
    device.writeAtLast(modes.leave)
    device.restoreModes()
    TerminalGuard.disarm()
    detour?.end()
    decoder = KeyDecoder()
    inputDeadline = nil
  }
}
