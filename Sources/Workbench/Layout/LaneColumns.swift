/// How the conversation pane is divided among lanes: which are in view and where each stands.
///
/// As many stand side by side as are readable; where not even two are, as many stand one above the other; else the
/// focused one alone, below the names of all.
package struct LaneColumns: Sendable, Hashable {
  /// The least width of a lane beside another.
  package static let leastColumns = 24
  /// The least height of a lane above another, with its header.
  package static let leastRows = 6
  /// The most lanes in view.
  package static let mostShown = 8
  /// The height from which on lanes side by side have their figures in a row of their own.
  private static let rowsForTwoInHeader = 14
  /// How many times as wide as others a lane can be.
  package static let mostWeight = 3

  /// One lane in view.
  package struct Column: Sendable, Hashable {
    /// The index in the conversation's lanes.
    package let lane: Int
    /// The header's rows, one or two; `nil` where there is one lane only.
    package let header: Rect?
    package let body: Rect
  }

  package private(set) var columns: [Column] = []
  /// The columns of the separators between lanes.
  package private(set) var separators: [Int] = []
  /// Whether one lane of several is in view, whose header names all.
  package private(set) var isTabbed = false

  /// Shows the focused lane alone when zoomed, else as many as fit, the focused one among them.
  ///
  /// There is a weight a lane, at least 1: its part of the free width. Folded lanes stand behind another one; the focused
  /// one never does.
  package init(
    area: Rect,
    weights: [Int],
    folded: Set<Int> = [],
    focused: Int,
    isZoomed: Bool
  ) {
    guard weights.count > 1 else {
      columns = weights.isEmpty ? [] : [Column(lane: 0, header: nil, body: area)]
      return
    }
    let lanes = weights.indices.filter { !folded.contains($0) }
    let side = min(lanes.count, (area.columns + 1) / (Self.leastColumns + 1), Self.mostShown)
    let stacked = min(lanes.count, area.rows / Self.leastRows, Self.mostShown)
    if !isZoomed, side > 1 || lanes.count == 1 {
      divide(area, among: Self.page(of: lanes, side, with: focused), weights)
    } else if !isZoomed, stacked > 1 {
      stack(area, Self.page(of: lanes, stacked, with: focused))
    } else {
      isTabbed = true
      columns = [Self.column(focused, in: area)]
    }
  }

  /// The page of lanes that the focused one stands on; the last page is filled up from the one before.
  private static func page(of lanes: [Int], _ count: Int, with focused: Int) -> ArraySlice<Int> {
    let count = max(1, count)
    let place = lanes.firstIndex(of: focused) ?? 0
    let first = min(place / count * count, lanes.count - count)
    return lanes[first..<first + count]
  }

  private mutating func divide(_ area: Rect, among lanes: ArraySlice<Int>, _ weights: [Int]) {
    let least = min(Self.leastColumns, area.columns)
    let free = area.columns - (lanes.count - 1) - lanes.count * least
    let total = lanes.reduce(0) { $0 + weights[$1] }
    let headerRows = area.rows >= Self.rowsForTwoInHeader ? 2 : 1
    var before = 0
    var column = area.column
    for lane in lanes {
      let after = before + weights[lane]
      let width = least + free * after / total - free * before / total
      before = after
      let part = Rect(row: area.row, column: column, rows: area.rows, columns: width)
      columns.append(Self.column(lane, in: part, headerRows: headerRows))
      column += width
      if lane != lanes.last { separators.append(column) }
      column += 1
    }
  }

  private mutating func stack(_ area: Rect, _ lanes: ArraySlice<Int>) {
    for (place, lane) in lanes.enumerated() {
      let top = area.rows * place / lanes.count
      let end = area.rows * (place + 1) / lanes.count
      let part = Rect(
        row: area.row + top,
        column: area.column,
        rows: end - top,
        columns: area.columns
      )
      columns.append(Self.column(lane, in: part))
    }
  }

  private static func column(_ lane: Int, in area: Rect, headerRows: Int = 1) -> Column {
    var header = area
    header.rows = min(headerRows, area.rows)
    var body = area
    body.row += header.rows
    body.rows -= header.rows
    return Column(lane: lane, header: header, body: body)
  }
}
