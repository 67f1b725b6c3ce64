import Measuring

/// Tokens a second by how many requests were under way at a time, a line a preset, as SVG; empty where nothing was asked twice.
struct LoadPlot {
  private static let width = 760.0
  private static let height = 260.0
  private static let left = 60.0
  private static let bottom = 34.0
  private static let colors = 6

  let results: [BenchResult]

  var svg: String {
    let concurrencies = Set(results.map(\.load.concurrency)).sorted()
    let highest =
      results.compactMap { $0.tally.tokensPerSecond }
      .map { $0.interval?.upperBound ?? $0.value }.max() ?? 0
    guard concurrencies.count > 1, highest > 0 else { return "" }
    let scale = PlotScale(upTo: highest)
    var text = """
      <figure class="plot">
      <figcaption>Tokens a second in all, by requests under way at a time</figcaption>
      <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-label="Tokens a second by concurrency">

      """
    for tick in scale.ticks {
      let y = Self.y(tick, scale)
      text +=
        "<line class=\"grid\" x1=\"\(Self.left)\" y1=\"\(y)\" x2=\"\(Self.width)\" y2=\"\(y)\"></line>"
      text +=
        "<text class=\"name\" x=\"\(Self.left - 8)\" y=\"\(y + 4)\">\(PlotScale.text(tick))</text>\n"
    }
    for (place, concurrency) in concurrencies.enumerated() {
      let x = Self.x(place, of: concurrencies.count)
      text += "<text class=\"tick\" x=\"\(x)\" y=\"\(Self.height - 12)\">\(concurrency)</text>\n"
    }
    var presets: [String] = []
    for result in results where !presets.contains(result.load.preset) {
      presets.append(result.load.preset)
    }
    for (number, preset) in presets.enumerated() {
      text += line(of: preset, number: number, concurrencies, scale)
    }
    return text + "</svg>\n</figure>\n"
  }

  private func line(
    of preset: String,
    number: Int,
    _ concurrencies: [Int],
    _ scale: PlotScale
  ) -> String {
    var points: [String] = []
    var marks = ""
    for (place, concurrency) in concurrencies.enumerated() {
      let load = BenchLoad(preset: preset, concurrency: concurrency)
      guard let rate = results.first(where: { $0.load == load })?.tally.tokensPerSecond else {
        continue
      }
      let x = Self.x(place, of: concurrencies.count)
      let y = Self.y(rate.value, scale)
      points.append("\(x),\(y)")
      if let range = rate.interval {
        let (low, high) = (Self.y(range.lowerBound, scale), Self.y(range.upperBound, scale))
        marks += "<line x1=\"\(x)\" y1=\"\(low)\" x2=\"\(x)\" y2=\"\(high)\"></line>"
      }
      let title = "\(load.words): \(BenchNumber.text(rate.value)) tokens/s"
      marks +=
        "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\"><title>\(HTMLText.escaped(title))</title></circle>"
    }
    let name = HTMLText.escaped(preset.oneLine)
    let label = "<text x=\"\(Self.left + 10)\" y=\"\(18 + 18 * number)\">\(name)</text>"
    let line = "<polyline points=\"\(points.joined(separator: " "))\"></polyline>"
    return "<g class=\"load load-\(number % Self.colors)\">\(line)\(marks)\(label)</g>\n"
  }

  private static func x(_ place: Int, of count: Int) -> Double {
    rounded(left + 40 + (width - left - 80) * Double(place) / Double(max(1, count - 1)))
  }

  private static func y(_ value: Double, _ scale: PlotScale) -> Double {
    rounded((height - bottom) - min(1, value / scale.end) * (height - bottom - 12))
  }

  private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
