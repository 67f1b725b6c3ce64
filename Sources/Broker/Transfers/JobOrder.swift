import Conversation

/// What a job is to do; crosses from the caller's thread to the worker's queue.
struct JobOrder: Sendable {
  /// The two kinds of request.
  enum Purpose: Sendable {
    case chat(ChatRequest)
    case models(@Sendable (Result<[ModelInfo], ReplyError>) -> Void)
  }

  let id: RequestID
  let endpoint: Endpoint
  let purpose: Purpose
  /// When the caller asked.
  let time: MonotonicTime
}

extension JobOrder {
  var model: String {
    switch purpose {
    case .chat(let chat): chat.preset.model
    case .models: ""
    }
  }

  /// The words that the answer is to begin with; empty for none.
  var givenWords: String {
    guard case .chat(let chat) = purpose, let last = chat.messages.last, last.role == .assistant
    else { return "" }
    return last.content
  }

  /// Whether making the request may hold up a thread: a key from outside, or a long conversation.
  var isSlowToPrepare: Bool {
    switch endpoint.key {
    case .command, .file: return true
    case .environment, nil: break
    }
    guard case .chat(let chat) = purpose else { return false }
    return chat.messages.reduce(0) { $0 + $1.sizeInBytes } > 65_536
  }

  /// Reads the key and makes the request.
  func request(
    keys: KeyReader,
    usage: RequestBuilder.UsageRequest
  ) -> Result<HTTPRequest, ReplyError> {
    Result { () throws(ReplyError) in
      let credentials = try keys.credentials(for: endpoint)
      let builder = RequestBuilder(endpoint: endpoint, credentials: credentials)
      switch purpose {
      case .models: return try builder.models()
      case .chat(let chat):
        return try builder.chat(chat.preset, chat.messages, delivery: chat.delivery, usage: usage)
      }
    }
  }
}
