import Measuring

/// A figure of all lanes on one scale, as SVG: each value a dot, denser where there are more, with the middle half and the median.
struct FigurePlot {
  private static let nameWidth = 170.0
  private static let width = 760.0
  private static let rowHeight = 26.0
  /// Of a tick's label, as wide as fonts make it.
  private static let digitWidth = 9.0

  let title: String
  let lanes: [(label: String, values: Distribution)]

  /// Empty where nothing was measured.
  var svg: String {
    guard let greatest = lanes.compactMap(\.values.greatest).max(), greatest > 0 else { return "" }
    let axis = Axis(PlotScale(upTo: greatest))
    let height = Self.rowHeight * Double(lanes.count)
    var text = """
      <figure class="plot">
      <figcaption>\(HTMLText.escaped(title))</figcaption>
      <svg viewBox="0 0 \(Int(Self.width)) \(Int(height) + 24)" role="img" aria-label="\(HTMLText.escaped(title))">

      """
    for tick in axis.scale.ticks {
      let x = axis.place(of: tick)
      text += "<line class=\"grid\" x1=\"\(x)\" y1=\"0\" x2=\"\(x)\" y2=\"\(Int(height))\"></line>"
      text +=
        "<text class=\"tick\" x=\"\(x)\" y=\"\(Int(height) + 16)\">\(PlotScale.text(tick))</text>\n"
    }
    for (row, lane) in lanes.enumerated() {
      text += self.row(lane.label, lane.values, middle: (Double(row) + 0.5) * Self.rowHeight, axis)
    }
    return text + "</svg>\n</figure>\n"
  }

  private func row(
    _ label: String,
    _ values: Distribution,
    middle: Double,
    _ axis: Axis
  ) -> String {
    let name = label.oneLine
    let short = name.count > 24 ? String(name.prefix(23)) + "…" : name
    var text = "<text class=\"name\" x=\"\(Int(Self.nameWidth) - 10)\" y=\"\(middle + 4)\">"
    text += "\(HTMLText.escaped(short))</text>"
    let most = values.values.map(\.count).max() ?? 1
    if let lower = values.percentile(0.25), let upper = values.percentile(0.75) {
      let start = axis.place(of: lower)
      let width = max(1, axis.place(of: upper) - start)
      text +=
        "<rect class=\"box\" x=\"\(start)\" y=\"\(middle - 7)\" width=\"\(width)\" height=\"14\"></rect>"
    }
    for (value, count) in values.values {
      let opacity = 0.25 + 0.65 * Double(count) / Double(most)
      text += "<circle cx=\"\(axis.place(of: value))\" cy=\"\(middle)\" r=\"3\" "
      text += "opacity=\"\((opacity * 100).rounded() / 100)\"></circle>"
    }
    if let median = values.percentile(0.5) {
      let x = axis.place(of: median)
      text +=
        "<line class=\"median\" x1=\"\(x)\" y1=\"\(middle - 9)\" x2=\"\(x)\" y2=\"\(middle + 9)\">"
      text += "<title>p50 \(FigureText.decimal(median))</title></line>"
    }
    return text + "\n"
  }

  /// Where values stand, with room for half the last tick's label on the right.
  private struct Axis {
    let scale: PlotScale
    private let columns: Double

    init(_ scale: PlotScale) {
      self.scale = scale
      let label = Double(PlotScale.text(scale.end).count) * FigurePlot.digitWidth
      columns = FigurePlot.width - FigurePlot.nameWidth - max(20, label / 2 + 2)
    }

    func place(of value: Double) -> Double {
      ((FigurePlot.nameWidth + min(1, value / scale.end) * columns) * 10).rounded() / 10
    }
  }
}

/// Round numbers from 0 to something that holds all values.
struct PlotScale: Hashable {
  let end: Double
  let ticks: [Double]

  /// - Parameter greatest: More than 0.
  init(upTo greatest: Double) {
    var step = 1e-3
    var factors = [2.0, 2.5, 2].makeIterator()
    while step * 6 < greatest, step < 1e15 {
      if let factor = factors.next() {
        step *= factor
      } else {
        factors = [2.0, 2.5, 2].makeIterator()
      }
    }
    let count = (greatest / step).rounded(.up)
    end = step * count
    ticks = (0...Int(count)).map { Double($0) * step }
  }

  static func text(_ value: Double) -> String {
    let rounded = (value * 1_000).rounded() / 1_000
    return rounded == rounded.rounded() && rounded < 1e15 ? String(Int(rounded)) : String(rounded)
  }
}
