import Conversation

/// Writes the events of one streamed answer as they go over the wire.
struct ChunkWriter: Sendable {
  private let opening: String
  let includesUsage: Bool
  let promptTokens: Int

  init(model: String, includesUsage: Bool, promptTokens: Int) {
    opening =
      #"data: {"id":"chatcmpl-demo","object":"chat.completion.chunk","created":0,"model":"#
      + JSONValue.string(model).text
    self.includesUsage = includesUsage
    self.promptTokens = promptTokens
  }

  /// The first chunk, which names the role and carries no text.
  var role: [UInt8] { event(#"{"role":"assistant","content":""}"#, finishReason: "null") }

  func content(_ text: String) -> [UInt8] { delta("content", text) }
  func reasoning(_ text: String) -> [UInt8] { delta("reasoning_content", text) }

  /// The chunks after the last delta, `[DONE]` included.
  func ending(_ ending: DemoScript.Ending, completionTokens: Int) -> [UInt8] {
    guard case .finished(let reason) = ending else { return [] }
    let usage = DemoUsage(promptTokens: promptTokens, completionTokens: completionTokens)
    return event("{}", finishReason: JSONValue.string(reason).text)
      + (includesUsage
        ? Array((opening + #","choices":[],"usage":"# + usage.json.text + "}\n\n").utf8) : [])
      + Array("data: [DONE]\n\n".utf8)
  }

  private func delta(_ member: String, _ text: String) -> [UInt8] {
    event("{\"\(member)\":\(quoted(text))}", finishReason: "null")
  }

  private func event(_ delta: String, finishReason: String) -> [UInt8] {
    var event: [UInt8] = []
    event.reserveCapacity(opening.utf8.count + delta.utf8.count + 64)
    event += opening.utf8
    event += #","choices":[{"index":0,"delta":"#.utf8
    event += delta.utf8
    event += #","finish_reason":"#.utf8
    event += finishReason.utf8
    event += "}]}\n\n".utf8
    return event
  }

  /// Plain words, of which the measuring models send a million, need no look at every scalar.
  private func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    return isPlain ? "\"" + text + "\"" : JSONValue.string(text).text
  }
}
