import Support
import Testing
import Workbench

@Suite struct ScreenLayoutTests {
  @Test("no two panes overlap and none leaves the screen, at any size")
  func dividesEverySize() {
    for rows in [1, 2, 5, 6, 7, 9, 10, 12, 15, 16, 24, 40, 120, 300] {
      for columns in [1, 2, 19, 20, 40, 59, 60, 75, 76, 80, 110, 120, 500] {
        let size = ScreenSize(rows: rows, columns: columns)
        let layout = ScreenLayout(size: size, promptRows: 50, isSidebarWanted: true)
        guard layout.shape != .tooSmall else { continue }
        let rects = [
          layout.status, layout.hint, layout.conversation, layout.prompt, layout.presets,
          layout.parameters, layout.stream,
        ].compactMap { $0 }.filter { !$0.isEmpty }
        for rect in rects {
          #expect(rect.row >= 0 && rect.endRow <= rows, "\(size) \(rect)")
          #expect(rect.column >= 0 && rect.endColumn <= columns, "\(size) \(rect)")
        }
        for (index, rect) in rects.enumerated() {
          for other in rects[(index + 1)...] { #expect(!rect.overlaps(other), "\(size)") }
        }
        #expect(layout.conversation.rows >= 1 && layout.prompt.rows >= 1, "\(size)")
      }
    }
  }

  @Test("lanes fill the pane without a gap", arguments: 1...9)
  func dividesLanes(count: Int) {
    for width in [1, 20, 24, 49, 50, 93, 200, 498] {
      let area = Rect(row: 1, column: 5, rows: 20, columns: width)
      for focused in 0..<count {
        let weights = (0..<count).map { $0 % LaneColumns.mostWeight + 1 }
        let lanes = LaneColumns(area: area, weights: weights, focused: focused, isZoomed: false)
        let cells = lanes.columns.reduce(lanes.separators.count * area.rows) {
          $0 + $1.body.columns * ($1.body.rows + ($1.header?.rows ?? 0))
        }
        #expect(cells == width * area.rows)
        #expect(lanes.columns.contains { $0.lane == focused })
        #expect(lanes.columns.count <= LaneColumns.mostShown)
      }
    }
  }

  @Test func standsLanesSideBySideElseAboveEachOtherElseAlone() {
    func lanes(_ columns: Int, _ rows: Int) -> LaneColumns {
      let area = Rect(row: 0, column: 0, rows: rows, columns: columns)
      return LaneColumns(area: area, weights: [1, 1, 1], focused: 2, isZoomed: false)
    }
    #expect(lanes(74, 10).columns.map(\.body.column) == [0, 25, 50])
    #expect(lanes(49, 10).columns.map(\.lane) == [1, 2])
    #expect(lanes(48, 18).columns.map(\.body.row) == [1, 7, 13])
    #expect(lanes(48, 11).columns.map(\.lane) == [2])
    #expect([lanes(48, 11), lanes(48, 12)].map(\.isTabbed) == [true, false])
  }

  @Test func givesALaneMoreOfTheWidthThatIsFree() {
    let area = Rect(row: 0, column: 0, rows: 10, columns: 101)
    let lanes = LaneColumns(area: area, weights: [3, 1], focused: 0, isZoomed: false)
    #expect(lanes.columns.map(\.body.columns) == [63, 37])
  }
}

extension Rect {
  fileprivate func overlaps(_ other: Rect) -> Bool {
    row < other.endRow && other.row < endRow && column < other.endColumn && other.column < endColumn
  }
}
