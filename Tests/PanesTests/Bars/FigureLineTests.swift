import Testing

@testable import Panes

@Suite struct FigureLineTests {
  @Test(
    "as many figures as fit are there before any is written out",
    arguments: [
      (60, "✓ stop  TTFT 100 ms  51.4 deltas/s  54 deltas  cost 0.012"),
      (45, "✓ stop  100 ms  51.4 Δ/s  54 Δ  cost 0.012"), (34, "✓ 100 ms 51.4 Δ/s 54 Δ cost 0.012"),
      (30, "✓ stop  100 ms  51.4 Δ/s  54 Δ"), (22, "✓ 100 ms 51.4 Δ/s 54 Δ"),
      (20, "✓  100 ms  51.4 Δ/s"),
      (12, "✓  100 ms"), (1, "✓"),
    ]
  )
  func shortensLast(columns: Int, text: String) {
    var line = FigureLine()
    line.add("✓ stop", short: "✓")
    line.add("TTFT 100 ms", short: "100 ms")
    line.add("51.4 deltas/s", short: "51.4 Δ/s")
    line.add("54 deltas", short: "54 Δ")
    line.add("cost 0.012", short: "cost 0.012")
    #expect(line.text(columns: columns) == text)
  }
}
