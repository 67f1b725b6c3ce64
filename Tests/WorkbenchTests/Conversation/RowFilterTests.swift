import Support
import Testing

@testable import Workbench

@Suite struct RowFilterTests {
  private static func entries(_ filter: RowFilter, _ count: Int) -> [RowFilter.Entry] {
    (0..<filter.shownCount(of: count)).map(filter.entry)
  }

  @Test func leavesARowOfContext() {
    let filter = RowFilter(keeping: [5..<6], of: 12)
    #expect(
      Self.entries(filter, 12) == [
        .hidden(0..<4), .row(4), .row(5), .row(6), .hidden(7..<12),
      ]
    )
    // What came since is shown.
    #expect(Self.entries(filter, 14).suffix(2) == [.row(12), .row(13)])
  }

  @Test func showsARowRatherThanThatItIsMissing() {
    #expect(Self.entries(RowFilter(keeping: [2..<3], of: 5), 5) == (0..<5).map { .row($0) })
    #expect(Self.entries(RowFilter(keeping: [], of: 1), 1) == [.row(0)])
    #expect(Self.entries(RowFilter(keeping: [], of: 9), 9) == [.hidden(0..<9)])
    #expect(Self.entries(RowFilter(keeping: [], of: 0), 0) == [])
  }

  @Test("shows every row once, or in one stretch", arguments: 0..<50 as Range<UInt64>)
  func showsEveryRowOnce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int(random.next() % 60)
    var kept: [Range<Int>] = []
    var next = 0
    while next < count {
      let start = next + Int(random.next() % 12)
      let end = min(count, start + 1 + Int(random.next() % 3))
      if start < end { kept.append(start..<end) }
      // Marks may share a row.
      next = max(next, end - Int(random.next() % 2)) + 1
    }
    let filter = RowFilter(keeping: kept, of: count)
    let entries = Self.entries(filter, count)
    let rows = entries.flatMap { entry in
      switch entry {
      case .row(let row): [row]
      case .hidden(let rows): Array(rows)
      }
    }
    #expect(rows == Array(0..<count))
    for row in kept.joined() { #expect(entries[filter.shownRow(of: row)] == .row(row)) }
    for (index, entry) in entries.enumerated() {
      guard case .hidden(let rows) = entry else { continue }
      #expect(rows.allSatisfy { filter.shownRow(of: $0) == index })
      #expect(filter.rows(ofShown: index..<index + 1).lowerBound == rows.lowerBound)
    }
  }
}
