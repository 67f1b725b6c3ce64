import CNcurses
import Glibc
import Panes
import Workbench

/// ncurses as a pure encoder: a frame goes in, the bytes that bring the terminal from the last frame to
/// this one come out.
///
/// A class since it owns ncurses' one `SCREEN`. ncurses writes into a memory file and never sees the
/// tty: so a frame is one write of ours, nothing of ncurses can block on a stalled terminal or spin
/// on a non-blocking one, and no termios is changed behind our back. `stdscr` only (tried: `resizeterm` with
/// further windows is memory-unsafe in 6.4).
@MainActor final class CursesScreen {
  private(set) var size: ScreenSize
  let ability: ColorAbility
  let isUnicode: Bool

  private let screen: OpaquePointer
  private let stream: UnsafeMutablePointer<FILE>
  private let memory: Int32
  /// Where in the memory file the bytes of the next frame begin.
  private var memoryStart = 0
  private var painted: [Cell] = []
  private var writer: CellWriter
  private var links: LinkLayer
  /// The rows that differ from the last frame.
  private var changedRows: [Int] = []
  /// Whether the terminal takes links (OSC 8); without that those of a frame are left out.
  var takesLinks = false
  private var isCursorShown = false

  /// `isUnicode` is the locale's business unless a test decides.
  ///
  /// - Throws: `TerminalError.noEntry` when terminfo knows nothing that fits.
  init(
    environment: TerminalEnvironment,
    mode: ColorMode,
    size: ScreenSize,
    isUnicode: Bool = TerminalLocale.adopt()
  ) throws(TerminalError) {
    let memory = weir_memory_file("weir-screen")
    guard memory >= 0, let stream = fdopen(memory, "r+") else {
      throw .system("memfd_create", errno)
    }
    use_env(false)
    use_tioctl(true)
    let wanted = mode.ability(environment: environment)
    guard let screen = Self.open(environment: environment, wanted: wanted, stream: stream) else {
      fclose(stream)
      throw .noEntry(term: environment.term)
    }
    typeahead(-1)
    (self.memory, self.stream, self.screen) = (memory, stream, screen)
    self.isUnicode = isUnicode
    self.size = size
    ability = Self.startColors(wanted: wanted)
    let pairs = ability == .none ? 0 : weir_color_pairs()
    let reducer = ColorReducer(ability: ability)
    let text = CellText(isUnicode: isUnicode)
    let hasStrike =
      weir_has_capability(TerminfoEntry.ownMark) && weir_has_capability(TerminfoEntry.strike)
    writer = CellWriter(
      pairs: PairCache(reducer: reducer, limit: pairs),
      text: text,
      hasStrike: hasStrike
    )
    links = LinkLayer(text: text, reducer: reducer, hasStrike: hasStrike)
    resizeterm(Int32(size.rows), Int32(size.columns))
    // beep() flushes what newterm has to say; how the screen is entered is our own business.
    beep()
    emptyMemory()
  }

  /// Ends ncurses; nothing may be called after it.
  ///
  /// No deinit, since it must run on the main thread.
  func close() {
    delscreen(screen)
    fclose(stream)
  }

  /// The bytes that show `frame`; empty when nothing changed, or when it has another size than the screen.
  func render(_ frame: Frame) -> [UInt8] {
    guard frame.size == size, size.rows > 0, size.columns > 0 else { return [] }
    copyChangedRows(of: frame)
    if writer.isStale {
      writer.markFresh()
      painted = []
      copyChangedRows(of: frame)
    }
    if let cursor = frame.cursor {
      weir_move(
        Int32(min(max(cursor.row, 0), size.rows - 1)),
        Int32(min(max(cursor.column, 0), size.columns - 1))
      )
    }
    let links = takesLinks ? frame.links : []
    guard !links.isEmpty || !self.links.isEmpty else {
      weir_refresh()
      return takeOutput(cursorIsShown: frame.cursor != nil)
    }
    return refresh(frame, with: links)
  }

  private func refresh(_ frame: Frame, with links: [FrameLink]) -> [UInt8] {
    weir_shift_cells(false)
    defer { weir_shift_cells(true) }
    weir_refresh()
    let bytes = takeOutput(cursorIsShown: frame.cursor != nil)
    let cursor = Frame.Position(row: Int(weir_cursor_row()), column: Int(weir_cursor_column()))
    if !bytes.isEmpty { changedRows.append(cursor.row) }
    return bytes
      + self.links.bytes(for: links, of: frame, written: Set(changedRows), cursor: cursor)
  }

  /// The next frame is sent whole, whatever the terminal is believed to show.
  func forget() {
    painted = []
    isCursorShown = false
    links.forget()
    weir_repaint_all()
  }

  func resize(to newSize: ScreenSize) {
    size = newSize
    resizeterm(Int32(newSize.rows), Int32(newSize.columns))
    forget()
  }

  private func copyChangedRows(of frame: Frame) {
    changedRows.removeAll(keepingCapacity: true)
    let isFirst = painted.count != frame.cells.count
    if isFirst { painted = frame.cells }
    let columns = size.columns
    let rowBytes = columns * MemoryLayout<Cell>.stride
    frame.cells.withUnsafeBufferPointer { new in
      painted.withUnsafeMutableBufferPointer { old in
        guard let newBase = new.baseAddress, let oldBase = old.baseAddress else { return }
        for row in 0..<size.rows {
          let (source, known) = (newBase + row * columns, oldBase + row * columns)
          let cells = UnsafeBufferPointer(start: source, count: columns)
          var changed = 0..<columns
          if !isFirst {
            // All of a cell's memory has a value.
            if memcmp(source, known, rowBytes) == 0 { continue }
            let shown = UnsafeBufferPointer(start: known, count: columns)
            guard let span = cells.difference(from: shown) else { continue }
            changed = span
            known.update(from: source, count: columns)
          }
          changedRows.append(row)
          writer.put(cells, columns: changed, row: row)
        }
      }
    }
  }

  private func takeOutput(cursorIsShown: Bool) -> [UInt8] {
    let suffix = cursorIsShown == isCursorShown ? "" : cursorIsShown ? "\u{1B}[?25h" : "\u{1B}[?25l"
    isCursorShown = cursorIsShown
    var bytes: [UInt8] = []
    withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 1) { buffer in
      var count = 0
      repeat {
        count = max(0, pread(memory, buffer.baseAddress, buffer.count, memoryStart))
        bytes += buffer[..<count]
        memoryStart += count
      } while count == buffer.count
    }
    if memoryStart > 65_536 { emptyMemory() }
    return bytes + suffix.utf8
  }

  /// Forgets what ncurses has written so far.
  private func emptyMemory() {
    ftruncate(memory, 0)
    lseek(memory, 0, SEEK_SET)
    memoryStart = 0
  }
}
