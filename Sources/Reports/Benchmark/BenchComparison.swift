import Conversation
import Measuring

/// What has changed since an earlier measurement.
package struct BenchComparison: Sendable {
  package let earlier: WallTime
  package let changes: [BenchChange]
  /// Loads that the earlier one does not have.
  package let missing: [BenchLoad]
  /// How the two were made differently, each as a sentence.
  package let differences: [String]

  package init(_ report: BenchReport, against record: BenchRecord) {
    earlier = record.made
    changes = BenchChange.all(from: record.samples, to: report.samples)
    missing = report.results.map(\.load).filter { record.samples[$0] == nil }
    let now = report.settings.json.asObject ?? JSONObject()
    let names = now.members.map(\.name) + record.settings.members.map(\.name)
    var seen: Set<String> = ["seed", "runs"]
    differences = names.compactMap { name in
      guard seen.insert(name).inserted, now[name] != record.settings[name] else { return nil }
      return "\(name) was \(Self.text(record.settings[name])), and is \(Self.text(now[name]))"
    }
  }

  private static func text(_ value: JSONValue?) -> String { value?.text.oneLine ?? "not given" }
}
