import Conversation

/// Why a command that was typed is not run: a sentence for the user.
struct SlashRefusal: Error, Sendable, Hashable {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }

  /// There is nothing of this name.
  init(no kind: String, named name: String, of known: [String], listedBy way: String) {
    let nearest = NearestName(known: known).nearest(to: name)
    let hint = nearest.map { "did you mean \"\($0)\"?" } ?? "\(way) lists them"
    sentence = "there is no \(kind) \"\(name)\"; \(hint)"
  }
}

extension WorkbenchState {
  /// Runs a command that was typed; one that cannot be run stays in the prompt, with the reason said.
  mutating func run(word: String, argument: String) -> [Effect] {
    let kept = prompt
    let text = prompt.take()
    prompt.editing = nil
    do throws(SlashRefusal) {
      return [.keepPrompt(text)] + (try perform(word: word, argument: argument))
    } catch {
      prompt = kept
      status = StatusMessage(error.sentence, role: .warning)
      return []
    }
  }

  private mutating func perform(
    word: String,
    argument: String
  ) throws(SlashRefusal) -> [Effect] {
    switch SlashWord(word, among: SlashCommand.allCases, ids: SlashWord.ids) {
    case .slash(let command): return try perform(command, argument)
    case .command(let id):
      guard argument.isEmpty else { throw SlashRefusal("/\(word) stands alone") }
      return run(id)
    case .ambiguous(let commands):
      let names = commands.map { "/\($0.rawValue)" }.joined(separator: ", ")
      throw SlashRefusal("/\(word) may be \(names); //\(word) \u{2026} is sent as text")
    case .unknown(let nearest):
      let hint = nearest.map { "; did you mean /\($0)?" } ?? ""
      throw SlashRefusal(
        "there is no command /\(word)\(hint.isEmpty ? ";" : hint) //\(word) \u{2026} is sent as text"
      )
    }
  }

  private mutating func perform(
    _ command: SlashCommand,
    _ argument: String
  ) throws(SlashRefusal) -> [Effect] {
    if hidesNames, command.namesPresets { throw SlashRefusal(blindObstacle) }
    switch command {
    case .judge where !argument.isEmpty: return try judge(typed: argument)
    case .merge where !argument.isEmpty: return try merge(typed: argument)
    case .set: return try setParameter(argument)
    case .preset where !argument.isEmpty: return use(try preset(named: argument))
    case .model where !argument.isEmpty: return use(preset(forModel: argument))
    case .lanes where !argument.isEmpty: return try openLanes(named: argument)
    case .sweep where !argument.isEmpty:
      do throws(SweepError) { try sweep(argument) } catch { throw SlashRefusal("\(error)") }
    case .theme where !argument.isEmpty: return try useTheme(named: argument)
    case .system where !argument.isEmpty: set(system: argument)
    case .title where !argument.isEmpty:
      return revise(keeping.record.id, .title(ConversationRecord.title(from: argument)))
    case .tag where !argument.isEmpty: return tag(argument)
    case .export: return try export(to: argument)
    case .prefill where !argument.isEmpty: set(prefill: argument)
    case .note where !argument.isEmpty:
      guard addNote(argument, below: placeOfNote) else { throw SlashRefusal(status?.text ?? "") }
    case .search where !argument.isEmpty: return openMessageSearch(for: argument)
    case .prompt where !argument.isEmpty: return use(savedPromptNamed: argument)
    case .savePrompt where !argument.isEmpty: return try savePrompt(typed: argument)
    case .edit where !argument.isEmpty: return try ask(inPlaceOfLast: argument)
    default:
      try refuse(argument, after: command)
      return command.command.map { run($0) } ?? []
    }
    return []
  }

  private func refuse(_ argument: String, after command: SlashCommand) throws(SlashRefusal) {
    guard !argument.isEmpty else { return }
    throw SlashRefusal(
      "\(command.usage) stands alone; //\(command.rawValue) \u{2026} is sent as text"
    )
  }

  func preset(named name: String) throws(SlashRefusal) -> Preset {
    if let preset = sidebar.preset(named: name) { return preset }
    throw SlashRefusal(
      no: "preset",
      named: name,
      of: sidebar.presets.map(\.name),
      listedBy: keyMap.notation(for: .presetPicker) ?? "/presets"
    )
  }

  /// Also when nothing can be saved, and off the record: it is written from memory.
  private func export(to path: String) throws(SlashRefusal) -> [Effect] {
    guard !tree.isEmpty else { throw SlashRefusal("there is nothing to export yet") }
    guard Self.isExportFile(path) else {
      throw SlashRefusal("/export wants a file whose name ends in .md, .jsonl or .html")
    }
    return [export(of: tree, keeping, conversation, to: path)]
  }

  private mutating func openLanes(named names: String) throws(SlashRefusal) -> [Effect] {
    var presets: [Preset] = []
    for name in names.split(whereSeparator: \.isWhitespace) {
      presets.append(try preset(named: String(name)))
    }
    let stopped = conversation.hasLanes ? toggleLanes() : []
    guard presets.count > 1 else { return stopped + use(presets[0]) }
    openLanes(presets)
    return stopped
  }

  private mutating func useTheme(named name: String) throws(SlashRefusal) -> [Effect] {
    guard themeNames.contains(name) else {
      let way = keyMap.notation(for: .themes) ?? "/theme"
      throw SlashRefusal(no: "theme", named: name, of: themeNames, listedBy: way)
    }
    return load(theme: name) + [.keepChoices(choices(theme: name))]
  }

  private mutating func setParameter(_ argument: String) throws(SlashRefusal) -> [Effect] {
    guard let (key, text) = SlashLine.assignment(argument) else {
      throw SlashRefusal("/set wants a parameter and its value, such as /set temperature 0.7")
    }
    guard let parameter = Parameter(rawValue: key) else {
      let known = Parameter.allCases.map(\.rawValue)
      throw SlashRefusal(no: "parameter", named: key, of: known, listedBy: "the sidebar")
    }
    guard let value = text.isEmpty ? .null : parameter.value(fromText: text) else {
      throw SlashRefusal("\(key): found \"\(text)\", expected \(parameter.expectation)")
    }
    let preset = conversation.focusedLane.preset
    sidebar.change(parameter, to: value, of: preset)
    let change = text.isEmpty ? "is left unset" : "is \(value.plainText)"
    status = StatusMessage("\(key) \(change) with \(preset.name), in this session", role: .success)
    return []
  }

  /// Sends another message in place of the last one that the focused lane shows.
  private mutating func ask(inPlaceOfLast text: String) throws(SlashRefusal) -> [Effect] {
    let path = tree.path(to: conversation.focusedLane.tip)
    guard let turn = path.last(where: { tree[$0].role == .user }) else {
      throw SlashRefusal("nothing was asked yet")
    }
    prompt.edit(.message(turn), text: text)
    _ = prompt.attachments.scan(prompt.editor)
    return submit()
  }
}
