import Conversation
import Typeset
import Workbench

/// The list of conversations: the filter, the rows around the one under the cursor, and a line about that one.
enum ConversationListDrawing {
  static func draw(_ list: ConversationList, _ state: WorkbenchState, on canvas: inout Canvas) {
    let inside = OverlayDrawing.open(
      rows: max(4, state.size.rows - 6),
      columns: min(116, state.size.columns - 4),
      title: list.showsArchived ? "conversations, archived ones too" : "conversations",
      state.size,
      on: &canvas
    )
    OverlayDrawing.drawField("\u{276F}", list.editor, inside, on: &canvas)
    let body = Rect(
      row: inside.row + 1,
      column: inside.column,
      rows: inside.rows - 2,
      columns: inside.columns
    )
    if list.rows.isEmpty {
      drawEmpty(list, state, body, on: &canvas)
    } else {
      drawRows(list, state, body, on: &canvas)
    }
    drawFoot(list, state, inside, on: &canvas)
    drawPosition(list, inside, on: &canvas)
  }

  private static func drawRows(
    _ list: ConversationList,
    _ state: WorkbenchState,
    _ body: Rect,
    on canvas: inout Canvas
  ) {
    let height = body.rows >= 12 ? 2 : 1
    let shown = max(1, body.rows / height)
    let first = max(0, min(list.selection - shown / 2, list.rows.count - shown))
    for (index, summary) in list.rows.dropFirst(first).prefix(shown).enumerated() {
      let rect = Rect(
        row: body.row + index * height,
        column: body.column,
        rows: height,
        columns: body.columns
      )
      ConversationRowDrawing(summary, state, isSelected: first + index == list.selection)
        .draw(rect, on: &canvas)
    }
  }

  /// What the list is for, or why it is empty.
  private static func drawEmpty(
    _ list: ConversationList,
    _ state: WorkbenchState,
    _ body: Rect,
    on canvas: inout Canvas
  ) {
    guard list.trouble == nil else { return }
    let key = state.keyMap.notation(for: .showArchived).map { "; \($0) shows archived ones" } ?? ""
    let text =
      !list.isCurrent
      ? "looking \u{2026}"
      : list.isFiltered
        ? "no conversation matches\(list.showsArchived ? "" : key)"
        : "No conversation is kept yet. What you say is kept by itself, with every answer and every "
          + "sibling of it, and stands here to be found and opened again."
    let layout = TextLayout(text, widthInColumns: max(1, body.columns - 4))
    for line in 0..<min(layout.lineCount, max(0, body.rows - 1)) {
      canvas.put(
        layout,
        line: line,
        row: body.row + 1 + line,
        column: body.column + 2,
        end: body.endColumn,
        role: .muted
      )
    }
  }

  /// How many messages go; with those that were deleted one by one the conversation goes all the same.
  private static func what(isDeletedWith messages: Int) -> String {
    switch messages {
    case 0: "this conversation, whose messages are all deleted,"
    case 1: "1 message"
    default: "\(messages) messages"
    }
  }

  /// A question, what went wrong, or what the row under the cursor is.
  private static func drawFoot(
    _ list: ConversationList,
    _ state: WorkbenchState,
    _ inside: Rect,
    on canvas: inout Canvas
  ) {
    guard inside.rows >= 3 else { return }
    let message: (text: String, role: Role)
    if let doomed = list.deleting {
      let what = what(isDeletedWith: doomed.messageCount)
      message = ("delete \(what) for good? Enter or y deletes: \(doomed.shownTitle)", .warning)
    } else if let trouble = list.trouble {
      message = (trouble, .error)
    } else if let selected = list.selected {
      message = (
        ConversationRowDrawing(selected, state, isSelected: true).marksInWords, .muted
      )
    } else {
      return
    }
    canvas.text(
      message.text,
      row: inside.endRow - 1,
      column: inside.column + 1,
      end: inside.endColumn - 1,
      role: message.role
    )
  }

  private static func drawPosition(
    _ list: ConversationList,
    _ inside: Rect,
    on canvas: inout Canvas
  ) {
    guard !list.rows.isEmpty else { return }
    canvas.textRight(
      " \(list.selection + 1) of \(list.rows.count)\(list.hasMore ? "+" : "") ",
      row: inside.endRow,
      start: inside.column + 1,
      end: inside.endColumn - 1,
      role: .title
    )
  }
}

extension ConversationList {
  fileprivate var isFiltered: Bool { !editor.isEmpty }
}

extension ConversationSummary {
  /// The title; a conversation without one has a word in its place.
  var shownTitle: String { record.title.isEmpty ? "without a title" : record.title }
}
