import Conversation

/// Every setting with its value and where it came from; whatever may be a secret is masked.
package struct ConfigurationReport: Sendable, Equatable {
  /// One setting.
  package struct Row: Sendable, Hashable {
    /// The table it stands in: `preset.fast`; empty at the top.
    package var table: String
    package var name: String
    package var value: JSONValue
    package var origin: ValueOrigin
  }

  /// Table by table, in the order of the file.
  package private(set) var rows: [Row] = []

  package init(_ configuration: Configuration) {
    addTop(configuration)
    addUI(configuration)
    addHistory(configuration)
    let rawMebibytes = configuration.recording.rawMebibytes
    add(SettingPath("recording"), "raw_mib", .integer(rawMebibytes), configuration)
    addRubrics(configuration)
    for (id, notations) in configuration.keyBindings.sorted(by: { $0.key < $1.key }) {
      add(SettingPath("keys"), id, .array(notations.map(JSONValue.string)), configuration)
    }
    for endpoint in configuration.endpoints { add(endpoint, configuration) }
    for preset in configuration.presets { add(preset, configuration) }
  }

  private mutating func add(
    _ table: SettingPath,
    _ name: String,
    _ value: JSONValue?,
    _ configuration: Configuration
  ) {
    guard let value else { return }
    let origin = configuration.origins[(table + name).description] ?? .standard
    rows.append(Row(table: table.description, name: name, value: value, origin: origin))
  }

  private mutating func addTop(_ configuration: Configuration) {
    let preset = configuration.defaultPreset ?? configuration.presets.first?.name
    add(SettingPath(), "default_preset", preset.map(JSONValue.string), configuration)
    add(SettingPath(), "theme", .string(configuration.theme ?? "terminal"), configuration)
  }

  private mutating func addUI(_ configuration: Configuration) {
    let ui = configuration.ui
    let values: [(String, JSONValue)] = [
      ("mouse", .bool(ui.mouse)),
      ("reasoning", .string(ui.reasoning.rawValue)), ("sidebar", .string(ui.sidebar.rawValue)),
      ("notify", .string(ui.notifications.means.rawValue)),
      ("notify_after_ms", .integer(ui.notifications.leastMilliseconds)),
      ("notify_when", .string(ui.notifications.moment.rawValue)),
      ("title", .bool(ui.title)), ("hyperlinks", .string(ui.hyperlinks.rawValue)),
      ("editing", .string(ui.editing.rawValue)),
      ("frame_interval_ms", .integer(ui.frameIntervalMilliseconds)),
    ]
    for (name, value) in values { add(SettingPath("ui"), name, value, configuration) }
  }

  private mutating func addRubrics(_ configuration: Configuration) {
    for rubric in configuration.rubrics {
      let table = SettingPath("rubric", rubric.name)
      let isFile = configuration.origins[(table + "file").description] != nil
      add(table, isFile ? "file" : "text", .string(rubric.text), configuration)
    }
  }

  private mutating func addHistory(_ configuration: Configuration) {
    let table = SettingPath("history")
    let history = configuration.history
    add(table, "save", .bool(history.savesConversations), configuration)
    add(table, "title_preset", history.titlePreset.map(JSONValue.string), configuration)
  }

  private mutating func add(_ endpoint: Endpoint, _ configuration: Configuration) {
    let table = SettingPath("endpoint", endpoint.name)
    for (key, value) in endpoint.values {
      add(table, key.rawValue, value, configuration)
    }
  }

  /// Of the endpoint's settings only those that the preset, or one it inherits from, set itself.
  private mutating func add(_ preset: Preset, _ configuration: Configuration) {
    let table = SettingPath("preset", preset.name)
    let origins = configuration.origins
    let hasOwnServer = origins[(table + "url").description] != nil
    add(
      table,
      "endpoint",
      hasOwnServer ? nil : .string(preset.endpoint.name),
      configuration
    )
    add(table, "model", .string(preset.model), configuration)
    for (key, value) in preset.endpoint.values {
      let isOwn = origins[(table + key.rawValue).description] != nil
      if isOwn { add(table, key.rawValue, value, configuration) }
    }
    add(table, "system", preset.system.map(JSONValue.string), configuration)
    for parameter in Parameter.allCases {
      let omitted = preset.omit.contains(parameter.rawValue)
      let standard: JSONValue? = parameter == .temperature && !omitted ? 0.2 : nil
      add(table, parameter.rawValue, preset.parameters[parameter] ?? standard, configuration)
    }
    for (key, value) in preset.bodyValues { add(table, key.rawValue, value, configuration) }
  }
}

extension Endpoint {
  /// What stands in the tables of the file, masked; options that are off are left out.
  fileprivate var values: [(SettingKey, JSONValue)] {
    let masking = Masking()
    var values: [(SettingKey, JSONValue)] = [(.url, .string(masking.masked(url: url)))]
    switch key {
    case .environment(let name): values.append((.keyEnv, .string(name)))
    case .command(let text): values.append((.keyCommand, .string(masking.masked(command: text))))
    case .file(let path): values.append((.keyFile, .string(path)))
    case nil: break
    }
    if !headers.isEmpty {
      let shown = headers.map { ($0.name, JSONValue.string(masking.masked($0.value))) }
      values.append((.headers, .object(JSONObject(shown))))
    }
    if let unixSocket { values.append((.unixSocket, .string(unixSocket))) }
    if let caFile { values.append((.caFile, .string(caFile))) }
    if let prefill { values.append((.prefill, .string(prefill.rawValue))) }
    return values + [
      (.connectTimeout, .integer(timeLimits.connectMilliseconds)),
      (.timeout, .integer(timeLimits.silenceMilliseconds)),
      (.firstDeltaTimeout, .integer(timeLimits.firstDeltaMilliseconds)),
      (.totalTimeout, .integer(timeLimits.totalMilliseconds)),
      (.streamUsage, .string(streamUsage.rawValue)),
    ]
  }
}

extension Preset {
  fileprivate var bodyValues: [(SettingKey, JSONValue)] {
    var values: [(SettingKey, JSONValue)] = takesImages ? [(.images, true)] : []
    if sendsReasoning { values.append((.sendReasoning, true)) }
    if let contextWindow { values.append((.contextWindow, .integer(contextWindow))) }
    if let price {
      values.append((.priceInput, .number(price.input)))
      values.append((.priceOutput, .number(price.output)))
    }
    if !omit.isEmpty { values.append((.omit, .array(omit.sorted().map(JSONValue.string)))) }
    if !rename.isEmpty {
      let pairs = rename.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }
      values.append((.rename, .object(JSONObject(pairs))))
    }
    if !extra.members.isEmpty { values.append((.extra, Masking().masked(.object(extra)))) }
    return values
  }
}
