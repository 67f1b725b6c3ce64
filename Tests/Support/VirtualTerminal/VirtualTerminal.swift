import CVTerm
import Panes
import Workbench

/// A terminal emulator (libvterm) in the test process: bytes go in, a screen is read back.
///
/// A class since it owns a C handle; for one thread at a time.
package final class VirtualTerminal {
  private let handle: OpaquePointer
  private let screen: OpaquePointer
  private let state: State

  /// What libvterm tells by callbacks; a class so that its address stays.
  private final class State {
    var isCursorVisible = true
    var answers: [UInt8] = []
    var modes = TerminalModes()
    var callbacks = VTermScreenCallbacks()
    /// By row and column, the address that the cell leads to.
    var links: [Frame.Position: String] = [:]
    var link: String?

    /// Cells that are moved take their links along.
    func moveLinks(from: VTermRect, to: VTermRect) {
      let before = links
      for row in 0..<Int(to.end_row - to.start_row) {
        for column in 0..<Int(to.end_col - to.start_col) {
          let target = Frame.Position(
            row: Int(to.start_row) + row,
            column: Int(to.start_col) + column
          )
          let source = Frame.Position(
            row: Int(from.start_row) + row,
            column: Int(from.start_col) + column
          )
          links[target] = before[source]
        }
      }
    }
  }

  package private(set) var size: ScreenSize
  /// All bytes that were written to the terminal.
  package private(set) var received: [UInt8] = []
  package var receivedCount: Int { received.count }

  package init(size: ScreenSize) {
    self.size = size
    handle = vterm_new(Int32(size.rows), Int32(size.columns))
    screen = vterm_obtain_screen(handle)
    state = State()
    let context = Unmanaged.passUnretained(state).toOpaque()
    vterm_set_utf8(handle, 1)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_output_set_callback(
      handle,
      { bytes, count, context in
        guard let context, let bytes else { return }
        let state = Unmanaged<State>.fromOpaque(context).takeUnretainedValue()
        state.answers += UnsafeRawBufferPointer(start: bytes, count: count)
      },
      context
    )
    state.callbacks.settermprop = { property, value, context in
      guard let context, let value, property == VTERM_PROP_CURSORVISIBLE else { return 1 }
      let state = Unmanaged<State>.fromOpaque(context).takeUnretainedValue()
      state.isCursorVisible = value.pointee.boolean != 0
      return 1
    }
    state.callbacks.damage = { rect, context in
      guard let context else { return 1 }
      let state = Unmanaged<State>.fromOpaque(context).takeUnretainedValue()
      for row in rect.start_row..<rect.end_row {
        for column in rect.start_col..<rect.end_col {
          state.links[Frame.Position(row: Int(row), column: Int(column))] = state.link
        }
      }
      return 1
    }
    state.callbacks.moverect = { to, from, context in
      guard let context else { return 1 }
      let state = Unmanaged<State>.fromOpaque(context).takeUnretainedValue()
      state.moveLinks(from: from, to: to)
      return 1
    }
    vterm_screen_set_callbacks(screen, &state.callbacks, context)
    vterm_screen_reset(screen, 1)
  }

  deinit { vterm_free(handle) }

  package func write(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    received += bytes
    var start = 0
    for (index, byte) in bytes.enumerated() {
      state.modes.feed(byte)
      guard state.modes.link != state.link else { continue }
      // What is written belongs to the link that was open when it came.
      feed(bytes[start...index])
      start = index + 1
      state.link = state.modes.link
    }
    feed(bytes[start...])
  }

  private func feed(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { buffer in
      _ = vterm_input_write(
        handle,
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        buffer.count
      )
    }
  }

  /// The address that a cell leads to (OSC 8).
  package func link(row: Int, column: Int) -> String? {
    state.links[Frame.Position(row: row, column: column)]
  }

  /// What the terminal answered to questions since the last call.
  package func takeAnswers() -> [UInt8] {
    defer { state.answers = [] }
    return state.answers
  }

  package func resize(to size: ScreenSize) {
    self.size = size
    vterm_set_size(handle, Int32(size.rows), Int32(size.columns))
  }

  package var modes: TerminalModes { state.modes }

  /// Where the cursor stands, shown or not.
  package var cursor: Frame.Position {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(handle), &position)
    return Frame.Position(row: Int(position.row), column: Int(position.col))
  }

  /// The text of each row, without the blanks at its end.
  package var rows: [String] { (0..<size.rows).map(text) }

  package func snapshot() -> VirtualScreen {
    VirtualScreen(
      size: size,
      rows: rows,
      cursor: state.isCursorVisible ? cursor : nil,
      modes: modes
    )
  }

  package func cell(row: Int, column: Int) -> VirtualCell {
    let cell = rawCell(row: row, column: column)
    return VirtualCell(
      text: cell.text,
      widthInColumns: Int(cell.width),
      style: Style(
        foreground: Color(cell.fg, isDefault: UInt8(VTERM_COLOR_DEFAULT_FG.rawValue)),
        background: Color(cell.bg, isDefault: UInt8(VTERM_COLOR_DEFAULT_BG.rawValue)),
        attributes: Attributes(cell.attrs)
      )
    )
  }

  private func text(ofRow row: Int) -> String {
    var text = ""
    var column = 0
    while column < size.columns {
      let cell = rawCell(row: row, column: column)
      text += cell.text.isEmpty ? " " : cell.text
      column += max(1, Int(cell.width))
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  private func rawCell(row: Int, column: Int) -> VTermScreenCell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    return cell
  }
}

extension VTermScreenCell {
  fileprivate var text: String {
    var text = String.UnicodeScalarView()
    let scalars = [chars.0, chars.1, chars.2, chars.3, chars.4, chars.5].prefix { $0 != 0 }
    // The second half of a wide character reads as all ones.
    text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return String(text)
  }
}

extension Color {
  fileprivate init(_ color: VTermColor, isDefault mask: UInt8) {
    if color.type & mask != 0 {
      self = .terminalDefault
    } else if color.type & UInt8(VTERM_COLOR_TYPE_MASK.rawValue) != 0 {
      self = .palette(color.indexed.idx)
    } else {
      self = .rgb(red: color.rgb.red, green: color.rgb.green, blue: color.rgb.blue)
    }
  }
}

extension Attributes {
  fileprivate init(_ attributes: VTermScreenCellAttrs) {
    self = []
    if attributes.bold != 0 { insert(.bold) }
    if attributes.italic != 0 { insert(.italic) }
    if attributes.underline != 0 { insert(.underline) }
    if attributes.reverse != 0 { insert(.reverse) }
    if attributes.strike != 0 { insert(.strike) }
  }
}
