extension MessageTree {
  /// What a request takes along of the messages before it, beside what was said.
  package struct SendingOptions: Sendable, Hashable {
    /// The system prompt; `nil` sends none.
    package var system: String?
    /// Whether the reasoning of earlier replies goes back to the model.
    package var sendsReasoning = false
    /// The first words of the reply, which the model is to go on from; empty for none.
    package var prefill = ""

    package init(system: String? = nil, sendsReasoning: Bool = false, prefill: String = "") {
      self.system = system
      self.sendsReasoning = sendsReasoning
      self.prefill = prefill
    }

    /// What a preset sends, with its own system prompt.
    package init(of preset: Preset) {
      self.init(system: preset.system, sendsReasoning: preset.sendsReasoning)
    }
  }

  /// The messages of a request that continues the path to `leaf`.
  ///
  /// Left out are notes, empty replies, and what the server refused to answer; what the user said around one
  /// is joined to one message: chat templates may insist on user and assistant taking turns.
  package func chatMessages(to leaf: MessageID?, _ options: SendingOptions) -> [ChatMessage] {
    var messages = options.system.map { [ChatMessage(role: .system, content: $0)] } ?? []
    let path = path(to: leaf)
    let refused = refusedMessages(on: path)
    for id in path where !self[id].isNote && !refused.contains(id) {
      let message = self[id]
      if message.isReply && message.content.isEmpty { continue }
      let role: ChatMessage.Role = message.isReply ? .assistant : .user
      if let last = messages.last, last.role == role {
        messages[messages.count - 1].parts = (last.parts + message.parts).joiningTexts
      } else {
        messages.append(ChatMessage(role: role, parts: message.parts))
      }
      if options.sendsReasoning, let reasoning = message.reply?.reasoning, !reasoning.isEmpty {
        messages[messages.count - 1].reasoning = reasoning
      }
    }
    if !options.prefill.isEmpty {
      messages.append(ChatMessage(role: .assistant, content: options.prefill))
    }
    return messages
  }

  /// The messages of a request that continues the path to `leaf`, with nothing but a system prompt.
  package func chatMessages(to leaf: MessageID?, system: String?) -> [ChatMessage] {
    chatMessages(to: leaf, SendingOptions(system: system))
  }

  /// What the user said on a path and a server would not take (status 400, 413, 414 or 422, without a word in answer):
  /// sent again, it would spoil every request that follows.
  ///
  /// - Parameter path: From a first message on, as ``path(to:)`` gives it. It decides: the same message, on a path on
  ///   which another reply answers it, is not among them.
  /// - Returns: User messages, never the failed replies themselves, which are empty and not sent anyway.
  package func refusedMessages(on path: [MessageID]) -> Set<MessageID> {
    Set(
      path.compactMap { id in
        self[id].wasRefused ? self[id].parent : nil
      }
    )
  }
}

extension Message {
  /// Whether this is a reply without a word, since the server refused the request for what it held; not for who
  /// asked or when.
  package var wasRefused: Bool {
    guard content.isEmpty, case .failed(let error)? = reply?.ending, let status = error.status
    else { return false }
    return [400, 413, 414, 422].contains(status)
  }
}
