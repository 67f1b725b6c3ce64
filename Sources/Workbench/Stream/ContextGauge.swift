import Conversation

/// How much of its model's window a conversation takes, as far as that is known.
package struct ContextGauge: Sendable, Equatable {
  /// In tokens.
  package var used = 0
  /// Whether some of it was not counted by a server, but guessed by its length.
  package var isEstimate = false
  /// What the model takes, in tokens; `nil` where nobody has said it.
  package var window: Int?

  init() {}

  init(used: Int, isEstimate: Bool, window: Int?) {
    self.used = used
    self.isEstimate = isEstimate
    self.window = window
  }

  /// The part of the window that is used, which may be more than all of it; `nil` where the window is not known.
  package var fraction: Double? { window.map { Double(used) / Double(max(1, $0)) } }

  package var isNearlyFull: Bool { fraction.map { $0 > 0.9 } ?? false }
}

extension ContextGauge {
  /// Counts the path to a message: from the last reply whose server counted tokens on, the rest by its length.
  ///
  /// The cost is that of what came after that reply.
  init(of tree: MessageTree, to tip: MessageID?, system: String?, window: Int?) {
    self.window = window
    let path = tree.path(to: tip)
    let refused = tree.refusedMessages(on: path)
    for id in path.reversed() where !tree[id].isNote && !refused.contains(id) {
      let message = tree[id]
      guard let reply = message.reply else {
        guess(bytes: message.content.utf8.count, of: message.attachments)
        continue
      }
      if let counted = reply.usage?.promptTokens {
        used += counted
        if let completion = reply.usage?.completionTokens, !reply.isEdited {
          used += completion
        } else {
          guess(bytes: message.content.utf8.count)
        }
        return
      }
      let reasoning = reply.isStreaming ? reply.reasoning.utf8.count : 0
      guess(bytes: message.content.utf8.count + reasoning)
    }
    if let system, !path.isEmpty { guess(bytes: system.utf8.count) }
  }

  private mutating func guess(bytes: Int, of files: [AttachedFile] = []) {
    isEstimate = isEstimate || bytes > 0 || !files.isEmpty
    let texts = files.reduce(bytes) { $0 + $1.textBytes }
    used += (texts + Self.bytesPerToken - 1) / Self.bytesPerToken
    used += files.count(where: \.isImage) * Self.tokensPerImage
  }

  /// Of English; other languages and code have fewer.
  private static var bytesPerToken: Int { 4 }
  /// What models of several makers take for a picture of middling size.
  private static var tokensPerImage: Int { 1_000 }
}

extension WorkbenchState {
  /// Takes the gauge of the focused lane anew.
  mutating func refreshContext() {
    let lane = conversation.focusedLane
    context = ContextGauge(
      of: tree,
      to: lane.tip,
      system: systemPrompt(for: lane.preset),
      window: contextWindow(of: lane.preset)
    )
  }

  /// What a preset's model takes, as configured, else as its server says.
  ///
  /// llama.cpp serves one model, whatever it is called in a request.
  private func contextWindow(of preset: Preset) -> Int? {
    if let window = preset.contextWindow { return window }
    let models = models[preset.endpoint.name] ?? []
    let named = models.first { $0.id == preset.model }
    let only = models.count == 1 && models[0].owner == "llamacpp" ? models[0] : nil
    return (named ?? only)?.contextLength
  }
}
