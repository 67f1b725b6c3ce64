import Measuring
import Typeset
import Workbench

/// How often each length of gap was seen: a column a bin, the bins' upper ends below.
struct GapBinsDrawing {
  let gaps: GapHistogram
  let area: Rect

  func draw(on canvas: inout Canvas) {
    let counts = GapBins.counts(of: gaps)
    guard area.rows >= 2, let largest = counts.max(), largest > 0 else { return }
    let width = min(7, area.columns / counts.count)
    guard width >= 3 else { return }
    let rows = area.rows - 1
    for (bin, count) in counts.enumerated() {
      let column = area.column + 1 + bin * width
      draw(count, of: largest, rows: rows, column: column, width: width - 1, on: &canvas)
      let isLast = bin == GapBins.ends.count
      let label = isLast ? "more" : Self.label(GapBins.ends[bin], isShort: width < 5)
      canvas.text(
        label,
        row: area.endRow - 1,
        column: column,
        end: min(column + width, area.endColumn),
        role: .muted
      )
    }
  }

  private func draw(
    _ count: Int,
    of largest: Int,
    rows: Int,
    column: Int,
    width: Int,
    on canvas: inout Canvas
  ) {
    guard count > 0 else { return }
    let eighths = max(1, Int((Double(count) / Double(largest) * Double(rows * 8)).rounded()))
    let row = canvas.column(
      eighths: eighths,
      below: area.row + rows,
      column..<column + width,
      role: .spark
    )
    guard row >= area.row else { return }
    let text = String(count)
    if text.utf8.count <= width {
      canvas.text(text, row: row, column: column, end: column + width, role: .muted)
    }
  }

  /// The bin's upper end, as much of it as fits: `<20ms`, `20`, `<2s`.
  private static func label(_ end: Double, isShort: Bool) -> String {
    let seconds = end >= 1_000
    let figure = seconds ? "\(Int(end / 1_000))s" : "\(Int(end))"
    return isShort ? figure : "<\(figure)\(seconds ? "" : "ms")"
  }
}
