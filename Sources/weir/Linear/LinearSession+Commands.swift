import Conversation
import Workbench

extension LinearSession {
  /// Runs a command, named without its slash.
  mutating func run(word: String, argument: String) -> [LinearEffect] {
    switch SlashWord(word, among: Self.commands, ids: []) {
    case .slash(let command): return run(command, argument)
    case .command: return []
    case .ambiguous(let commands):
      let names = commands.map { "/\($0.rawValue)" }.joined(separator: ", ")
      return [.say("/\(word) may be \(names)")]
    case .unknown(let nearest):
      let hint = nearest.map { "did you mean /\($0)?" } ?? "/help lists them"
      return [.say("there is no command /\(word); \(hint)")]
    }
  }

  private static var commands: [SlashCommand] { SlashCommand.allCases.filter(\.worksInLines) }

  private mutating func run(_ command: SlashCommand, _ argument: String) -> [LinearEffect] {
    switch command {
    case .help:
      return Self.commands.map { .say("\($0.usage): \($0.title)") } + [.say(Self.howToType)]
    case .presets: return presets.map { .say(entry(for: $0)) }
    case .preset: return choose(argument)
    case .lanes: return chooseLanes(argument)
    case .model: return setModel(argument)
    case .system: return setSystem(argument)
    case .set: return setParameter(argument)
    case .new: return unlessBusy { $0.startAnew() }
    case .regenerate: return unlessBusy { $0.askAgain() }
    case .edit: return unlessBusy { $0.replaceLastMessage(by: argument) }
    case .note: return unlessBusy { $0.addNote(argument) }
    case .continue: return unlessBusy { $0.continueReply() }
    case .previous: return unlessBusy { $0.moveAmongSiblings(by: -1) }
    case .next: return unlessBusy { $0.moveAmongSiblings(by: 1) }
    case .reasoning: return [.say((lastReply.flatMap { tree[$0].reply?.reasoning } ?? "").orNone)]
    case .stop: return interrupt()
    case .quit: return [.quit]
    case .commands, .sweep, .prefill, .back, .conversations, .title, .tag, .pin, .archive, .export,
      .search,
      .offTheRecord, .prompt, .savePrompt, .copy, .theme, .sidebar, .mouse, .zoom, .reload, .fork,
      .delete, .undo, .tree, .vote, .blind, .votes, .tally, .judge, .merge:
      return []
    }
  }

  private static var howToType: String {
    "A backslash at the end of a line goes on in the next; three quotes on a line of their own begin "
      + "and end a longer text; // sends a message that begins with a slash."
  }

  /// What changes the place in the conversation has to wait for the end of the answer.
  private mutating func unlessBusy(
    _ body: (inout LinearSession) -> [LinearEffect]
  ) -> [LinearEffect] {
    isBusy ? [.say("an answer streams; /stop it first")] : body(&self)
  }

  private var lastReply: MessageID? { tree.path(to: lanes[0].leaf).last { tree[$0].isReply } }
}

// Presets.
extension LinearSession {
  private func entry(for preset: Preset) -> String {
    let mark = lanes.contains { $0.preset.name == preset.name } ? ", in use" : ""
    return "\(preset.title): \(preset.model) at \(preset.endpoint.name)\(mark)"
  }

  private mutating func choose(_ name: String) -> [LinearEffect] {
    guard let chosen = presets.first(where: { $0.name == name }) else { return noPreset(name) }
    lanes[0].preset = chosen
    return [.say("goes on with \(entry(for: chosen))")]
  }

  private mutating func chooseLanes(_ names: String) -> [LinearEffect] {
    if isBusy { return [.say("an answer streams; /stop it first")] }
    let leaf = lanes[0].leaf
    var chosen: [Lane] = []
    for name in names.split(whereSeparator: \.isWhitespace) {
      guard let preset = presets.first(where: { $0.name == name }) else {
        return noPreset(String(name))
      }
      chosen.append(Lane(preset: preset, leaf: leaf))
    }
    if !chosen.isEmpty { lanes = chosen }
    return [.say("asks " + lanes.map(\.preset.title).joined(separator: ", then "))]
  }

  private func noPreset(_ name: String) -> [LinearEffect] {
    [.say("there is no preset named \(name.orNone); /presets lists them")]
  }

  private mutating func setModel(_ name: String) -> [LinearEffect] {
    guard !name.isEmpty else { return [.say("the model is \(lanes[0].preset.model)")] }
    lanes[0].preset.model = name
    return [.say("goes on with the model \(name)")]
  }

  private mutating func setSystem(_ text: String) -> [LinearEffect] {
    guard !text.isEmpty else {
      return [.say("the system prompt is: \((lanes[0].preset.system ?? "").orNone)")]
    }
    for index in lanes.indices { lanes[index].preset.system = text }
    return [.say("the system prompt is set")]
  }

  private mutating func setParameter(_ argument: String) -> [LinearEffect] {
    let assignment = SlashLine.assignment(argument).map { "\($0.key)=\($0.value)" } ?? argument
    do throws(UsageProblem) {
      for index in lanes.indices { try lanes[index].preset.set(assignment) }
      return [.say("\(assignment) is set")]
    } catch {
      return [.say(error.message)]
    }
  }
}

// The conversation.
extension LinearSession {
  private mutating func startAnew() -> [LinearEffect] {
    tree = .new()
    record = .new()
    for index in lanes.indices { lanes[index].leaf = nil }
    return [.say("a new conversation begins")]
  }

  private mutating func replaceLastMessage(by text: String) -> [LinearEffect] {
    guard !text.isEmpty else { return [.say("/edit wants the text to ask instead")] }
    for index in lanes.indices {
      let path = tree.path(to: lanes[index].leaf)
      guard let turn = path.last(where: { tree[$0].role == .user }) else {
        return [.say("nothing was asked yet")]
      }
      lanes[index].leaf = tree[turn].parent
    }
    return ask(text)
  }

  private mutating func addNote(_ text: String) -> [LinearEffect] {
    guard !text.isEmpty else { return [.say("/note wants the text to note")] }
    var notes: [MessageID?: MessageID] = [:]
    for index in lanes.indices {
      let leaf = lanes[index].leaf
      let note = notes[leaf] ?? tree.addNote(text, under: leaf, at: .now())
      notes[leaf] = note
      lanes[index].leaf = note
    }
    return [.say("noted; notes are never sent")]
  }

  private mutating func continueReply() -> [LinearEffect] {
    guard let reply = lastReply, !tree[reply].content.isEmpty else {
      return [.say("there is no answer to continue")]
    }
    // Nobody asks here what kind of server it is: the configuration says it.
    let form = lanes[0].preset.endpoint.prefill ?? .off
    let words = tree[reply].content.trimmingEnd
    guard form != .off, !words.isEmpty else { return ask(WorkbenchState.continueRequest) }
    return goOn(from: reply, words: words)
  }

  private mutating func moveAmongSiblings(by step: Int) -> [LinearEffect] {
    guard let reply = lastReply else { return [.say("there is no answer yet")] }
    let siblings = tree.siblings(of: reply)
    let position = (siblings.firstIndex(of: reply) ?? 0) + step
    guard siblings.indices.contains(position) else { return [.say("there is no other that way")] }
    let sibling = siblings[position]
    lanes[0].leaf = sibling
    let title = tree[sibling].reply?.preset.title ?? ""
    return [
      .say("answer \(position + 1) of \(siblings.count), \(title):"),
      .write(tree[sibling].content), .say(""),
    ]
  }
}

extension String {
  fileprivate var orNone: String { isEmpty ? "none" : self }
}
