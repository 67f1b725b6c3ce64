import Conversation

extension WorkbenchState {
  /// How a preset's endpoint takes the first words of a reply: as configured, else as it is known for certain of
  /// servers that say what they are.
  package func prefillForm(of preset: Preset) -> PrefillForm {
    if let form = preset.endpoint.prefill { return form }
    guard !refusesPrefill.contains(Self.name(of: preset)) else { return .off }
    switch serverKind(of: preset) {
    case "llamacpp": return .message
    case "vllm": return .continueFinal
    default: return .off
    }
  }

  /// What a preset's server says that it is; `nil` while it was not asked, and where it does not say.
  private func serverKind(of preset: Preset) -> String? {
    let models = models[preset.endpoint.name] ?? []
    return (models.first { $0.id == preset.model } ?? models.first)?.owner
  }

  /// Whether a preset's server is asked to say how far it has read the prompt: only one that is known to understand that,
  /// and has refused nothing since.
  func reportsPrefill(_ preset: Preset) -> Bool {
    serverKind(of: preset) == "llamacpp" && !refusesProgress.contains(Self.name(of: preset))
  }

  /// Why some lanes cannot be given the first words of a reply; `nil` where all can, or there are none.
  func refusalOfPrefill(lanes: [Int]? = nil) -> String? {
    guard !prompt.prefill.isEmpty else { return nil }
    return (lanes ?? Array(conversation.lanes.indices)).lazy
      .map { conversation.lanes[$0].preset }
      .first { prefillForm(of: $0) == .off }
      .map(refusalOfPrefill)
  }

  private func refusalOfPrefill(of preset: Preset) -> String {
    let endpoint = preset.endpoint.name
    let reason =
      if preset.endpoint.prefill == .off {
        "prefill is \"off\" for it in the configuration"
      } else if refusesPrefill.contains(Self.name(of: preset)) {
        "\(endpoint) refused it for \(preset.model)"
      } else if models[endpoint] == nil {
        "it is not known what \(endpoint) takes; ask it something first, or set prefill in [endpoint.\(endpoint)]"
      } else {
        "\(endpoint) is not known to take one; if it does, set prefill in [endpoint.\(endpoint)]"
      }
    return "no prefill for \(preset.name): \(reason)"
  }

  /// Why a preset's model cannot be given the beginning of a reply as its own first words; `nil` where it can.
  func refusalOfWords(of preset: Preset, after reply: Reply) -> String? {
    guard prefillForm(of: preset) != .off else { return refusalOfPrefill(of: preset) }
    guard preset.endpoint.prefill != nil || reply.reasoning.isEmpty else {
      return
        "no prefill for \(preset.name): the reply reasoned first; if its server takes one all the same, set prefill in [endpoint.\(preset.endpoint.name)]"
    }
    return nil
  }

  private static func name(of preset: Preset) -> String {
    "\(preset.endpoint.name)\n\(preset.model)"
  }

  /// Opens the dialog for the first words of the next reply.
  mutating func openPrefill() {
    overlay = .line(LineDialog(.prefill, text: prompt.prefill))
  }

  /// Sets the first words of the next reply; none at all takes them back.
  mutating func set(prefill text: String) {
    let before = prompt.prefill
    prompt.prefill = text.trimmingEnd
    if let refusal = refusalOfPrefill() {
      prompt.prefill = before
      status = StatusMessage(refusal, role: .warning)
    } else if prompt.prefill.isEmpty, !before.isEmpty {
      status = StatusMessage("the next reply begins as it likes")
    }
  }

  /// Asks an endpoint once in a run what it offers, as soon as it has answered something: how much its models take,
  /// and what kind of server it is.
  mutating func learnModels(lane index: Int) -> [Effect] {
    guard let tip = conversation.lanes[index].tip, let reply = tree[tip].reply,
      reply.firstDelta != nil, !reply.preset.isDemo
    else { return [] }
    let endpoint = reply.preset.endpoint
    let isKnown = endpoint.prefill != nil && reply.preset.contextWindow != nil
    guard !isKnown, models[endpoint.name] == nil, askedForModels.insert(endpoint.name).inserted
    else {
      return []
    }
    return [.listModels(endpoint)]
  }

  /// Remembers that a model takes no first words after all, or is not to be asked for its progress, where that was only
  /// believed of it.
  mutating func notePrefill(lane index: Int, refusedBy error: ReplyError) {
    guard let tip = conversation.lanes[index].tip, let reply = tree[tip].reply,
      reply.firstDelta == nil, [400, 422].contains(error.status)
    else { return }
    let name = Self.name(of: reply.preset)
    if reply.givenBytes > 0 { refusesPrefill.insert(name) }
    if reply.preset.endpoint.reportsPrefill { refusesProgress.insert(name) }
  }

  /// Has a reply gone on with: as a sibling that begins with its words where the server takes them, else by asking
  /// for the rest.
  mutating func continueReply() -> [Effect] {
    let lane = conversation.focusedLane
    guard !lane.isStreaming, let reply = lane.current, tree[reply].isReply,
      let turn = tree[reply].parent, !tree[reply].content.trimmingEnd.isEmpty
    else {
      status = StatusMessage("there is no reply to continue")
      return []
    }
    if let refusal = refusalOfStandIn(lanes: [conversation.focused])
      ?? refusalOfImages(lane: conversation.focused, after: reply)
    {
      status = StatusMessage(refusal, role: .error)
      return []
    }
    guard takesPrefill(lane.preset, of: reply) else {
      let turn = say(UserMessage(Self.continueRequest), under: reply)
      status = StatusMessage("asks for the rest, since \(lane.preset.name) takes no prefill")
      return [ask(lane: conversation.focused, answering: turn)]
    }
    status = StatusMessage("goes on from its last words, as a sibling")
    let words = tree[reply].content.trimmingEnd
    return [ask(lane: conversation.focused, answering: turn, beginningWith: words)]
  }

  /// Whether a reply can be given to a preset's model as its own first words.
  ///
  /// llama.cpp refuses them where thinking is on, which nobody but its configuration knows for certain.
  private func takesPrefill(_ preset: Preset, of reply: MessageID) -> Bool {
    let isCertain = preset.endpoint.prefill != nil || tree[reply].reply?.reasoning.isEmpty != false
    return isCertain && prefillForm(of: preset) != .off
  }

  /// What is sent to have a reply gone on with, where its words cannot be given.
  package static let continueRequest =
    "Continue exactly where your last message stopped, without repeating anything."
}

extension String {
  /// Without white space at the end: the model writes it, and some servers refuse words that end with it.
  package var trimmingEnd: String {
    String(self[..<(lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex)])
  }
}
