import ArgumentParser
import Conversation
import Measuring

/// Where the answers of a comparison go, and when it counts as failed.
struct CompareResults: ParsableArguments {
  @Flag(help: "Write each answer as a line of JSON when it has come.")
  var json = false

  @Flag(help: "Write a report in Markdown at the end.")
  var markdown = false

  @Option(help: "Write a report as one page of HTML to this file.", completion: .file())
  var html: String?

  @Option(
    name: .shortAndLong,
    help: "A file of JSON lines that answers are added to; what it has is not asked again.",
    completion: .file()
  )
  var output: String?

  @Option(help: "Fail when this holds: 'fast.win_rate < 0.5 or *.errors > 0'. Repeatable.")
  var failIf: [String] = []

  @Option(help: "Fail when an answer does not contain this text. Repeatable.")
  var expectContains: [String] = []

  @Flag(name: .shortAndLong, help: "Say nothing of the progress.")
  var quiet = false

  /// The options, once they are seen to make sense.
  func checked(_ lanes: [ComparisonLane]) throws(UsageProblem) -> CheckedResults {
    guard !json || !markdown else {
      throw UsageProblem("--json and --markdown both write to standard output; give one")
    }
    guard !expectContains.contains("") else {
      throw UsageProblem("--expect-contains wants a text that is not empty")
    }
    var conditions: [FailCondition] = []
    for text in failIf { conditions.append(try condition(text, lanes)) }
    let hasFile = output != nil || html != nil
    let form: CompareOutput.Form =
      json ? .lines : markdown ? .nothing : hasFile ? .table : .text
    return CheckedResults(
      form: form,
      markdown: markdown,
      html: html,
      output: output,
      conditions: conditions,
      quiet: quiet
    )
  }

  private func condition(
    _ text: String,
    _ lanes: [ComparisonLane]
  ) throws(UsageProblem) -> FailCondition {
    let condition: FailCondition
    do throws(FailConditionError) {
      condition = try FailCondition(text)
    } catch {
      throw UsageProblem("--fail-if: \(error.description)")
    }
    for term in condition.terms
    where !lanes.contains(where: { term.concerns(label: $0.label, preset: $0.preset.name) }) {
      let labels = lanes.map(\.label).joined(separator: ", ")
      throw UsageProblem(
        "--fail-if: there is no preset \(term.name) here; there are \(labels), and *"
      )
    }
    return condition
  }
}

/// The same, checked.
struct CheckedResults {
  let form: CompareOutput.Form
  let markdown: Bool
  let html: String?
  let output: String?
  let conditions: [FailCondition]
  let quiet: Bool

  /// Whether more than standard output is wanted.
  var isMoreThanRead: Bool { !conditions.isEmpty || output != nil || html != nil }

  /// Whether a report is written from the answers at the end.
  var needsAnswers: Bool { markdown || html != nil }
}
