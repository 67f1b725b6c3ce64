import Measuring
import Testing

@Suite struct FigureTextTests {
  @Test func saysFiguresAsPeopleReadThem() {
    #expect(
      [0, 0.4, 182.5, 9_999.4, 9_999.5, 1e300, .nan].map(FigureText.milliseconds)
        == ["0 ms", "0 ms", "183 ms", "9999 ms", "10.0 s", "\u{2013}", "\u{2013}"]
    )
    #expect(
      [0.04, 12.34, 99.94, 99.95, -3.26].map(FigureText.decimal) == [
        "0.0", "12.3", "99.9", "100", "-3.3",
      ]
    )
    #expect([59.96, 60, 125].map(FigureText.seconds) == ["60.0 s", "1 min 0 s", "2 min 5 s"])
    #expect(
      [0, 12.5, 0.314, 0.00421, 1e-12].map(FigureText.cost) == [
        "0.00", "12.50", "0.31", "0.0042", "0.00000000",
      ]
    )
  }

  @Test func drawsBarsInEighths() {
    #expect(
      [0, 0.001, 0.5, 1, 7, -1, .nan].map { Bar.text($0, width: 2) }
        == ["", "\u{258F}", "\u{2588}", "\u{2588}\u{2588}", "\u{2588}\u{2588}", "", ""]
    )
    #expect(Bar.text(0.25, width: 3) == "\u{258A}")
  }
}
