import Conversation
import JSON

/// Turns the JSON of chunks, or of a whole completion, into events, and remembers what decides the ending.
struct ChunkReader {
  /// Ends the reply as soon as it is known.
  private(set) var failure: ReplyError?
  /// `[DONE]` came; nothing counts after it.
  private(set) var isDone = false
  private(set) var finishReason: String?
  private(set) var hasChunk = false
  /// Whether anything worth a reply came: text, reasoning, a refusal or a tool call.
  private(set) var hasContent = false
  private var hasModel = false
  private let writer: ReplyErrorWriter
  /// What the answer may repeat of its own first words.
  var echo = EchoFilter(of: "")

  init(writer: ReplyErrorWriter) {
    self.writer = writer
  }

  /// Whether nothing that still comes can count.
  var isOver: Bool { isDone || failure != nil }

  /// Takes one event; the last one of a stream may be cut off.
  mutating func take(
    _ event: SSEEventDecoder.Event,
    isLast: Bool = false,
    parser: inout JSONParser,
    batch: inout EventBatch
  ) {
    guard !isOver else { return }
    if event.data.starts(with: "[DONE]".utf8) {
      isDone = true
      releaseEcho(batch: &batch)
    } else if let root = parser.parse(event.data) {
      read(root, place: event.isNamedError ? .error : .answer, batch: &batch)
    } else if event.isNamedError {
      failure = writer.serverError(
        ErrorEnvelope(message: String(decoding: event.data.prefix(1_000), as: UTF8.self))
      )
    } else if isLast {
      failure = writer.transport(.cutInsideChunk)
    } else {
      failure = writer.decode(.chunk(Array(event.data.prefix(1_000))))
    }
  }

  /// Takes one chunk or completion; `place` says whether it is known to be an error.
  mutating func read(
    _ root: JSONElement,
    place: ErrorEnvelope.Place = .answer,
    batch: inout EventBatch
  ) {
    guard !isOver else { return }
    hasChunk = true
    let choices = root["choices"]
    if let choices {
      for (position, choice) in choices.elements.enumerated()
      where (choice["index"]?.integer ?? position) == 0 {
        read(choice: choice, batch: &batch)
      }
    }
    readFigures(root, batch: &batch)
    if place == .error || choices == nil || root.present("error") != nil,
      let envelope = ErrorEnvelope(root, in: place)
    {
      failure = writer.serverError(envelope)
    }
  }

  /// Takes one line of a body that is no JSON as a whole.
  mutating func take(
    jsonLine line: UnsafeRawBufferPointer,
    parser: inout JSONParser,
    batch: inout EventBatch
  ) {
    guard !isOver, !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return }
    guard let root = parser.parse(line) else {
      return fail(
        writer.decode(
          hasChunk ? .chunk(Array(line.prefix(1_000))) : .noJSON(Array(line.prefix(1_000)))
        )
      )
    }
    read(root, batch: &batch)
  }

  mutating func fail(_ error: ReplyError) {
    if !isOver { failure = error }
  }

  /// Takes note that no further text comes.
  mutating func releaseEcho(batch: inout EventBatch) {
    var isNew = false
    echo.release { if batch.append(.content, utf8: $0) { isNew = true } }
    if isNew { hasContent = true }
  }

  private mutating func read(choice: JSONElement, batch: inout EventBatch) {
    if let message = choice["delta"] ?? choice["message"] {
      read(message: message, batch: &batch)
    }
    if let text = choice["text"] { append(text, to: .content, batch: &batch) }
    if let tokens = choice.present("logprobs")?["content"], tokens.isArray {
      let logProbs = tokens.elements.compactMap(TokenLogProb.init)
      if !logProbs.isEmpty { batch.append(.logProbs(logProbs)) }
    }
    if let reason = choice["finish_reason"]?.string { finishReason = reason }
    if let error = choice.present("error") {
      failure = writer.serverError(ErrorEnvelope(error: error))
    }
  }

  private mutating func read(message: JSONElement, batch: inout EventBatch) {
    // Some servers send the same reasoning under both names.
    if let reasoning = message.present("reasoning_content") ?? message.present("reasoning") {
      append(reasoning, to: .reasoning, batch: &batch)
    }
    if let content = message["content"] { append(content, to: .content, batch: &batch) }
    if let refusal = message["refusal"] { append(refusal, to: .refusal, batch: &batch) }
    if let calls = message["tool_calls"] {
      for (position, call) in calls.elements.enumerated() {
        append(ToolCallDelta(call, position: position), batch: &batch)
      }
    }
    if let call = message.present("function_call") {
      append(ToolCallDelta(function: call, index: 0, id: nil), batch: &batch)
    }
  }

  private mutating func append(_ call: ToolCallDelta, batch: inout EventBatch) {
    hasContent = true
    batch.append(.toolCall(call))
  }

  /// Takes a text, or Mistral's array of parts.
  private mutating func append(
    _ value: JSONElement,
    to channel: Delta.Channel,
    batch: inout EventBatch
  ) {
    if let text = value.utf8 {
      var isNew = false
      if channel == .content {
        echo.pass(text) { if batch.append(channel, utf8: $0) { isNew = true } }
      } else {
        isNew = batch.append(channel, utf8: text)
      }
      if isNew { hasContent = true }
      return
    }
    for part in value.elements {
      if let thinking = part["thinking"] {
        append(thinking, to: .reasoning, batch: &batch)
      } else {
        append(part["text"] ?? part, to: channel, batch: &batch)
      }
    }
  }

  private mutating func readFigures(_ root: JSONElement, batch: inout EventBatch) {
    if !hasModel, let name = root["model"]?.string, !name.isEmpty {
      hasModel = true
      batch.append(.model(name))
    }
    if let usage = root.present("usage") ?? root["x_groq"]?.present("usage"), usage.isObject {
      batch.append(.usage(Usage(usage)))
    }
    if let timings = root["timings"], timings.isObject {
      batch.append(.serverTimings(ServerTimings(timings)))
    }
    if let progress = root["prompt_progress"], progress.isObject {
      batch.append(.prefill(PrefillProgress(progress)))
    }
  }
}
