import Broker
import Conversation
import Workbench

/// A conversation in linear mode: what was typed and what arrives become effects, and nothing else happens.
struct LinearSession: Sendable {
  /// A preset, with the changes made by commands, and where in the tree it goes on.
  struct Lane: Sendable {
    var preset: Preset
    /// `nil` at the beginning of a conversation.
    var leaf: MessageID?
  }

  /// A reply that is still to be asked for.
  private struct Job: Sendable {
    var lane: Int
    var message: MessageID
    /// What the reply begins with, where its preset takes that.
    var words = ""
  }

  /// What commands choose from.
  let presets: [Preset]
  /// Never empty; they answer one after another, and commands about the conversation mean the first.
  var lanes: [Lane]
  var tree = MessageTree.new()
  var record = ConversationRecord.new()
  private var streaming: MessageID?
  private var jobs: [Job] = []
  /// Typed while an answer streamed.
  private var queue: [String] = []
  private var requestCount = 0
  private var isReasoningSaid = false

  /// `chosen` are the presets to begin with; there must be one.
  init(presets: [Preset], chosen: [Preset]) {
    precondition(!chosen.isEmpty, "somebody has to answer")
    self.presets = presets
    lanes = chosen.map { Lane(preset: $0) }
  }

  /// Goes on with a kept conversation.
  mutating func resume(_ stored: StoredConversation) {
    tree = MessageTree(stored)
    record = stored.record
    for index in lanes.indices { lanes[index].leaf = tree.answered(tree.newestLeaf) }
  }

  var isBusy: Bool { streaming != nil }

  mutating func take(_ entry: LineAssembler.Entry) -> [LinearEffect] {
    let text = entry.text.trimmingBlanks
    if text.isEmpty { return [] }
    guard !entry.isQuoted, text.hasPrefix("/") else { return ask(entry.text) }
    switch SlashLine(text) {
    case .message(let text): return ask(text)
    case .command(let word, let argument): return run(word: word, argument: argument)
    }
  }

  mutating func take(_ event: StreamEvent) -> [LinearEffect] {
    guard let id = tree.apply(event), id == streaming else { return [] }
    switch event.kind {
    case .delta(let delta): return show(delta)
    case .retrying(let retry): return [.say("\(retry.reason); attempt \(retry.attempt) follows")]
    case .notice(let text): return [.say(text)]
    case .ended(let ending): return end(ending)
    case .phase, .toolCall, .logProbs, .usage, .serverTimings, .prefill, .connection, .model,
      .keepAlive, .wire:
      return []
    }
  }

  /// What ^C does: stops the answer that streams, and forgets what waits behind it.
  mutating func interrupt() -> [LinearEffect] {
    guard let id = streaming, let reply = tree[id].reply else {
      return [.say("nothing streams; /quit leaves")]
    }
    queue = []
    jobs = []
    return [.cancel(reply.request)]
  }

  /// Sends a message to every lane, or keeps it until the answer that streams has ended.
  mutating func ask(_ text: String) -> [LinearEffect] {
    guard !isBusy else {
      queue.append(text)
      return [.say("queued until this answer has ended")]
    }
    record.setTitle(ConversationRecord.title(from: text), from: .firstMessage)
    var turns: [MessageID?: MessageID] = [:]
    for (index, lane) in lanes.enumerated() {
      let turn = turns[lane.leaf] ?? tree.addUserMessage(text, under: lane.leaf, at: .now())
      turns[lane.leaf] = turn
      jobs.append(Job(lane: index, message: turn))
    }
    return startNext()
  }

  /// Asks every lane for another reply to its last message; the replies that are there become siblings.
  mutating func askAgain() -> [LinearEffect] {
    for (index, lane) in lanes.enumerated() {
      guard let turn = tree.path(to: lane.leaf).last(where: { tree[$0].role == .user }) else {
        continue
      }
      jobs.append(Job(lane: index, message: turn))
    }
    return jobs.isEmpty ? [.say("nothing was asked yet")] : startNext()
  }

  /// Has the first lane go on from the words of a reply, as another reply.
  mutating func goOn(from reply: MessageID, words: String) -> [LinearEffect] {
    guard let turn = tree[reply].parent else { return [] }
    jobs.append(Job(lane: 0, message: turn, words: words))
    return startNext()
  }

  private mutating func startNext() -> [LinearEffect] {
    guard !jobs.isEmpty else { return queue.isEmpty ? [] : ask(queue.removeFirst()) }
    let job = jobs.removeFirst()
    let preset = lanes[job.lane].preset
    requestCount += 1
    let request = RequestID(requestCount)
    let reply = tree.addReply(
      Reply(preset: preset, request: request, started: .now()),
      under: job.message,
      at: .now(),
      beginningWith: job.words
    )
    lanes[job.lane].leaf = reply
    streaming = reply
    isReasoningSaid = false
    var options = MessageTree.SendingOptions(of: preset)
    options.system = record.system ?? options.system
    options.prefill = job.words
    let messages = tree.chatMessages(to: job.message, options)
    return [
      .say(preset.title + ":"),
      .send(ChatRequest(id: request, preset: preset, messages: messages)),
    ]
  }

  private mutating func show(_ delta: Delta) -> [LinearEffect] {
    switch delta.channel {
    case .content, .refusal: return [.write(delta.text)]
    case .reasoning:
      defer { isReasoningSaid = true }
      return isReasoningSaid ? [] : [.say("it reasons first; /reasoning shows that afterwards")]
    }
  }

  private mutating func end(_ ending: Ending) -> [LinearEffect] {
    let isRefused = streaming.map { tree[$0].wasRefused } ?? false
    streaming = nil
    let words =
      switch ending {
      case .finished(reason: "length"): "the answer ends at its token limit"
      case .finished: ""
      case .incomplete: "the answer is incomplete; /continue or /regenerate"
      case .cancelled, .interrupted: "stopped"
      case .failed(let error) where isRefused:
        "\(error); the message is left out of what is sent from now on, /edit asks another in its place"
      case .failed(let error): "\(error)"
      }
    return [.say(words)] + startNext()
  }
}

extension Preset {
  /// How an answer is announced.
  var title: String { isDemo ? name + " (canned)" : name }
}
