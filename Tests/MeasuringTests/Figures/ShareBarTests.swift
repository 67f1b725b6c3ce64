import Measuring
import Testing

@Suite struct ShareBarTests {
  @Test(
    "divides the cells",
    arguments: [
      ([1.0, 1, 2], 8, [2, 2, 4]), ([0.001, 0, 100], 10, [1, 0, 9]), ([1, 1, 1], 2, [1, 1, 0]),
      ([], 5, []), ([0, 0], 5, [0, 0]), ([.nan, 3], 4, [0, 4]), ([2, 2, 2], 7, [3, 2, 2]),
    ]
  )
  func divides(parts: [Double], width: Int, cells: [Int]) {
    #expect(ShareBar.cells(parts, width: width) == cells)
  }
}
