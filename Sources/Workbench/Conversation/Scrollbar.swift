/// Where the thumb of a lane's scrollbar stands; there is none where all rows are in view.
package struct Scrollbar: Sendable, Hashable {
  /// The rows of the view that the thumb takes.
  package let thumb: Range<Int>
  private let height: Int
  private let lastTop: Int

  /// A view that follows the end has its thumb at the end, so that it stands still while text arrives.
  package init?(rowCount: Int, height: Int, top: Int, isFollowing: Bool) {
    guard rowCount > height, height >= 3 else { return nil }
    self.height = height
    lastTop = rowCount - height
    let size = max(1, height * height / rowCount)
    let free = height - size
    var start = min(free, (top * free + lastTop / 2) / lastTop)
    if isFollowing {
      start = free
    } else if top > 0, free > 1 {
      start = min(max(1, start), free - 1)
    }
    thumb = start..<start + size
  }

  /// The row to be at the top of the view when the pointer is on a row of the bar.
  package func top(atPointer row: Int) -> Int {
    min(max(0, row), height - 1) * lastTop / (height - 1)
  }
}

extension WorkbenchState {
  /// The scrollbar of a lane, in the last column of its view.
  package func scrollbar(of column: LaneColumns.Column) -> Scrollbar? {
    let lane = conversation.lanes[column.lane]
    let height = laneView(of: column).rows
    return Scrollbar(
      rowCount: lane.text.rowCount,
      height: height,
      top: lane.topRow(height: height),
      isFollowing: lane.scroll == .following
    )
  }
}
