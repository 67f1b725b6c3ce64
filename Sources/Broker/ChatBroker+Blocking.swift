import Conversation

extension ChatBroker {
  /// Asks for a reply and waits for its end; not for the main thread of a screen.
  ///
  /// `onDelta` is called on this thread with each piece of content as it arrives, never empty.
  ///
  /// - Returns: How the reply ended: finished, incomplete or cancelled.
  /// - Throws: Why it failed.
  @discardableResult
  package func chatStream(
    _ preset: Preset,
    _ messages: [ChatMessage],
    delivery: RequestBuilder.Delivery = .streamed,
    onDelta: (String) -> Void
  ) throws(ReplyError) -> Ending {
    let bell = Doorbell()
    let buffer = RenderBuffer { bell.ring() }
    let request = ChatRequest(
      id: makeRequestID(),
      preset: preset,
      messages: messages,
      delivery: delivery
    )
    start(request, into: buffer)
    while true {
      bell.wait()
      for event in buffer.drain() {
        switch event.kind {
        case .delta(let delta) where delta.channel == .content: delta.pieces.forEach(onDelta)
        case .ended(.failed(let error)): throw error
        case .ended(let ending): return ending
        default: break
        }
      }
    }
  }

  /// Asks for a reply and waits for the whole of its content.
  ///
  /// - Returns: What `chatStream` delivers, in one piece.
  /// - Throws: Why it failed; a cancelled or incomplete reply throws a `shape` error.
  package func chat(_ preset: Preset, _ messages: [ChatMessage]) throws(ReplyError) -> String {
    var content = ""
    let ending = try chatStream(preset, messages) { content += $0 }
    let problem: String
    switch ending {
    case .finished: return content
    case .cancelled: problem = "the request was cancelled"
    case .incomplete, .interrupted, .failed:
      problem = "the stream ended without finish_reason and without [DONE]; try again"
    }
    throw ReplyError(kind: .shape, source: preset.endpoint.name, problem: problem)
  }
}

extension Delta {
  /// The text cut as it arrived.
  var pieces: [String] {
    var rest = text.utf8[...]
    return marks.map { mark in
      let piece = rest.prefix(mark.lengthInBytes)
      rest = rest.dropFirst(mark.lengthInBytes)
      return String(decoding: piece, as: UTF8.self)
    }
  }
}
