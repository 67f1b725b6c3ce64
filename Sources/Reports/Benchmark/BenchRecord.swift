import Conversation
import JSON
import Measuring

/// An earlier measurement, as far as a later one is compared with it.
package struct BenchRecord: Sendable {
  private static let mostSamples = 10_000_000

  package let made: WallTime
  package let settings: JSONObject
  package let samples: [BenchLoad: [BenchFigure: [Double]]]

  /// Reads what ``BenchReport/json`` writes; `nil` for what is none.
  package init?(text: String) {
    guard let json = JSONValue(json: text), let made = json["made"]?.moment,
      let presets = json["presets"]?.asArray
    else { return nil }
    self.made = made
    settings = json["settings"]?.asObject ?? JSONObject()
    var samples: [BenchLoad: [BenchFigure: [Double]]] = [:]
    for entry in presets {
      guard let preset = entry["preset"]?.asText, let concurrency = entry["concurrency"]?.asInteger
      else { return nil }
      let load = BenchLoad(preset: preset, concurrency: concurrency)
      samples[load] = [:]
      for figure in BenchFigure.allCases {
        let values = entry["samples"]?[figure.rawValue]?.asArray?.compactMap(\.asNumber)
        if let values, !values.isEmpty, values.count <= Self.mostSamples {
          samples[load]?[figure] = values
        }
      }
    }
    self.samples = samples
  }
}
