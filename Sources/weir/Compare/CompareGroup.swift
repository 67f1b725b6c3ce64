import Conversation
import Measuring
import Reports

/// One prompt in one run: an answer of each lane, until all have come.
struct CompareGroup {
  let prompt: ComparisonPrompt
  let run: Int
  /// Of its first answer among all of the comparison, in the order of the plan.
  let firstPlace: Int
  /// The cell of each lane.
  let cells: [UInt64]
  /// The answers that have come, by lane; kept only where somebody judges them.
  var answers: [Int: AnswerRecord] = [:]
  /// Lanes whose answers are still to come.
  var open: Int
  /// What a judge has said of them, by the order in which it was shown them.
  var verdicts: [JudgeOrder: Result<JudgeReply, JudgeFailure>] = [:]

  /// The answers that a judge is shown, in the order of the lanes.
  var judged: [AnswerRecord] { answers.sorted { $0.key < $1.key }.map(\.value) }

  /// The cells of those answers.
  var judgedCells: [String] {
    answers.keys.sorted().map { AnswerRecord.text(ofCell: cells[$0]) }
  }

  mutating func take(_ message: Message, in order: JudgeOrder) {
    verdicts[order] = JudgeFailure.result(message, on: answers.count, in: order)
  }
}

/// Why a judge has not judged.
enum JudgeFailure: Error {
  case trouble(JudgeTrouble)
  case ending(Ending)

  /// One sentence without a full stop.
  var sentence: String {
    switch self {
    case .trouble(let trouble): trouble.description
    case .ending(.failed(let error)): error.description
    case .ending: "the judge's reply is incomplete"
    }
  }

  static func result(
    _ message: Message,
    on count: Int,
    in order: JudgeOrder
  ) -> Result<JudgeReply, JudgeFailure> {
    let ending = message.reply?.ending ?? .incomplete
    guard case .finished = ending else { return .failure(.ending(ending)) }
    do throws(JudgeTrouble) {
      return .success(try JudgeReply(message.content, on: count, in: order))
    } catch {
      return .failure(.trouble(error))
    }
  }
}
