import Conversation

extension LinearSession {
  /// Runs a command line, without its slash.
  mutating func run(_ line: Substring) -> [LinearEffect] {
    let word = line.prefix { !$0.isWhitespace }
    let argument = line.dropFirst(word.count).trimmingBlanks
    guard let command = LinearCommand.named(String(word)) else {
      return [.say("there is no command /\(word); /help lists them")]
    }
    switch command {
    case .help: return LinearCommand.allCases.map { .say($0.help) } + [.say(Self.howToType)]
    case .presets: return presets.map { .say(entry(for: $0)) }
    case .preset: return choose(argument)
    case .model: return setModel(argument)
    case .system: return setSystem(argument)
    case .set: return setParameter(argument)
    case .new: return unlessBusy { $0.startAnew() }
    case .regenerate: return unlessBusy { $0.regenerate() }
    case .edit: return unlessBusy { $0.replaceLastMessage(by: argument) }
    case .previous: return unlessBusy { $0.moveAmongSiblings(by: -1) }
    case .next: return unlessBusy { $0.moveAmongSiblings(by: 1) }
    case .reasoning: return [.say(lastReply.flatMap { tree[$0].reply?.reasoning }.orNone)]
    case .stop: return interrupt()
    case .quit: return [.quit]
    }
  }

  private static var howToType: String {
    "A backslash at the end of a line goes on in the next; three quotes on a line of their own begin "
      + "and end a longer text; // sends a message that begins with a slash."
  }

  private func entry(for preset: Preset) -> String {
    let mark = preset.name == self.preset.name ? ", in use" : ""
    return "\(preset.title): \(preset.model) at \(preset.endpoint.name)\(mark)"
  }

  private mutating func choose(_ name: String) -> [LinearEffect] {
    guard let chosen = presets.first(where: { $0.name == name }) else {
      return [.say("there is no preset named \(name.orNone); /presets lists them")]
    }
    preset = chosen
    return [.say("goes on with \(entry(for: chosen))")]
  }

  private mutating func setModel(_ name: String) -> [LinearEffect] {
    guard !name.isEmpty else { return [.say("the model is \(preset.model)")] }
    preset.model = name
    return [.say("goes on with the model \(name)")]
  }

  private mutating func setSystem(_ text: String) -> [LinearEffect] {
    guard !text.isEmpty else { return [.say("the system prompt is: \(preset.system.orNone)")] }
    preset.system = text
    return [.say("the system prompt is set")]
  }

  private mutating func setParameter(_ assignment: String) -> [LinearEffect] {
    do throws(UsageProblem) {
      try preset.set(assignment)
      return [.say("\(assignment) is set")]
    } catch {
      return [.say(error.message)]
    }
  }

  private mutating func startAnew() -> [LinearEffect] {
    leaf = nil
    return [.say("a new conversation begins")]
  }

  private mutating func regenerate() -> [LinearEffect] {
    guard let message = lastUserMessage else { return [.say("nothing was asked yet")] }
    return requestReply(to: message)
  }

  private mutating func replaceLastMessage(by text: String) -> [LinearEffect] {
    guard let message = lastUserMessage else { return [.say("nothing was asked yet")] }
    guard !text.isEmpty else { return [.say("/edit wants the text to ask instead")] }
    leaf = tree[message].parent
    return ask(text)
  }

  private mutating func moveAmongSiblings(by step: Int) -> [LinearEffect] {
    guard let reply = lastReply else { return [.say("there is no answer yet")] }
    let siblings = tree.siblings(of: reply)
    let position = (siblings.firstIndex(of: reply) ?? 0) + step
    guard siblings.indices.contains(position) else { return [.say("there is no other that way")] }
    let sibling = siblings[position]
    leaf = sibling
    return [
      .say(
        "answer \(position + 1) of \(siblings.count), \(tree[sibling].reply?.preset.title ?? ""):"
      ),
      .write(tree[sibling].content), .say(""),
    ]
  }

  /// What changes the place in the conversation has to wait for the end of the answer.
  private mutating func unlessBusy(
    _ body: (inout LinearSession) -> [LinearEffect]
  ) -> [LinearEffect] {
    isBusy ? [.say("an answer streams; /stop it first")] : body(&self)
  }

  private var lastReply: MessageID? { tree.path(to: leaf).last { tree[$0].isReply } }
  private var lastUserMessage: MessageID? { tree.path(to: leaf).last { !tree[$0].isReply } }
}

extension String {
  fileprivate var orNone: String { isEmpty ? "none" : self }
}

extension String? {
  fileprivate var orNone: String { (self ?? "").orNone }
}
