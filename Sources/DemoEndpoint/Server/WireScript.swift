import Conversation

/// A response body as pieces by index: pure, so that tests can read what will be sent.
struct WireScript: Sendable {
  let count: Int
  private let piecesAt: @Sendable (Int) -> [WirePiece]

  init(count: Int, piecesAt: @escaping @Sendable (Int) -> [WirePiece]) {
    self.count = count
    self.piecesAt = piecesAt
  }

  /// - Parameter index: From 0 to `count` - 1.
  subscript(index: Int) -> [WirePiece] { piecesAt(index) }

  /// A streamed answer: the role, a piece for every step, the ending.
  static func streamed(_ script: DemoScript, by writer: ChunkWriter) -> WireScript {
    WireScript(count: script.count + 2) { index in
      switch index {
      case 0: [.bytes(writer.role)]
      case script.count + 1:
        [.bytes(writer.ending(script.ending, completionTokens: script.deltaCount))]
      default: pieces(for: script[index - 1], by: writer)
      }
    }
  }

  /// An answer in one JSON object, after all the silences of the script at once.
  ///
  /// An answer that breaks off does so in the middle of the object.
  static func whole(_ script: DemoScript, model: String, promptTokens: Int) -> WireScript {
    let pause = WirePiece.wait(milliseconds: script.silenceMilliseconds)
    let body = Array(
      script.completion(model: model, promptTokens: promptTokens).text.utf8
    )
    let pieces: [WirePiece] =
      script.breaksOff
      ? [pause, .bytes(Array(body.prefix(body.count / 2))), .close] : [pause, .bytes(body)]
    return WireScript(count: 1) { _ in pieces }
  }

  private static func pieces(for step: DemoStep, by writer: ChunkWriter) -> [WirePiece] {
    switch step {
    case .content(let text): return [.bytes(writer.content(text))]
    case .reasoning(let text): return [.bytes(writer.reasoning(text))]
    case .torn(let text):
      let event = writer.content(text)
      let cut = (event.firstIndex { $0 >= 0x80 } ?? 0) + 1
      return [
        .bytes(Array(event[..<cut])), .wait(milliseconds: 15), .bytes(Array(event[cut...])),
      ]
    case .wait(let milliseconds): return [.wait(milliseconds: milliseconds)]
    case .breakOff: return [.bytes(Array(writer.content("").prefix(40))), .close]
    }
  }
}

extension DemoScript {
  fileprivate var breaksOff: Bool { steps.contains(.breakOff) }

  fileprivate var silenceMilliseconds: Double {
    steps.reduce(0) { total, step in
      if case .wait(let milliseconds) = step { total + milliseconds } else { total }
    }
  }

  /// The `chat.completion` object of the whole answer.
  fileprivate func completion(model: String, promptTokens: Int) -> JSONValue {
    var content = ""
    var reasoning = ""
    for step in steps {
      switch step {
      case .content(let text), .torn(let text): content += text
      case .reasoning(let text): reasoning += text
      case .wait, .breakOff: break
      }
    }
    var message: JSONObject = JSONObject([
      ("role", "assistant"), ("content", .string(content)),
    ])
    if !reasoning.isEmpty { message["reasoning_content"] = .string(reasoning) }
    let reason: JSONValue =
      if case .finished(let reason) = ending { .string(reason) } else { .null }
    return [
      "id": "chatcmpl-demo", "object": "chat.completion", "created": 0, "model": .string(model),
      "choices": [["index": 0, "message": .object(message), "finish_reason": reason]],
      "usage": DemoUsage(promptTokens: promptTokens, completionTokens: deltaCount).json,
    ]
  }
}
