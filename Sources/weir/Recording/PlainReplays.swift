import Archive
import Conversation
import Reports
import Settings
import Workbench

/// What `weir replay --plain` plays, one answer after the other.
struct PlainReplays {
  private let answers: [[StreamEvent]]
  private let speed: PlaySpeed

  /// - Throws: Where there is nothing to play.
  init(_ source: ReplaySource, turn: Int?, speed: PlaySpeed) throws(UsageProblem) {
    self.speed = speed
    switch source {
    case .file(let path):
      let replies = try RecordingSource(path: path).replies
      let questions = ReplayedFile.questions(of: replies)
      guard let turn else {
        answers = replies.map { $0.events(request: .none) }
        return
      }
      guard questions.indices.contains(turn - 1) else {
        throw UsageProblem("\(path) holds no prompt \(turn)")
      }
      answers = questions[turn - 1].map { $0.events(request: .none) }
    case .conversation(let name):
      answers = try KeptAnswers(of: name, turn: turn).answers.map(\.message.events)
    }
  }

  func run() -> ExitStatus {
    let exchange = Exchange(environment: ProcessEnvironment.variables, demo: nil)
    var status = ExitStatus.success
    do throws(StandardOutput.Closed) {
      for events in answers where status == .success {
        status = try PlainReplay(events: events, speed: speed).run(over: exchange)
      }
      return status
    } catch {
      return error.report()
    }
  }
}

extension StoredMessage {
  /// What happened when a kept reply came, as far as that is kept: its deltas and its end.
  fileprivate var events: [StreamEvent] {
    guard let reply else { return [] }
    var left = [
      Delta.Channel.content: content.utf8.dropFirst(reply.givenBytes),
      .reasoning: reply.reasoning.utf8[...], .refusal: reply.refusal.utf8[...],
    ]
    var events = reply.marks.map { mark in
      let text = left[mark.channel]?.prefix(mark.lengthInBytes) ?? ""[...].utf8
      left[mark.channel]?.removeFirst(text.count)
      let words = String(decoding: text, as: UTF8.self)
      let delta = Delta(channel: mark.channel, text: words, time: mark.time)
      return StreamEvent(request: .none, time: mark.time, kind: .delta(delta))
    }
    let end = reply.ended ?? reply.marks.last?.time ?? MonotonicTime(nanoseconds: 0)
    events.append(
      StreamEvent(request: .none, time: end, kind: .ended(reply.ending ?? .interrupted))
    )
    return events
  }
}
