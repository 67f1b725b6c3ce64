import Conversation
import Typeset

extension WorkbenchState {
  /// The piece of code that keys act on: the current one, else the first in view.
  var codeAtHand: CodeBlock? {
    guard let column = focusedColumn else { return nil }
    let lane = conversation.focusedLane
    if let selected = lane.selected, let index = lane.text.index(of: selected),
      let code = lane.text.text(at: index).code(of: lane.element)
    {
      return code
    }
    return textRows(in: rowsInView(of: column), of: column).lazy
      .compactMap { $0.document.codeBlock(atRow: $0.row) }.first
  }

  /// The rows among those of a lane that show what was said, with the texts they are of.
  func textRows(
    in rows: Range<Int>,
    of column: LaneColumns.Column
  ) -> [(place: TextPlace, document: Document, row: Int)] {
    let lane = conversation.lanes[column.lane].text
    return rows.compactMap { row in
      guard let (index, rowInMessage) = lane.locate(row),
        let (section, own) = lane.text(at: index).sectionRow(rowInMessage)
      else { return nil }
      let place = TextPlace(message: lane.path[index], section: section, offset: 0)
      return (place, lane.text(at: index).document(section), own)
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
    var known: (TextPlace, Range<Int>)?
    for (place, document, row) in textRows(in: rowsInView(of: column), of: column) {
      guard let source = document.codeSource(atRow: row),
        known.map({ $0 != (place, source) }) ?? true
      else { continue }
      known = (place, source)
      hidden = max(hidden, document.codeWidth(atRow: row) - document.codeRoom(atRow: row))
    }
    return hidden
  }
}

extension CodeBlock {
  /// What it is called in a sentence.
  var title: String { language.isEmpty ? "code" : "\(language.prefix(20)) code" }
}
