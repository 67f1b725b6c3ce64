import Broker
import Conversation

/// A conversation in linear mode: what was typed and what arrives become effects, and nothing else happens.
struct LinearSession: Sendable {
  let presets: [Preset]
  /// With the changes made by commands.
  var preset: Preset
  private(set) var tree = MessageTree()
  /// The end of the conversation that is gone on with; `nil` at its beginning.
  var leaf: MessageID?
  private(set) var streaming: MessageID?
  /// Typed while an answer streamed.
  private var queue: [String] = []
  private var requestCount = 0
  private var isThinking = false

  /// - Parameter presets: What `/preset` chooses from.
  init(presets: [Preset], preset: Preset) {
    self.presets = presets
    self.preset = preset
  }

  var isBusy: Bool { streaming != nil }

  mutating func take(_ entry: LineAssembler.Entry) -> [LinearEffect] {
    let text = entry.text.trimmingBlanks
    if text.isEmpty { return [] }
    if entry.isQuoted { return ask(entry.text) }
    if text.hasPrefix("//") { return ask(String(text.dropFirst())) }
    return text.hasPrefix("/") ? run(text.dropFirst()) : ask(entry.text)
  }

  mutating func take(_ event: StreamEvent) -> [LinearEffect] {
    guard let id = tree.apply(event), id == streaming else { return [] }
    switch event.kind {
    case .delta(let delta): return show(delta)
    case .retrying(let retry): return [.say("\(retry.reason); attempt \(retry.attempt) follows")]
    case .notice(let text): return [.say(text)]
    case .ended(let ending): return end(ending)
    case .phase, .toolCall, .logProbs, .usage, .serverTimings, .prefill, .connection, .model,
      .keepAlive:
      return []
    }
  }

  /// What ^C does: stops the answer that streams, and forgets what waits behind it.
  mutating func interrupt() -> [LinearEffect] {
    guard let id = streaming, let reply = tree[id].reply else {
      return [.say("nothing streams; /quit leaves")]
    }
    queue = []
    return [.cancel(reply.request)]
  }

  /// Sends a message, or keeps it until the answer that streams has ended.
  mutating func ask(_ text: String) -> [LinearEffect] {
    guard !isBusy else {
      queue.append(text)
      return [.say("queued until this answer has ended")]
    }
    return requestReply(to: tree.addUserMessage(text, under: leaf))
  }

  /// Asks for a reply to a message that is in the tree; earlier replies to it become siblings.
  mutating func requestReply(to message: MessageID) -> [LinearEffect] {
    requestCount += 1
    let request = RequestID(requestCount)
    let reply = tree.addReply(
      Reply(preset: preset, request: request, started: .now()),
      under: message
    )
    leaf = reply
    streaming = reply
    isThinking = false
    let messages = tree.chatMessages(to: message, system: preset.system)
    return [
      .say(preset.title + ":"),
      .send(ChatRequest(id: request, preset: preset, messages: messages)),
    ]
  }

  private mutating func show(_ delta: Delta) -> [LinearEffect] {
    switch delta.channel {
    case .content, .refusal: return [.write(delta.text)]
    case .reasoning:
      defer { isThinking = true }
      return isThinking ? [] : [.say("it reasons first; /reasoning shows how, when it has ended")]
    }
  }

  private mutating func end(_ ending: Ending) -> [LinearEffect] {
    streaming = nil
    let words: String? =
      switch ending {
      case .finished(reason: "length"): "the answer ends at its token limit"
      case .finished: nil
      case .incomplete: "the answer is incomplete; /regenerate asks again"
      case .cancelled: "stopped"
      case .failed(let error): "\(error)"
      }
    let report = [LinearEffect.say(words ?? "")]
    return queue.isEmpty ? report : report + ask(queue.removeFirst())
  }
}

extension Preset {
  /// How an answer is announced.
  var title: String { isDemo ? name + " (canned)" : name }
}
