import Conversation

extension RequestBuilder {
  /// The JSON body: `model`, `messages`, `stream`, the parameters in their order, `stream_options`,
  /// `return_progress`, then `extra` merged over it.
  static func body(
    of preset: Preset,
    _ messages: [ChatMessage],
    delivery: Delivery,
    usage: UsageRequest
  ) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("model", .string(preset.model)),
      ("messages", .array(wireMessages(messages, prefill: preset.endpoint.prefill))),
      ("stream", .bool(delivery == .streamed)),
    ]
    if messages.last?.role == .assistant, preset.endpoint.prefill == .continueFinal {
      fields += [("continue_final_message", true), ("add_generation_prompt", false)]
    }
    var parameters = preset.parameters
    if parameters[.temperature] == nil { parameters[.temperature] = .number(0.2) }
    for (parameter, value) in parameters.sorted(by: { $0.key < $1.key }) {
      fields += Self.fields(of: parameter, value)
    }
    if delivery == .streamed, usage == .asked {
      fields.append(("stream_options", ["include_usage": true]))
    }
    if delivery == .streamed, preset.endpoint.reportsPrefill {
      fields.append(("return_progress", true))
    }
    var body = JSONObject()
    for (name, value) in fields where !preset.omit.contains(name) {
      body[preset.rename[name] ?? name] = value
    }
    body.merge(preset.extra)
    return .object(body)
  }

  /// A last message of the assistant is one that the model is to go on from.
  private static func wireMessages(
    _ messages: [ChatMessage],
    prefill: PrefillForm?
  ) -> [JSONValue] {
    var values = messages.map(\.json)
    guard messages.last?.role == .assistant, prefill == .prefix,
      case .object(var last)? = values.popLast()
    else { return values }
    last["prefix"] = true
    return values + [.object(last)]
  }

  private static func fields(
    of parameter: Parameter,
    _ value: JSONValue
  ) -> [(String, JSONValue)] {
    guard parameter == .logProbs, case .integer(let alternatives) = value else {
      return [(parameter.rawValue, value)]
    }
    let flag = (parameter.rawValue, JSONValue.bool(true))
    return alternatives > 0 ? [flag, ("top_logprobs", .integer(alternatives))] : [flag]
  }
}

extension ChatMessage {
  fileprivate var json: JSONValue {
    var object = JSONObject([("role", .string(role.rawValue)), ("content", wireContent)])
    if let reasoning { object["reasoning_content"] = .string(reasoning) }
    return .object(object)
  }

  /// A plain string where there is nothing but text, which every server understands.
  private var wireContent: JSONValue {
    if case .text(let text)? = parts.first, parts.count == 1 { return .string(text) }
    return .array(parts.map(\.json))
  }
}

extension MessagePart {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): return ["type": "text", "text": .string(text)]
    case .image(let format, let base64):
      let url = "data:\(format.mediaType);base64,\(base64)"
      return ["type": "image_url", "image_url": ["url": .string(url)]]
    }
  }
}
