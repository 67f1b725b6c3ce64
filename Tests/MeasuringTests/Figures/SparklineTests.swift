import Measuring
import Testing

@Suite struct SparklineTests {
  @Test(
    "scales the last values to the largest of them",
    arguments: [
      ([1, 2, 3, 4, 5, 6, 7, 8], 8, "▁▂▃▄▅▆▇█"), ([0, 4, 0.1], 3, " █▁"), ([9, 1, 2], 2, "▄█"),
      ([0, 0], 5, "  "), ([], 3, ""), ([1], 0, ""),
    ] as [([Double], Int, String)]
  )
  func draws(values: [Double], width: Int, text: String) {
    #expect(Sparkline.text(values, width: width) == text)
  }

  @Test func drawsWithoutUnicode() {
    #expect(Sparkline.text([0, 1, 4, 8], width: 4, alphabet: .ascii) == " .=@")
  }
}
