import Conversation
import Typeset
import Workbench

/// One of a message's texts: its rows, with what is marked on them and beside them.
struct SectionDrawing {
  private let section: MessageSection
  private var drawing: DocumentDrawing
  /// The part that keys act on.
  private let code: Range<Int>?
  private let link: DocumentLink?
  /// Where the hit begins that the reader stands at.
  private var hit: Int?
  /// Where the text parts from another lane's.
  private var parting: Int?

  /// `element` is what keys act on, where it is of this text.
  init(
    _ section: MessageSection,
    of message: Message,
    _ text: MessageText,
    element: LaneElement?,
    codeOffset: Int
  ) {
    self.section = section
    let document = text.document(section)
    drawing = DocumentDrawing(
      document: document,
      base: section == .content ? .text : .reasoning,
      linkSpace: message.id.rawValue << 1 | (section == .content ? 0 : 1),
      codeOffset: codeOffset
    )
    code = element.flatMap { element in
      element.kind == .code ? document.codeRange(beginningAt: element.source) : nil
    }
    link = text.link(of: element)
    drawing.currentLink = link?.id
  }

  /// Takes what is to be marked on the rows that are drawn.
  mutating func mark(
    _ search: ConversationSearch?,
    _ selection: TextSelection?,
    _ difference: LaneDifference?,
    of message: Message,
    on rows: [(section: MessageSection, row: Int)]
  ) {
    let own = rows.filter { $0.section == section }.map(\.row)
    guard let first = own.first, let last = own.last else { return }
    drawing.marks = TextMarks(
      search,
      in: message.id,
      section,
      of: drawing.document,
      within: drawing.document.source(ofBlocksOnRows: first..<last + 1)
    )
    if section == .content, let difference, difference.reply == message.id {
      let shown = drawing.document.source(ofBlocksOnRows: first..<last + 1)
      drawing.marks.differences = difference.marks(in: shown)
      parting = difference.first.flatMap { $0 <= drawing.document.source.count ? $0 : nil }
    }
    drawing.marks.selection = selection?.range(in: message, section)
    if let current = search?.currentHit, current.message == message.id, current.section == section {
      hit = current.range.lowerBound
    }
  }

  /// Draws a row of the text on the row `y` of the screen.
  ///
  /// - Returns: The column after the last glyph.
  @discardableResult
  func draw(row: Int, at y: Int, _ view: Rect, on canvas: inout Canvas) -> Int {
    let start = view.column + WorkbenchState.textIndent
    let end = drawing.draw(row: row, at: y, from: start, to: view.endColumn, on: &canvas)
    if let sign = sign(ofRow: row) {
      canvas.text(sign, row: y, column: start - 2, end: view.endColumn, role: .accent)
    }
    return end
  }

  /// What stands to the left of a row: of the current hit, which may be in markup that is not shown, and of the
  /// current code or link.
  private func sign(ofRow row: Int) -> String? {
    let document = drawing.document
    if let hit, document.row(ofSourceOffset: hit) == row { return "\u{25B8}" }
    if let code, document.codeSource(atRow: row) == code {
      return document.codeSource(atRow: row - 1) == code ? "\u{2503}" : "\u{25B8}"
    }
    if let link, document.row(ofSourceOffset: link.source) == row { return "\u{25B8}" }
    if let parting, document.row(ofSourceOffset: parting) == row { return "\u{2260}" }
    return nil
  }
}
