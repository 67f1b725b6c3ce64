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
  /// `base` is what stands above the message, as counted before for the same tree; it is counted anew when it is another.
  init(
    of tree: MessageTree,
    to tip: MessageID?,
    system: String?,
    window: Int?,
    base: inout ContextBase?
  ) {
    self.window = window
    guard let tip, !takeCount(of: tree[tip]) else { return }
    let key = ContextBase.Key(of: tree, to: tip, system: system)
    let above = base.flatMap { $0.key == key ? $0 : nil } ?? ContextBase(of: tree, below: key)
    base = above
    used += above.gauge.used
    isEstimate = isEstimate || above.gauge.isEstimate
  }

  /// Counts what stands above a path's last message.
  fileprivate init(of tree: MessageTree, above key: ContextBase.Key) {
    var refused = key.tipWasRefused
    var next = key.parent
    while let id = next {
      let message = tree[id]
      defer {
        refused = message.wasRefused
        next = message.parent
      }
      if message.isNote || refused { continue }
      if takeCount(of: message) { return }
    }
    if let system = key.system { guess(bytes: system.utf8.count) }
  }

  /// Adds a message.
  ///
  /// - Returns: Whether its server counted all that stands above it, too.
  private mutating func takeCount(of message: Message) -> Bool {
    guard !message.isNote else { return false }
    guard let reply = message.reply else {
      guess(bytes: message.content.utf8.count, of: message.attachments)
      return false
    }
    guard let counted = reply.usage?.promptTokens else {
      let reasoning = reply.isStreaming ? reply.reasoning.utf8.count : 0
      guess(bytes: message.content.utf8.count + reasoning)
      return false
    }
    used += counted
    if let completion = reply.usage?.completionTokens, !reply.isEdited {
      used += completion
    } else {
      guess(bytes: message.content.utf8.count)
    }
    return true
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

/// What a path takes without its last message, which alone still grows; counted once, while nothing moves.
struct ContextBase: Sendable {
  /// What the count depends on, within one tree.
  struct Key: Sendable, Equatable {
    fileprivate var parent: MessageID?
    private var shape: Int
    fileprivate var tipWasRefused: Bool
    fileprivate var system: String?

    init(of tree: MessageTree, to tip: MessageID, system: String?) {
      parent = tree[tip].parent
      shape = tree.shape
      tipWasRefused = tree[tip].wasRefused
      self.system = system
    }
  }

  let key: Key
  let gauge: ContextGauge

  init(of tree: MessageTree, below key: Key) {
    self.key = key
    gauge = ContextGauge(of: tree, above: key)
  }
}

extension WorkbenchState {
  /// Takes the gauge of the focused lane anew.
  mutating func refreshContext() {
    let lane = conversation.focusedLane
    context = ContextGauge(
      of: tree,
      to: lane.tip,
      system: systemPrompt(for: lane.preset),
      window: contextWindow(of: lane.preset),
      base: &conversation.lanes[conversation.focused].contextBase
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
