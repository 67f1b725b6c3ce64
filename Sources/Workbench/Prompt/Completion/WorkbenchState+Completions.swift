import Conversation

extension WorkbenchState {
  /// What a word may be the beginning of, and what such things are called.
  func completions(of word: CompletionWord) -> (title: String, items: [CompletionMenu.Item]) {
    switch word.kind {
    case .command: ("commands", commands(beginning: word.text))
    case .argument(.preset), .argument(.presets):
      ("presets", named(sidebar.presets.map { ($0.name, $0.model) }, word.text))
    case .argument(.judge):
      (
        "presets and rubrics",
        named(
          sidebar.presets.map { ($0.name, $0.model) } + rubrics.map { ($0.name, "rubric") },
          word.text
        )
      )
    case .argument(.model): ("models", named(modelNames.map { ($0, "") }, word.text))
    case .argument(.theme): ("themes", named(themeNames.map { ($0, "") }, word.text))
    case .argument(.parameter): ("parameters", parameters(beginning: word.text))
    case .argument(.savedPrompt):
      ("saved prompts", named((savedPrompts ?? []).map { ($0.name, $0.text) }, word.text))
    case .argument(.text), .argument(.tags), .argument(.file), .argument(.promptToSave),
      .argument(.sweep):
      ("", [])
    case .attachment: files(for: word, ending: " ")
    case .path: files(for: word, ending: "")
    }
  }

  /// The short names; ids only where a dot asks for them, or no short name fits.
  private func commands(beginning text: String) -> [CompletionMenu.Item] {
    let short = SlashCommand.allCases.filter { $0.rawValue.hasPrefix(text) }.map { command in
      var item = CompletionMenu.Item(
        text: command.usage,
        title: command.title,
        value: command.rawValue
      )
      item.ending = command.argument == nil ? "" : " "
      return item
    }
    guard short.isEmpty || text.contains(".") else { return short }
    return SlashWord.ids.filter { $0.rawValue.hasPrefix(text) }.map { id in
      CompletionMenu.Item(
        text: "/" + id.rawValue,
        title: CommandTable.command(id)?.title ?? "",
        value: id.rawValue
      )
    }
  }

  private func named(_ names: [(String, String)], _ text: String) -> [CompletionMenu.Item] {
    let wanted = text.lowercased()
    return names.filter { $0.0.lowercased().hasPrefix(wanted) }.map {
      CompletionMenu.Item(text: $0.0, title: $0.1, value: $0.0)
    }
  }

  /// The models that are known of the endpoint in use.
  private var modelNames: [String] {
    let endpoint = conversation.focusedLane.preset.endpoint.name
    let own = sidebar.presets.filter { $0.endpoint.name == endpoint }.map(\.model)
    let offered = (models[endpoint] ?? []).map(\.id)
    return own.enumerated().filter { !own[..<$0.offset].contains($0.element) }.map(\.element)
      + offered.filter { !own.contains($0) }
  }

  private func parameters(beginning text: String) -> [CompletionMenu.Item] {
    let preset = effectivePreset(of: conversation.focusedLane)
    return Parameter.allCases.filter { $0.rawValue.hasPrefix(text) }.map { parameter in
      let value = preset.parameters[parameter].map { "\($0.plainText); " } ?? ""
      var item = CompletionMenu.Item(
        text: parameter.rawValue,
        title: value + parameter.expectation,
        value: parameter.rawValue
      )
      item.ending = " "
      return item
    }
  }

  private func files(
    for word: CompletionWord,
    ending: String
  ) -> (title: String, items: [CompletionMenu.Item]) {
    guard let query = word.query, let listing = prompt.completion.listing,
      listing.query.directory == query.directory, query.prefix.hasPrefix(listing.query.prefix)
    else { return ("files", []) }
    let items = listing.entries.filter { query.wants($0.name) }.map { entry in
      let name = entry.isDirectory ? entry.name + "/" : entry.name
      var item = CompletionMenu.Item(text: name, value: query.directory + name)
      item.ending = entry.isDirectory ? "" : ending
      return item
    }
    return (listing.isCut ? "files, the first of very many" : "files", items)
  }
}
