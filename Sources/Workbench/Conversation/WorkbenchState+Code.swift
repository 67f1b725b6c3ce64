import Conversation
import Typeset

extension WorkbenchState {
  /// The piece of code that keys act on: the current one, else the first in view.
  var codeAtHand: CodeBlock? {
    guard let column = focusedColumn else { return nil }
    let lane = conversation.focusedLane
    if let selected = lane.selected, let index = lane.text.path.lastIndex(of: selected),
      let code = lane.text.text(at: index).code(of: lane.element)
    {
      return code
    }
    return bodyRows(in: rowsInView(of: column), of: column).lazy
      .compactMap { $0.text.body.codeBlock(atRow: $0.row) }.first
  }

  /// The rows of content among rows of a lane, with their messages.
  func bodyRows(
    in rows: Range<Int>,
    of column: LaneColumns.Column
  ) -> [(id: MessageID, text: MessageText, row: Int)] {
    let lane = conversation.lanes[column.lane].text
    return rows.compactMap { row in
      guard let (index, rowInMessage) = lane.locate(row) else { return nil }
      let text = lane.text(at: index)
      guard case .body(let bodyRow) = text.row(rowInMessage) else { return nil }
      return (lane.path[index], text, bodyRow)
    }
  }

  mutating func copyCode() -> [Effect] {
    if let column = focusedColumn { layOutLane(column) }
    guard let code = codeAtHand else { return noCode() }
    return [.copy(code.text, what: "the \(code.title)")]
  }

  /// Says that there is no code to act on, and how to get to some.
  mutating func noCode() -> [Effect] {
    let key = keyMap.notation(for: .previousCode).map { "; \($0) goes to the one before" } ?? ""
    status = StatusMessage("there is no code in view\(key)")
    return []
  }

  /// Shows the current message's Markdown, or what it says.
  mutating func toggleRaw() {
    guard let current = conversation.focusedLane.current else { return }
    conversation.lanes[conversation.focused].element = nil
    conversation.lanes[conversation.focused].rawMessages.formSymmetricDifference([current])
    let isRaw = conversation.focusedLane.rawMessages.contains(current)
    status = StatusMessage(isRaw ? "this message as it was sent" : "this message as Markdown")
  }

  mutating func toggleCodeWrap() {
    let lane = conversation.focused
    conversation.lanes[lane].wrapsCode.toggle()
    conversation.lanes[lane].codeOffset = 0
    let left = keyMap.notation(for: .codeLeft) ?? "h"
    let right = keyMap.notation(for: .codeRight) ?? "l"
    status = StatusMessage(
      conversation.lanes[lane].wrapsCode
        ? "long lines of code are wrapped in this lane"
        : "long lines of code are cut in this lane; \(left) and \(right) move them sideways"
    )
  }

  mutating func toggleCodeNumbers() {
    conversation.lanes[conversation.focused].numbersCode.toggle()
  }

  /// Moves the code of a lane sideways, as far as the longest line in view.
  mutating func moveCode(by columns: Int) {
    guard let column = focusedColumn else { return }
    layOutLane(column)
    let lane = conversation.focusedLane
    guard !lane.wrapsCode else {
      let key = keyMap.notation(for: .wrapCode).map { "; \($0) cuts it instead" } ?? ""
      status = StatusMessage("code is wrapped in this lane\(key)")
      return
    }
    let longest = hiddenCodeColumns(of: column)
    let offset = min(max(0, lane.codeOffset + columns), max(longest, 0))
    if offset == lane.codeOffset, longest == 0 {
      status = StatusMessage("no code in view is wider than this lane")
    }
    conversation.lanes[conversation.focused].codeOffset = offset
  }

  /// The columns of the longest line of code in view that do not fit.
  private func hiddenCodeColumns(of column: LaneColumns.Column) -> Int {
    var hidden = 0
    var known: (MessageID, Range<Int>)?
    for (id, text, row) in bodyRows(in: rowsInView(of: column), of: column) {
      guard let source = text.body.codeSource(atRow: row), known.map({ $0 != (id, source) }) ?? true
      else { continue }
      known = (id, source)
      hidden = max(hidden, text.body.codeWidth(atRow: row) - text.body.codeRoom(atRow: row))
    }
    return hidden
  }
}

extension CodeBlock {
  /// What it is called in a sentence.
  var title: String { language.isEmpty ? "code" : "\(language.prefix(20)) code" }
}
