import Conversation
import Reports

extension AnswerRecord {
  /// The line of an answer that has ended.
  init(
    of job: RunningJob,
    lane: ComparisonLane,
    in group: CompareGroup,
    cell: UInt64,
    asked: String
  ) {
    let message = job.message
    let prompt = group.prompt
    let report = ReplyReport(message: message).json.asObject ?? JSONObject()
    var object = JSONObject([
      ("cell", .string(Self.text(ofCell: cell))), ("prompt", .string(prompt.text)),
    ])
    if let id = prompt.id { object["prompt_id"] = .string(id) }
    if !prompt.tags.isEmpty { object["tags"] = .array(prompt.tags.map { .string($0) }) }
    object["preset"] = .string(lane.preset.name)
    object["lane"] = .string(lane.label)
    object["parameters"] = .object(lane.cell.object)
    object["run"] = .integer(group.run)
    object["asked"] = .string(asked)
    object["attempts"] = .integer(job.attempts)
    for member in report.members where member.name != "preset" {
      object[member.name] = member.value
    }
    if case .failed(let error)? = message.reply?.ending, error.isTimeLimit {
      object["error"]?.merge("time_limit", true)
    }
    object["cost"] = message.reply?.cost.map(JSONValue.number) ?? .null
    object["votes"] = .array([])
    self.init(object)
  }
}

extension JSONValue {
  fileprivate mutating func merge(_ name: String, _ value: JSONValue) {
    guard case .object(var object) = self else { return }
    object[name] = value
    self = .object(object)
  }
}
