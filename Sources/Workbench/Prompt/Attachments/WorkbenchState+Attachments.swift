import Conversation

extension WorkbenchState {
  /// Has the files looked at that the prompt names since the last time.
  mutating func lookAtAttachments() -> [Effect] {
    guard prompt.editing?.isSent ?? true else { return [] }
    let paths = prompt.attachments.scan(prompt.editor)
    return paths.isEmpty ? [] : [.inspectAttachments(paths)]
  }

  /// Enter: runs the command that was typed, else sends the prompt, as soon as the files that it names are
  /// read.
  mutating func submit() -> [Effect] {
    guard !prompt.isBlank else { return [] }
    if let editing = prompt.editing, !editing.isSent {
      keep(editing)
      return []
    }
    if case .command(let word, let argument) = SlashLine(prompt.editor.text) {
      return run(word: word, argument: argument)
    }
    guard opening == nil else {
      status = StatusMessage("a conversation is being opened; send when it is there")
      return []
    }
    if let refusal = refusalOfStandIn() ?? refusalOfImages() ?? refusalOfPrefill() {
      status = StatusMessage(refusal, role: .error)
      return []
    }
    // Enter may be the first key ever, on a draft that nobody has looked at.
    let look = lookAtAttachments()
    let paths = prompt.attachments.paths
    guard !paths.isEmpty else { return deliver([]) }
    let reading = prompt.attachments.beginReading(revision: prompt.editor.revision)
    status = StatusMessage("reading the files; Esc stops it")
    return look + [.readAttachments(paths, reading: reading)]
  }

  /// Takes the files that a message waits for; nothing is lost when it cannot be sent.
  mutating func take(_ readings: [AttachmentReading], of number: Int) -> [Effect] {
    guard case .reading(number, let revision)? = prompt.attachments.delivery else { return [] }
    prompt.attachments.delivery = nil
    status = nil
    guard revision == prompt.editor.revision else {
      status = StatusMessage("not sent: the prompt changed while its files were read")
      return []
    }
    let attachments = readings.compactMap(\.attachment)
    if let refusal = refusal(of: readings) ?? refusalOfImages(adding: attachments) {
      status = StatusMessage("not sent: \(refusal)", role: .error)
      return []
    }
    guard let question = question(about: readings) else { return deliver(attachments) }
    prompt.attachments.delivery = .asking(attachments, revision: revision)
    status = StatusMessage("\(question)  Enter sends, Esc keeps it", role: .warning)
    return []
  }

  /// Gives a key to the message that waits; `nil` means that the key goes on to the pane.
  mutating func takeInDelivery(_ key: Key) -> [Effect]? {
    guard let delivery = prompt.attachments.delivery else { return nil }
    let isSend = keyMap.command(for: key, in: .prompt) == .send
    let everywhere = keyMap.command(for: key, in: .everywhere)
    let isRefusal = everywhere == .escape || everywhere == .interrupt
    switch delivery {
    case .reading where isSend: return []
    case .reading where !isRefusal: return nil
    case .asking(let attachments, let revision)
    where revision == prompt.editor.revision && (isSend || key.typedText == "y"):
      prompt.attachments.delivery = nil
      return deliver(attachments)
    case .reading, .asking:
      prompt.attachments.delivery = nil
      guard isRefusal || key.typedText == "n" else { return nil }
      status = StatusMessage("not sent; it stays in the prompt")
      return []
    }
  }

  private mutating func deliver(_ attachments: [AttachedFile]) -> [Effect] {
    let typed = prompt.take()
    let text = SlashLine(typed).message ?? typed
    let message = UserMessage(text, attachments: attachments, prefill: prompt.takePrefill())
    return [.keepPrompt(typed)] + send(message)
  }

  private func refusal(of readings: [AttachmentReading]) -> String? {
    for reading in readings {
      switch reading.problem {
      case .missing, .directory, nil: continue
      case .some(let problem): return problem.sentence(for: reading.path.text)
      }
    }
    return nil
  }

  /// What the user is asked before the message goes out; `nil` where there is nothing to ask.
  private func question(about readings: [AttachmentReading]) -> String? {
    let questions = [questionOfPaste(about: readings), questionOfWords(about: readings)]
      .compactMap(\.self)
    return questions.isEmpty ? nil : questions.joined(separator: " ")
  }

  /// Names the files, since whoever wrote the text that was pasted may have named them.
  private func questionOfPaste(about readings: [AttachmentReading]) -> String? {
    let files = readings.compactMap(\.attachment)
    guard prompt.attachments.holdsPasted, !files.isEmpty else { return nil }
    let size = ByteCount.text(files.reduce(0) { $0 + $1.sizeInBytes })
    let names = files.map(\.name).joined(separator: ", ")
    let count = files.count == 1 ? "" : "\(files.count) files, "
    return "There was a paste: attach \(count)\(size): \(names)?"
  }

  private func questionOfWords(about readings: [AttachmentReading]) -> String? {
    for reading in readings {
      switch reading.problem {
      case .missing where !reading.path.looksLikeMention:
        return "No file \(reading.path.text): send the word as text?"
      case .directory: return "\(reading.path.text) is a directory: send the word as text?"
      default: continue
      }
    }
    let bytes = readings.compactMap(\.attachment).filter { !$0.isImage }
      .reduce(0) { $0 + $1.sizeInBytes }
    guard bytes > AttachmentLimit.unaskedBytes else { return nil }
    return "Attach \(ByteCount.text(bytes)) of text?"
  }
}

extension WorkbenchState {
  /// Whether images can go to every lane.
  package var takesImages: Bool {
    conversation.lanes.allSatisfy(\.preset.takesImages)
  }

  /// Why a message cannot go out: a lane's preset takes no images, and there is one in the message or in
  /// what was said before it.
  func refusalOfImages(adding attachments: [AttachedFile] = []) -> String? {
    let hasImages = attachments.contains(where: \.isImage)
    return conversation.lanes.indices.lazy.compactMap { index -> String? in
      var parent = conversation.lanes[index].tip
      if case .message(let edited)? = prompt.editing { parent = tree[edited].parent }
      return refusalOfImages(lane: index, after: parent, hasImages: hasImages)
    }.first
  }

  /// Why a lane's preset cannot be asked with what stands on the path to a message.
  func refusalOfImages(lane: Int, after tip: MessageID?, hasImages: Bool = false) -> String? {
    let preset = conversation.lanes[lane].preset
    guard !preset.takesImages, hasImages || tree.hasImages(on: tree.path(to: tip)) else {
      return nil
    }
    return preset.refusalOfImages
  }
}
