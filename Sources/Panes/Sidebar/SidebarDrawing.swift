import Conversation
import Typeset
import Workbench

/// The sidebar: presets with their state, parameters of the one in use, and the stream box.
enum SidebarDrawing {
  static func draw(_ state: WorkbenchState, _ layout: ScreenLayout, on canvas: inout Canvas) {
    guard let frame = layout.sidebarFrame else { return }
    let isFocused = state.focusOnScreen == .sidebar
    let border: Role = isFocused ? .borderFocused : .border
    canvas.box(frame, role: border)
    canvas.divider(row: layout.parameters.row - 1, of: frame, role: border)
    canvas.divider(row: layout.stream.row - 1, of: frame, role: border)
    let (start, end) = (frame.column + 1, frame.endColumn - 1)
    canvas.title("presets", row: frame.row, column: start, end: end, isFocused: isFocused)
    canvas.title(
      "parameters",
      row: layout.parameters.row - 1,
      column: start,
      end: end,
      isFocused: false
    )
    canvas.title("stream", row: layout.stream.row - 1, column: start, end: end, isFocused: false)
    guard !state.hidesNames else {
      drawHidden([layout.presets, layout.parameters, layout.stream], on: &canvas)
      return
    }
    drawPresets(state, layout.presets, on: &canvas)
    drawParameters(state, layout.parameters, on: &canvas)
    StreamBox.draw(state, layout.stream, on: &canvas)
  }

  /// Draws the figures of the focused stream anew, where they are shown.
  static func drawFigures(
    of state: WorkbenchState,
    _ layout: ScreenLayout,
    on canvas: inout Canvas
  ) {
    guard layout.sidebarFrame != nil, !state.hidesNames else { return }
    canvas.fill(layout.stream, role: .text)
    StreamBox.draw(state, layout.stream, on: &canvas)
  }

  /// Which preset is in use, and how it does, would tell whose answers are whose.
  private static func drawHidden(_ parts: [Rect], on canvas: inout Canvas) {
    for part in parts where part.rows > 0 {
      canvas.text(
        "hidden",
        row: part.row,
        column: part.column + 1,
        end: part.endColumn,
        role: .muted
      )
    }
  }

  private static func drawPresets(
    _ state: WorkbenchState,
    _ rect: Rect,
    on canvas: inout Canvas
  ) {
    let sidebar = state.sidebar
    let first = sidebar.firstPresetRow(rows: rect.rows)
    for (row, preset) in sidebar.presets.dropFirst(first).prefix(rect.rows).enumerated() {
      let isUsed = preset.name == state.conversation.focusedLane.preset.name
      let y = rect.row + row
      let (sign, role) = sign(of: sidebar.state(of: preset))
      let mark = sidebar.isMarked(preset) ? "\u{2022}" : " "
      canvas.text(
        isUsed ? "\u{25B8}" : " ",
        row: y,
        column: rect.column,
        end: rect.endColumn,
        role: .accent
      )
      canvas.text(mark, row: y, column: rect.column + 1, end: rect.endColumn, role: .marked)
      canvas.text(
        preset.name,
        row: y,
        column: rect.column + 2,
        end: rect.endColumn - 3,
        role: isUsed ? .accent : .text
      )
      canvas.text(sign, row: y, column: rect.endColumn - 2, end: rect.endColumn, role: role)
      if state.focusOnScreen == .sidebar, sidebar.presetUnderCursor?.name == preset.name {
        canvas.restyle(
          row: y,
          from: rect.column,
          to: rect.endColumn,
          style: canvas.theme[.selection]
        )
      }
    }
  }

  private static func sign(of state: PresetState) -> (String, Role) {
    switch state {
    case .unknown: ("\u{25CB}", .muted)
    case .ready: ("\u{2713}", .success)
    case .streaming: ("\u{25CF}", .streaming)
    case .failed: ("!", .warning)
    case .unreachable: ("\u{2717}", .error)
    }
  }

  private static func drawParameters(
    _ state: WorkbenchState,
    _ rect: Rect,
    on canvas: inout Canvas
  ) {
    let preset = state.effectivePreset(of: state.conversation.focusedLane)
    let first = state.sidebar.firstParameterRow(rows: rect.rows)
    for (row, parameter) in Parameter.allCases.dropFirst(first).prefix(rect.rows).enumerated() {
      let y = rect.row + row
      let isChanged = state.sidebar.isChanged(parameter, of: preset)
      let mark = isChanged ? "*" : " "
      let name = canvas.text(
        "\(mark)\(parameter.rawValue)",
        row: y,
        column: rect.column,
        end: rect.endColumn,
        role: isChanged ? .changed : .muted
      )
      if let edit = state.sidebar.edit, edit.parameter == parameter {
        drawEdit(edit, row: y, from: name + 1, rect, on: &canvas)
        continue
      }
      canvas.textRight(
        value(of: parameter, in: preset),
        row: y,
        start: name + 1,
        end: rect.endColumn - 1,
        role: isChanged ? .changed : .text
      )
      if state.focusOnScreen == .sidebar, state.sidebar.parameterUnderCursor == parameter {
        canvas.restyle(
          row: y,
          from: rect.column,
          to: rect.endColumn,
          style: canvas.theme[.selection]
        )
      }
    }
  }

  private static func value(of parameter: Parameter, in preset: Preset) -> String {
    if let value = preset.parameters[parameter] { return value.plainText }
    let isDefault = parameter == .temperature && !preset.omit.contains(parameter.rawValue)
    return isDefault ? "0.2" : "\u{2013}"
  }

  private static func drawEdit(
    _ edit: SidebarPane.Edit,
    row: Int,
    from start: Int,
    _ rect: Rect,
    on canvas: inout Canvas
  ) {
    canvas.fill(
      row: row,
      from: start,
      to: rect.endColumn,
      with: 0x20,
      style: canvas.theme[.selection]
    )
    let area = Rect(row: row, column: start, rows: 1, columns: rect.endColumn - start)
    let editing = EditorDrawing(edit.editor, area: area)
    editing.draw(role: .selection, on: &canvas)
    editing.placeCursor(on: &canvas)
  }
}
