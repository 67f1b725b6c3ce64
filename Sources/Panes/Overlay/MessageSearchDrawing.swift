import Conversation
import Typeset
import Workbench

/// The search through all conversations: what is typed, the hits around the one under the cursor, and where there is
/// room the surroundings of that one.
enum MessageSearchDrawing {
  static func draw(_ search: MessageSearch, _ state: WorkbenchState, on canvas: inout Canvas) {
    let inside = OverlayDrawing.open(
      rows: max(4, state.size.rows - 6),
      columns: min(116, state.size.columns - 4),
      title: "search all conversations",
      state.size,
      on: &canvas
    )
    OverlayDrawing.drawField("/", search.editor, inside, on: &canvas)
    let previewRows = inside.rows >= 16 && search.selected != nil ? 6 : 0
    let body = Rect(
      row: inside.row + 1,
      column: inside.column,
      rows: inside.rows - 2 - previewRows,
      columns: inside.columns
    )
    drawHits(search, state, body, on: &canvas)
    if previewRows > 0, let hit = search.selected {
      let preview = Rect(
        row: body.endRow,
        column: inside.column,
        rows: previewRows,
        columns: inside.columns
      )
      drawPreview(hit, preview, on: &canvas)
    }
    drawFoot(search, inside, on: &canvas)
  }

  private static func drawHits(
    _ search: MessageSearch,
    _ state: WorkbenchState,
    _ body: Rect,
    on canvas: inout Canvas
  ) {
    let height = body.rows >= 8 ? 2 : 1
    let shown = max(1, body.rows / height)
    let first = max(0, min(search.selection - shown / 2, search.hits.count - shown))
    for (index, hit) in search.hits.dropFirst(first).prefix(shown).enumerated() {
      let rect = Rect(
        row: body.row + index * height,
        column: body.column,
        rows: min(height, body.endRow - body.row - index * height),
        columns: body.columns
      )
      MessageHitDrawing(hit, isSelected: first + index == search.selection)
        .draw(rect, age: hit.created.age(at: state.wallNow), on: &canvas)
    }
  }

  /// The excerpt as a whole.
  private static func drawPreview(_ hit: MessageHit, _ rect: Rect, on canvas: inout Canvas) {
    canvas.fill(
      row: rect.row,
      from: rect.column,
      to: rect.endColumn,
      with: BoxGlyph.horizontal,
      style: canvas.theme[.border]
    )
    let layout = TextLayout(hit.excerpt, widthInColumns: max(1, rect.columns - 4))
    let room = rect.rows - 1
    let line = hit.found.first.map { layout.lineIndex(containingSourceOffset: $0.lowerBound) } ?? 0
    let top = max(0, min(line - room / 2, layout.lineCount - room))
    for row in 0..<min(room, layout.lineCount - top) {
      layout.forEachGlyph(ofLine: top + row) { glyph, place in
        let column = rect.column + 2 + place.column
        canvas.put(
          glyph,
          row: rect.row + 1 + row,
          column: column,
          end: rect.endColumn,
          style: canvas.theme[.overlay]
        )
        if hit.found.contains(where: { $0.contains(place.sourceOffset) }) {
          canvas.markFound(row: rect.row + 1 + row, from: column, to: column + Int(glyph.width))
        }
      }
    }
  }

  private static func drawFoot(_ search: MessageSearch, _ inside: Rect, on canvas: inout Canvas) {
    guard inside.rows >= 3 else { return }
    let message: (text: String, role: Role)
    if let trouble = search.trouble {
      message = (trouble, .error)
    } else if search.editor.isEmpty {
      message = ("\"a phrase\"  wor*  preset:fast  tag:work  role:user  after:2026-01-01", .muted)
    } else if search.hits.isEmpty {
      message = (search.isRunning ? "looking \u{2026}" : "found nowhere", .muted)
    } else {
      let more =
        search.isCut ? "+, the newest; more words narrow it" : search.isRunning ? "\u{2026}" : ""
      message = ("\(search.selection + 1) of \(search.hits.count)\(more)", .muted)
    }
    canvas.text(
      message.text,
      row: inside.endRow - 1,
      column: inside.column + 1,
      end: inside.endColumn - 1,
      role: message.role
    )
  }
}

/// One hit: where it is and who said it when, and the text around what was found.
struct MessageHitDrawing {
  private let hit: MessageHit
  private let isSelected: Bool

  init(_ hit: MessageHit, isSelected: Bool) {
    self.hit = hit
    self.isSelected = isSelected
  }

  func draw(_ rect: Rect, age: String, on canvas: inout Canvas) {
    let speaker = hit.preset ?? (hit.role == .user ? "you" : "note")
    let right = canvas.textRight(
      rect.columns >= 30 ? "\(speaker)  \(age)" : age,
      row: rect.row,
      start: rect.column + 8,
      end: rect.endColumn - 1,
      role: .muted
    )
    let mark = isSelected ? "\u{25B8} " : "  "
    canvas.text(mark, row: rect.row, column: rect.column, end: rect.endColumn, role: .overlay)
    // Without a second row, what was found says more than where.
    let isAlone = rect.rows < 2
    if !isAlone {
      canvas.text(
        hit.title.isEmpty ? "without a title" : hit.title,
        row: rect.row,
        column: rect.column + 2,
        end: right - 1,
        role: .overlay
      )
    }
    let marks = drawExcerpt(
      row: isAlone ? rect.row : rect.row + 1,
      from: rect.column + (isAlone ? 2 : 4),
      to: isAlone ? right - 1 : rect.endColumn - 1,
      on: &canvas
    )
    if isSelected {
      for row in rect.row..<rect.endRow {
        canvas.restyle(
          row: row,
          from: rect.column,
          to: rect.endColumn,
          style: canvas.theme[.selection]
        )
      }
    }
    for columns in marks {
      let row = isAlone ? rect.row : rect.row + 1
      if isSelected {
        canvas.add([.bold, .underline], row: row, from: columns.lowerBound, to: columns.upperBound)
      } else {
        canvas.markFound(row: row, from: columns.lowerBound, to: columns.upperBound)
      }
    }
  }

  /// Writes the excerpt from so far on that what was found first is in view.
  ///
  /// - Returns: The columns of what was found.
  private func drawExcerpt(
    row: Int,
    from start: Int,
    to end: Int,
    on canvas: inout Canvas
  ) -> [Range<Int>] {
    guard start < end else { return [] }
    let layout = TextLayout(hit.excerpt, widthInColumns: 4_000)
    var glyphs: [(glyph: Glyph, place: TextLayout.Placement)] = []
    layout.forEachGlyph(ofLine: 0) { glyphs.append(($0, $1)) }
    let first = hit.found.first?.lowerBound ?? 0
    let column = glyphs.first { $0.place.sourceOffset >= first }?.place.column ?? 0
    let width = glyphs.last.map { $0.place.column + Int($0.glyph.width) } ?? 0
    let skipped = width <= end - start ? 0 : max(0, column - (end - start) / 3)
    var marks: [Range<Int>] = []
    for (glyph, place) in glyphs where place.column >= skipped {
      let at = start + place.column - skipped
      let next = canvas.put(glyph, row: row, column: at, end: end, style: canvas.theme[.muted])
      guard next > at else { break }
      if hit.found.contains(where: { $0.contains(place.sourceOffset) }) { marks.append(at..<next) }
    }
    return marks
  }
}

extension Canvas {
  /// Marks what a search found, by more than colour.
  fileprivate mutating func markFound(row: Int, from start: Int, to end: Int) {
    restyle(row: row, from: start, to: end, style: theme[.match])
    add([.bold, .underline], row: row, from: start, to: end)
  }
}
