import Panes

/// The links of a frame, sent over what ncurses has drawn, since its cells cannot hold them (OSC 8).
///
/// ncurses may write any cell of a row that it changes, and of the row where the cursor ends (to move it), which
/// takes the link off that cell. So the links of these rows are sent again, with the text under them, and
/// what was a link there and is none any more is sent as plain text. Insertion and deletion of characters
/// must be off, as they move cells with their links.
struct LinkLayer {
  private let text: CellText
  private let reducer: ColorReducer
  private let hasStrike: Bool
  /// By row, what the terminal shows.
  private var shown: [Int: [FrameLink]] = [:]

  init(text: CellText, reducer: ColorReducer, hasStrike: Bool) {
    self.text = text
    self.reducer = reducer
    self.hasStrike = hasStrike
  }

  /// Nothing on the terminal is a link.
  var isEmpty: Bool { shown.isEmpty }

  /// The terminal's content is not known, and will be sent anew.
  mutating func forget() { shown = [:] }

  /// The bytes that bring the terminal's links from the last frame to this one; they leave the cursor at
  /// `cursor` and the attributes normal, as ncurses does.
  ///
  /// `written` holds the rows that ncurses may have written since the last call.
  mutating func bytes(
    for links: [FrameLink],
    of frame: Frame,
    written: Set<Int>,
    cursor: Frame.Position
  ) -> [UInt8] {
    let rows = 0..<frame.size.rows
    let wanted = Dictionary(grouping: links.filter { rows.contains($0.row) }, by: \.row)
    var writer = LinkWriter(text: text, reducer: reducer, hasStrike: hasStrike)
    for row in Set(shown.keys).union(wanted.keys).sorted() where rows.contains(row) {
      let (old, new) = (shown[row] ?? [], wanted[row] ?? [])
      guard old != new || written.contains(row) else { continue }
      for run in Self.runs(old: old, new: new, cells: frame.row(row)) {
        writer.write(run, row: row, cells: frame.row(row))
      }
    }
    shown = wanted
    return writer.finish(cursor: cursor)
  }

  /// What to send of a row: the new links, and what only the old ones cover; whole characters.
  private static func runs(
    old: [FrameLink],
    new: [FrameLink],
    cells: ArraySlice<Cell>
  ) -> [LinkWriter.Run] {
    var links: [FrameLink?] = Array(repeating: nil, count: cells.count)
    var isSent = Array(repeating: false, count: cells.count)
    for link in old {
      for column in link.columns.clamped(to: isSent.indices) { isSent[column] = true }
    }
    for link in new {
      for column in link.columns.clamped(to: isSent.indices) {
        isSent[column] = true
        links[column] = link
      }
    }
    for column in isSent.indices.dropFirst() where cells[cells.startIndex + column].isContinuation {
      if isSent[column], !isSent[column - 1] { links[column - 1] = links[column] }
      let isEither = isSent[column] || isSent[column - 1]
      (isSent[column - 1], isSent[column]) = (isEither, isEither)
      links[column] = links[column - 1]
    }
    var runs: [LinkWriter.Run] = []
    for column in isSent.indices where isSent[column] {
      if let last = runs.last, last.columns.upperBound == column, last.link == links[column] {
        runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
      } else {
        runs.append(LinkWriter.Run(columns: column..<column + 1, link: links[column]))
      }
    }
    return runs
  }
}
