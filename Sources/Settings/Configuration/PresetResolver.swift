import Conversation
import Workbench

/// Turns the tables of a file into endpoints and presets.
struct PresetResolver {
  private var endpoints: [String: Endpoint] = [:]
  private let endpointNames: [String]
  private let layers: [String: SettingsLayer]
  private let presetNames: [String]

  /// What inheriting made of a preset.
  private enum Outcome {
    case layer(SettingsLayer)
    /// Somewhere up the chain is a mistake, which is reported there.
    case unsound
    case cycle([String])
  }

  static func resolve(
    endpoints: [SettingsLayer],
    presets: [SettingsLayer],
    into reader: inout ConfigurationReader
  ) {
    var resolver = PresetResolver(endpoints: endpoints, presets: presets)
    for layer in endpoints { resolver.add(endpoint: layer, to: &reader) }
    resolver.reportUnknownParents(to: &reader)
    resolver.reportCycles(to: &reader)
    for layer in presets { resolver.add(preset: layer, to: &reader) }
    resolver.checkDefaultPreset(in: &reader)
    resolver.checkTitlePreset(in: &reader)
  }

  private init(endpoints: [SettingsLayer], presets: [SettingsLayer]) {
    endpointNames = endpoints.map(\.name)
    presetNames = presets.map(\.name)
    layers = Dictionary(presets.map { ($0.name, $0) }) { first, _ in first }
  }

  private mutating func add(endpoint layer: SettingsLayer, to reader: inout ConfigurationReader) {
    guard layer.isSound else { return }
    let path = SettingPath("endpoint", layer.name)
    guard let url = layer.text(.url) else {
      reader.log.report(.missing("url", expected: "the base URL of the server"), at: path)
      return
    }
    var endpoint = Endpoint(name: layer.name, url: url)
    layer.apply(to: &endpoint)
    endpoints[layer.name] = endpoint
    reader.configuration.endpoints.append(endpoint)
    reader.configuration.noteOrigins(of: layer, at: path)
  }

  private func add(preset layer: SettingsLayer, to reader: inout ConfigurationReader) {
    guard case .layer(let whole) = inherited(by: layer.name, seen: []) else { return }
    let path = SettingPath("preset", layer.name)
    let isBase = layers.values.contains { $0.text(.inherits) == layer.name }
    let hasServer = whole.text(.endpoint) != nil || whole.text(.url) != nil
    if !hasServer, !isBase {
      reader.log.report(
        .missing("endpoint", expected: "the name of an endpoint, or a url"),
        at: path
      )
    }
    guard let model = whole.text(.model) else {
      if !isBase, !whole.faulty.contains(.model) {
        reader.log.report(.missing("model", expected: "the model's name"), at: path)
      }
      return
    }
    guard hasServer, var endpoint = endpoint(of: whole, reporter: layer, to: &reader) else {
      return
    }
    whole.apply(to: &endpoint)
    var preset = Preset(name: layer.name, endpoint: endpoint, model: model)
    whole.apply(to: &preset)
    reader.configuration.presets.append(preset)
    reader.configuration.noteOrigins(of: whole, at: path)
  }

  private func endpoint(
    of layer: SettingsLayer,
    reporter: SettingsLayer,
    to reader: inout ConfigurationReader
  ) -> Endpoint? {
    guard let name = layer.text(.endpoint) else {
      return layer.text(.url).map { Endpoint(name: layer.name, url: $0) }
    }
    // An inherited name is reported where it stands.
    if !endpointNames.contains(name), reporter.text(.endpoint) == name {
      let nearest = NearestName(known: endpointNames).nearest(to: name)
      reader.log.report(
        .unknownName(name, of: "endpoint", nearest: nearest),
        at: SettingPath("preset", reporter.name, "endpoint")
      )
    }
    return endpoints[name]
  }
}

extension PresetResolver {
  private func inherited(by name: String, seen: [String]) -> Outcome {
    if let start = seen.firstIndex(of: name) { return .cycle(seen[start...] + [name]) }
    guard var layer = layers[name], layer.isSound else { return .unsound }
    guard let parent = layer.text(.inherits) else { return .layer(layer) }
    let outcome = inherited(by: parent, seen: seen + [name])
    guard case .layer(let base) = outcome else { return outcome }
    layer.inherit(from: base)
    return .layer(layer)
  }

  private func reportUnknownParents(to reader: inout ConfigurationReader) {
    for name in presetNames {
      guard let parent = layers[name]?.text(.inherits), layers[parent] == nil else { continue }
      let nearest = NearestName(known: presetNames.filter { $0 != name }).nearest(to: parent)
      reader.log.report(
        .unknownName(parent, of: "preset", nearest: nearest),
        at: SettingPath("preset", name, "inherits")
      )
    }
  }

  /// A circle is reported once, at its first preset in the file.
  private func reportCycles(to reader: inout ConfigurationReader) {
    var reported: Set<String> = []
    for name in presetNames {
      guard case .cycle(let names) = inherited(by: name, seen: []), names.first == name,
        reported.isDisjoint(with: names)
      else { continue }
      reported.formUnion(names)
      reader.log.report(.cycle(names), at: SettingPath("preset", name, "inherits"))
    }
  }

  private func checkTitlePreset(in reader: inout ConfigurationReader) {
    guard let name = reader.configuration.history.titlePreset,
      reader.configuration.preset(named: name) == nil
    else { return }
    let path = SettingPath("history", "title_preset")
    reader.configuration.history.titlePreset = nil
    reader.configuration.origins[path.description] = nil
    guard layers[name] == nil else { return }
    let names = reader.configuration.presets.map(\.name)
    let nearest = NearestName(known: names).nearest(to: name)
    reader.log.report(.unknownName(name, of: "preset", nearest: nearest), at: path)
  }

  private func checkDefaultPreset(in reader: inout ConfigurationReader) {
    guard let name = reader.configuration.defaultPreset,
      reader.configuration.preset(named: name) == nil
    else { return }
    reader.configuration.defaultPreset = nil
    reader.configuration.origins["default_preset"] = nil
    guard layers[name]?.isSound != false else { return }
    let names = reader.configuration.presets.map(\.name)
    guard layers[name] == nil else { return }
    let nearest = NearestName(known: names).nearest(to: name)
    reader.log.report(
      .unknownName(name, of: "preset", nearest: nearest),
      at: SettingPath("default_preset")
    )
  }
}

extension Configuration {
  fileprivate mutating func noteOrigins(of layer: SettingsLayer, at path: SettingPath) {
    for (key, setting) in layer.settings {
      origins[(path + key.rawValue).description] = setting.origin
    }
    for (parameter, setting) in layer.parameters {
      origins[(path + parameter.rawValue).description] = setting.origin
    }
  }
}
