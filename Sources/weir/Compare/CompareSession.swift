import Conversation
import Measuring
import Reports

/// One `weir compare` from its first request to its exit code.
struct CompareSession {
  let plan: ComparePlan
  let judge: CompareJudge?
  let prompts: ComparePrompts
  let results: CheckedResults
  /// For answers that a report needs and nobody keeps.
  let directory: String

  /// - Throws: An exit code, once what is wrong is said.
  func run(over exchange: Exchange) throws -> ExitStatus {
    do {
      return try ask(over: exchange)
    } catch let problem as UsageProblem {
      StandardError.write("weir: \(problem.message)")
      throw ExitStatus.failure.code
    }
  }

  private func ask(over exchange: Exchange) throws -> ExitStatus {
    let file = try openFile()
    let total = prompts.count.map { $0 * plan.runs * plan.lanes.count }
    let progress = CompareProgress(
      total: total,
      isQuiet: results.quiet,
      besideTyping: prompts.areTyped
    )
    var run = CompareRun(
      plan,
      judge: judge,
      prompts: prompts,
      file: file,
      exchange: exchange,
      output: CompareOutput(
        form: results.form,
        progress: progress,
        isWantedElsewhere: results.isMoreThanRead || !plan.expected.isEmpty
      )
    )
    let finish = try run.run()
    run.output.progress.noteReused(run.score)
    if let file { try writePage(of: run.score, from: file) }
    try run.output.finish(run.score, mode: plan.modeInWords)
    if let file { try writeMarkdown(of: run.score, from: file) }
    switch finish {
    case .interrupted:
      sayHowToGoOn(run.score, total, unfinished: run.unfinished)
      return exchange.stopStatus
    case .wrongPrompts:
      _ = verdict(on: run.score)
      return .usage
    case .complete: return verdict(on: run.score)
    }
  }

  /// Of what has been answered, also after an interruption; before anything that nobody may read.
  private func writePage(of score: CompareScore, from file: AnswerFile) throws {
    if let path = results.html { try reports(on: score, from: file).writePage(to: path) }
  }

  private func writeMarkdown(of score: CompareScore, from file: AnswerFile) throws {
    if results.markdown { try reports(on: score, from: file).writeMarkdown() }
  }

  private func reports(on score: CompareScore, from file: AnswerFile) -> CompareReports {
    var report = ComparisonReport(
      lanes: score.compared,
      mode: plan.modeInWords,
      prompts: score.places.count / (plan.lanes.count * plan.runs),
      runs: plan.runs,
      made: .now()
    )
    report.judge = judge?.named
    return CompareReports(report: report, file: file, places: score.places)
  }

  private func openFile() throws -> AnswerFile? {
    do throws(UsageProblem) {
      if let path = results.output {
        let file = try AnswerFile(path: path)
        if file.damagedLines > 0 {
          StandardError.write("weir: \(path): damaged lines passed over: \(file.damagedLines)")
        }
        return file
      }
      return results.needsAnswers ? try AnswerFile(temporaryIn: directory) : nil
    } catch {
      throw error.reported()
    }
  }

  private func sayHowToGoOn(_ score: CompareScore, _ total: Int?, unfinished: Int) {
    let dropped =
      unfinished == 0
      ? "" : ", \(unfinished) more \(unfinished == 1 ? "was" : "were") not finished and dropped"
    let count =
      "\(score.answered + score.reused)\(total.map { " of \($0)" } ?? "") answers\(dropped)"
    if let path = results.output {
      StandardError.write(
        "weir: stopped; \(path) has \(count), the same command goes on from there"
      )
    } else {
      StandardError.write(
        "weir: stopped after \(count); with -o FILE a comparison can be gone on with"
      )
    }
  }

  /// What the answers mean to whoever started weir.
  private func verdict(on score: CompareScore) -> ExitStatus {
    var isUnmet = false
    for condition in results.conditions {
      switch condition.check(score.compared) {
      case .doesNotHold: continue
      case .holds(let sentences), .unknown(let sentences):
        isUnmet = true
        for sentence in sentences { StandardError.write("weir: --fail-if: \(sentence)") }
      }
    }
    if score.unmet > 0 {
      let noun = score.unmet == 1 ? "answer lacks" : "answers lack"
      StandardError.write("weir: \(score.unmet) \(noun) what was expected")
      isUnmet = true
    }
    if score.errors > 0 {
      let again = results.output == nil ? "" : "; the same command asks again for them"
      StandardError.write("weir: \(score.errors) of the answers failed\(again)")
    }
    if isUnmet { return .unmet }
    if score.errors > 0 { return score.timeLimits == score.errors ? .timeLimit : .endpoint }
    return score.judgeTroubles > 0 ? .endpoint : .success
  }
}
