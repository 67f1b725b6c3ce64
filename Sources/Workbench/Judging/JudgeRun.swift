import Conversation
import Measuring

/// A preset that is judging the answers to a turn: asked twice at once, in each order.
struct JudgeRun: Sendable {
  let conversation: ConversationID
  let preset: String
  let rubric: String
  let compared: ComparedAnswers
  let began: MonotonicTime
  /// By the request that asks in that order.
  let orders: [RequestID: JudgeOrder]
  /// What it has written so far.
  var texts: [JudgeOrder: String] = [:]
  var endings: [JudgeOrder: Ending] = [:]
  /// How much it has written, in bytes; reasoning counts.
  private(set) var writtenBytes: [JudgeOrder: Int] = [:]

  /// A judge that goes on and on is stopped.
  var isEndless: Bool { writtenBytes.values.contains { $0 > 200_000 } }

  mutating func take(_ delta: Delta, of order: JudgeOrder) {
    writtenBytes[order, default: 0] += delta.text.utf8.count
    if delta.channel == .content { texts[order, default: ""] += delta.text }
  }

  /// Who judges what for how long, so that the reader sees that something goes on.
  func progress(at now: MonotonicTime) -> String {
    let seconds = Int(max(0, now.seconds(since: began)))
    let done = endings.isEmpty ? "" : ", \(endings.count) of \(orders.count) verdicts"
    return "\(preset) judges \(compared.answers.count) answers (\(rubric)) \(seconds) s\(done)"
  }

  /// When ``progress(at:)`` says something else though nothing came.
  func due(after now: MonotonicTime) -> MonotonicTime {
    began.adding(milliseconds: (max(0, now.seconds(since: began)).rounded(.down) + 1) * 1_000)
  }

  var isOver: Bool { endings.count == orders.count }

  /// What it has come to; only once it is over.
  ///
  /// - Throws: Why there is no verdict, as a sentence.
  func judgement() throws(SlashRefusal) -> Judgement {
    let count = compared.answers.count
    func reply(_ order: JudgeOrder) throws(SlashRefusal) -> JudgeReply {
      if case .failed(let error)? = endings[order] { throw SlashRefusal("\(error)") }
      guard case .finished? = endings[order] else {
        throw SlashRefusal("\(preset): its reply is incomplete")
      }
      do throws(JudgeTrouble) {
        return try JudgeReply(texts[order] ?? "", on: count, in: order)
      } catch {
        throw SlashRefusal("\(preset): \(error)")
      }
    }
    return Judgement(given: try reply(.given), reversed: try reply(.reversed))
  }

  /// All that it wrote, for people.
  var words: String {
    JudgeOrder.allCases.enumerated().map { place, order in
      let text = texts[order] ?? ""
      return "asked the \(place == 0 ? "first" : "second") time:\n"
        + (text.isEmpty ? "(nothing)" : text)
    }
    .joined(separator: "\n\n")
  }
}
