import Conversation
import Measuring
import Reports
import Settings

/// What a measurement is compared with, as `--against` names it: `last`, a date, or a file.
struct BenchBaseline {
  /// So many kept ones are looked at for one that has something in common.
  private static let mostTried = 200

  let files: BenchFiles

  /// The measurement of that name; of the kept ones the last that has any of the loads that will be measured.
  func record(_ name: String, loads: [BenchLoad]) throws(UsageProblem) -> BenchRecord {
    guard name == "last" || Self.isDate(name) else { return try record(inFile: name) }
    do throws(StateError) {
      let kept = try files.paths(from: name == "last" ? "" : name)
      for path in kept.reversed().prefix(Self.mostTried) {
        // One that is damaged is as good as none.
        guard let text = try? files.read(path), let record = BenchRecord(text: text) else {
          continue
        }
        if loads.contains(where: { record.samples[$0]?.isEmpty == false }) { return record }
      }
    } catch {
      throw UsageProblem("--against: \(error)")
    }
    let when = name == "last" ? "" : " of \(name)"
    throw UsageProblem(
      "--against \(name): no kept measurement\(when) has any of these presets with these concurrencies"
    )
  }

  private func record(inFile path: String) throws(UsageProblem) -> BenchRecord {
    let text: String
    do throws(StateError) {
      text = try files.read(path)
    } catch {
      throw UsageProblem("--against: \(error)")
    }
    guard let record = BenchRecord(text: text) else {
      throw UsageProblem("--against: \(path) is no measurement that weir bench --json has written")
    }
    return record
  }

  /// `2026-11-23`, with a time behind it or not.
  private static func isDate(_ name: String) -> Bool {
    let opening = name.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    return opening.map(\.count) == [4, 2, 2] && opening.allSatisfy { $0.allSatisfy(\.isNumber) }
      && !name.contains("/") && !name.hasSuffix(".json")
  }
}
