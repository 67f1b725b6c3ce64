import Conversation

/// The answers that stream at one time, from the first question to the end of the last.
struct AnswerRun: Sendable {
  /// An answer that has ended.
  struct Answer: Sendable {
    let preset: String
    let ending: Ending
  }

  let began: MonotonicTime
  var answers: [Answer] = []

  init(began: MonotonicTime) {
    self.began = began
  }

  /// The same with no preset named, and in no order that could tell it.
  var withoutNames: AnswerRun {
    var run = AnswerRun(began: began)
    run.answers = answers.map { Answer(preset: "an answer", ending: $0.ending) }
    return run
  }

  /// One line that says who ended and how, with nothing of what was asked and answered.
  ///
  /// It begins with a word, since OSC 9 takes a number in front for a command.
  func notice(at now: MonotonicTime) -> String {
    let time = "after \(Self.duration(seconds: Int(now.seconds(since: began))))"
    guard answers.count > 3 else {
      let parts = answers.map { "\($0.preset) \(Self.words(for: $0.ending))" }
      return "weir: \(parts.joined(separator: ", ")) \(time)"
    }
    let failures = answers.count { if case .failed = $0.ending { true } else { false } }
    return "weir: \(answers.count) answers ended, \(failures) of them failed, \(time)"
  }

  private static func words(for ending: Ending) -> String {
    switch ending {
    case .finished(reason: "length"): "reached its token limit"
    case .finished(reason: "content_filter"): "was stopped by the server's content filter"
    case .finished: "finished"
    case .incomplete: "was cut off"
    case .cancelled, .interrupted: "was stopped"
    case .failed(let error): "failed (\(error.kind.rawValue))"
    }
  }

  private static func duration(seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
