import Testing
import Workbench

@Suite struct ScrollbarTests {
  @Test func isNotThereWhereAllFits() {
    #expect(Scrollbar(rowCount: 10, height: 10, top: 0, isFollowing: true) == nil)
  }

  @Test(
    "the thumb shows where the view is",
    arguments: [
      (100, 0, false, 0..<4), (100, 40, false, 8..<12), (100, 1, false, 1..<5),
      (100, 79, false, 15..<19), (100, 80, true, 16..<20), (1_000_000, 7, false, 1..<2),
    ]
  )
  func thumb(rows: Int, top: Int, isFollowing: Bool, thumb: Range<Int>) {
    let bar = Scrollbar(rowCount: rows, height: 20, top: top, isFollowing: isFollowing)
    #expect(bar?.thumb == thumb)
  }

  @Test func thePointerReachesBothEnds() {
    let bar = Scrollbar(rowCount: 100, height: 20, top: 5, isFollowing: false)
    #expect(bar?.top(atPointer: -3) == 0)
    #expect(bar?.top(atPointer: 19) == 80)
  }
}
