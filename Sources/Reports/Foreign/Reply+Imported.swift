import Conversation

extension Reply {
  /// A reply that another program kept.
  static func imported(
    from program: String,
    model: String,
    parameters: [Parameter: JSONValue] = [:]
  ) -> Reply {
    var preset = Preset(
      name: model.isEmpty ? program : model,
      endpoint: Endpoint(name: program, url: ""),
      model: model
    )
    preset.parameters = parameters
    var reply = Reply(preset: preset, request: .none, started: MonotonicTime(nanoseconds: 0))
    reply.ending = .finished(reason: nil)
    return reply
  }
}
