import Conversation
import Measuring
import Reports
import Settings
import Typeset

/// One `weir bench` from its first request to its exit code.
struct BenchSession {
  enum Form {
    case text
    case json
    case csv
  }

  let plan: BenchPlan
  let form: Form
  let html: String?
  let isQuiet: Bool
  /// Where it is kept; `nil` off the record.
  let files: BenchFiles?
  let baseline: BenchRecord?

  /// - Throws: An exit code, once what is wrong is said.
  func run(over exchange: Exchange, demo: DemoChild?) throws -> ExitStatus {
    var run = BenchRun(plan, exchange: exchange, demo: demo, isQuiet: isQuiet)
    let finish = run.run()
    var report = BenchReport(
      made: .now(),
      version: Weir.configuration.version,
      settings: plan.settings,
      results: run.results
    )
    report.delays = run.delays
    report.isComplete = finish == .complete && run.results.allSatisfy(\.isComplete)
    keep(report)
    if let baseline { report.comparison = BenchComparison(report, against: baseline) }
    try write(report)
    if finish == .interrupted {
      let ended = run.results.reduce(0) { $0 + $1.tally.requests }
      let all = plan.requests * plan.loads.count
      StandardError.write("weir: stopped after \(ended) of \(all) requests; these are reported")
      return exchange.stopStatus
    }
    return verdict(on: report)
  }

  /// Not keeping it costs no more than that.
  private func keep(_ report: BenchReport) {
    guard let files, report.results.contains(where: { $0.tally.whole > 0 }) else { return }
    do throws(StateError) {
      let path = try files.keep(report.json.text + "\n", madeAt: report.made.text ?? "unknown")
      if !isQuiet { StandardError.write("weir: kept as \(path)") }
    } catch {
      StandardError.write("weir: the measurement is not kept: \(error)")
    }
  }

  private func write(_ report: BenchReport) throws {
    if let html {
      do throws(UsageProblem) {
        try PagePlace.write(to: html) { $0(BenchPage(report).text) }
      } catch {
        throw error.reported(as: .failure)
      }
    }
    switch form {
    case .json: try StandardOutput.say(report.json.printableText)
    case .csv: try StandardOutput.write(shown: BenchCSV.text(report))
    case .text: try StandardOutput.write(shown: text(of: report))
    }
  }

  private func text(of report: BenchReport) -> String {
    let tables = BenchTables(report)
    var text = ""
    for result in report.results {
      text += "\(result.load.words): \(BenchTables.facts(of: result))\n"
      let rows = BenchTables.rows(of: result)
      if !rows.isEmpty { text += TextTable(rows: [BenchTables.header] + rows).text + "\n" }
      text += BenchTables.notes(on: result).map { $0 + "\n" }.joined() + "\n"
    }
    if let comparison = report.comparison {
      text += BenchTables.heading(of: comparison) + "\n"
      let rows = BenchTables.rows(of: comparison)
      if !rows.isEmpty { text += TextTable(rows: [BenchTables.changeHeader] + rows).text + "\n" }
      text += BenchTables.notes(on: comparison).map { $0 + "\n" }.joined() + "\n"
    }
    return text + "\(tables.facts)\n\(tables.overhead)\n"
  }

  private func verdict(on report: BenchReport) -> ExitStatus {
    let errors = report.results.reduce(0) { $0 + $1.tally.errors }
    guard errors > 0 else { return .success }
    StandardError.write("weir: \(errors) of the requests failed")
    let timeLimits = report.results.reduce(0) { $0 + $1.tally.timeLimits }
    return timeLimits == errors ? .timeLimit : .endpoint
  }
}

extension BenchResult {
  fileprivate var isComplete: Bool { tally.requests == planned }
}
