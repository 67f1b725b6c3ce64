import Conversation
import Measuring
import Typeset

extension WorkbenchState {
  /// All that is known of a message, in the order shown.
  func entries(of details: MessageDetails) -> [MessageDetails.Entry] {
    let message = tree[details.message]
    var entries = [fate(of: message)]
    if let reply = message.reply {
      entries += Self.source(of: reply) + Self.course(of: reply, now: now)
    } else {
      entries += Self.attachments(of: message)
    }
    entries.append(.init("length", Self.length(of: message)))
    let created = message.created
    entries.append(.init("created", created.isKnown ? created.textInUTC : "not known"))
    entries.append(.init("key", String(message.key.rawValue)))
    return entries + request(of: message, details)
  }

  /// Whether it goes out with what is said from now on.
  private func fate(of message: Message) -> MessageDetails.Entry {
    let label = "sent on"
    if message.isNote { return .init(label, "never: it is a note") }
    let path = tree.path(to: conversation.focusedLane.tip)
    let isRefused = tree.refusedMessages(on: path).contains(message.id)
    if isRefused || message.wasRefused {
      return .init(label, "not sent again: the server refused it", role: .warning)
    }
    guard let reply = message.reply else { return .init(label, "with every later message") }
    if message.content.isEmpty { return .init(label, "no: it has no text") }
    if reply.reasoning.isEmpty { return .init(label, "with every later message") }
    let preset = conversation.focusedLane.preset
    return .init(
      label,
      preset.sendsReasoning
        ? "with every later message, its reasoning too"
        : "with every later message, without its reasoning (send_reasoning in [preset.\(preset.name)])"
    )
  }

  private func request(
    of message: Message,
    _ details: MessageDetails
  ) -> [MessageDetails.Entry] {
    guard !message.isNote else { return [] }
    guard let request = details.request else {
      let isUnknown = message.reply?.preset.endpoint.url.isEmpty == true
      return [.init("request", isUnknown ? "not known: it comes from another program" : "\u{2026}")]
    }
    let name = conversation.focusedLane.preset.name
    let label = message.isReply ? "as it was sent" : "as \(name) would be asked now"
    let copy = keyMap.notation(for: .copyMessage).map { "; \($0) copies it" } ?? ""
    return [.init("request", "\(label)\(copy)", role: .muted), .init("", request.shown)]
  }

  private static func attachments(of message: Message) -> [MessageDetails.Entry] {
    message.attachments.map { file in
      .init("file", "\(file.name), \(ByteCount.text(file.sizeInBytes))")
    }
  }

  private static func length(of message: Message) -> String {
    let own = message.content.utf8.count - (message.reply?.givenBytes ?? 0)
    var texts = ["\(own) bytes"]
    if let reply = message.reply {
      if reply.givenBytes > 0 { texts.append("\(reply.givenBytes) bytes given before them") }
      if !reply.reasoning.isEmpty { texts.append("reasoning \(reply.reasoning.utf8.count) bytes") }
      if !reply.marks.isEmpty {
        texts.append("\(reply.marks.count) \(reply.marks.count == 1 ? "delta" : "deltas")")
      }
      if reply.isEdited { texts.append("edited") }
    }
    return texts.joined(separator: ", ")
  }

  /// Who was asked, for what, and with which parameters.
  private static func source(of reply: Reply) -> [MessageDetails.Entry] {
    let preset = reply.preset
    let demo = preset.isDemo ? " (demo: canned answers)" : ""
    let answered = reply.reportedModel.flatMap { $0 == preset.model ? nil : ", answered by \($0)" }
    var entries: [MessageDetails.Entry] = [
      .init("preset", preset.name + demo),
      .init("model", preset.model + (answered ?? "")),
      .init("endpoint", "\(preset.endpoint.name), \(preset.endpoint.urlWithoutSecrets)"),
      .init("parameters", preset.parametersText),
    ]
    if reply.givenBytes > 0 {
      let form = preset.endpoint.prefill?.rawValue ?? ""
      entries.append(.init("prefill", "its first \(reply.givenBytes) bytes were given (\(form))"))
    }
    return entries
  }

  /// How it came and how it ended.
  private static func course(of reply: Reply, now: MonotonicTime) -> [MessageDetails.Entry] {
    var entries: [MessageDetails.Entry] = [
      .init("ending", ending(of: reply), role: reply.endingRole),
      .init("timing", timing(of: reply, now)),
    ]
    if let connection = reply.connection {
      entries.append(.init("connection", connection.text))
    }
    if let usage = reply.usage { entries.append(.init("usage", usage.text)) }
    if let timings = reply.serverTimings { entries.append(.init("server", timings.text)) }
    if let retry = reply.retry {
      entries.append(
        .init("retry", "attempt \(retry.attempt), after \(retry.reason)", role: .warning)
      )
    }
    return entries + reply.notices.map { .init("notice", $0) }
  }

  private static func ending(of reply: Reply) -> String {
    switch reply.ending {
    case nil: "it streams"
    case .finished(let reason): "finished, reason: \(reason ?? "none given")"
    case .incomplete: "incomplete: neither a finish reason nor [DONE] came"
    case .cancelled: "stopped"
    case .interrupted: "cut off: weir ended while it arrived"
    case .failed(let error): "\(error)"
    }
  }

  private static func timing(of reply: Reply, _ now: MonotonicTime) -> String {
    let timing = ReplyTiming(of: reply, now: now)
    let sent = reply.sent.map {
      "sent after \(FigureText.milliseconds($0.seconds(since: reply.started) * 1_000))"
    }
    let first = timing.timeToFirstDelta.map { "TTFT \(FigureText.milliseconds($0 * 1_000))" }
    let total = "total \(FigureText.milliseconds(timing.elapsed * 1_000))"
    let rate = timing.tokensPerSecond.map { "\(FigureText.decimal($0)) tok/s" }
    return [sent, first, total, rate].compactMap(\.self).joined(separator: ", ")
  }
}

extension Reply {
  fileprivate var endingRole: Role {
    switch ending {
    case .failed: .error
    case .incomplete, .interrupted, .finished(reason: "length"): .warning
    case nil, .finished, .cancelled: .overlay
    }
  }
}

extension Preset {
  /// As they were sent, and what was kept back.
  fileprivate var parametersText: String {
    var values = parameters
    if values[.temperature] == nil, !omit.contains("temperature") { values[.temperature] = 0.2 }
    let sent = values.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value.plainText)" }
    let omitted = omit.isEmpty ? [] : ["without \(omit.sorted().joined(separator: ", "))"]
    return (sent + omitted).joined(separator: ", ")
  }
}

extension ConnectionTiming {
  fileprivate var text: String {
    let parts = [
      isReused ? "used again" : "name \(FigureText.milliseconds(nameLookup))",
      isReused ? nil : "connect \(FigureText.milliseconds(connect))",
      tls > 0 && !isReused ? "TLS \(FigureText.milliseconds(tls))" : nil,
      "request out \(FigureText.milliseconds(requestSent))",
      "first byte \(FigureText.milliseconds(firstByte))",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}

extension Usage {
  fileprivate var text: String {
    let parts = [
      promptTokens.map { "prompt \($0)" + (cachedTokens.map { " (\($0) cached)" } ?? "") },
      completionTokens.map {
        "completion \($0)" + (reasoningTokens.map { " (\($0) reasoning)" } ?? "")
      },
    ]
    return parts.compactMap(\.self).joined(separator: ", ") + " tokens"
  }
}

extension ServerTimings {
  fileprivate var text: String {
    [
      Self.text("prompt", promptTokens, promptMilliseconds, promptTokensPerSecond),
      Self.text("answer", predictedTokens, predictedMilliseconds, predictedTokensPerSecond),
    ]
    .compactMap(\.self).joined(separator: "; ")
  }

  private static func text(
    _ name: String,
    _ tokens: Int?,
    _ time: Double?,
    _ rate: Double?
  ) -> String? {
    let parts = [
      tokens.map { "\($0) tokens" }, time.map { "in \(FigureText.milliseconds($0))" },
      rate.map { "(\(FigureText.decimal($0)) tok/s)" },
    ]
    let text = parts.compactMap(\.self).joined(separator: " ")
    return text.isEmpty ? nil : "\(name) \(text)"
  }
}
