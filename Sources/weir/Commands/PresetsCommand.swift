import ArgumentParser
import Conversation
import Settings

/// `weir presets`: what the configuration offers.
struct PresetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presets",
    abstract: "List the presets of the configuration file.",
    discussion: "The preset to begin with is marked with a star."
  )

  @Flag(help: "Print one JSON array.")
  var json = false

  func run() throws {
    let settings = LoadedSettings()
    settings.reportProblems()
    let presets = settings.configuration.presets
    let first = settings.configuration.defaultPreset ?? presets.first?.name
    if json {
      try StandardOutput.say(
        JSONValue.array(presets.map { $0.summary(isDefault: $0.name == first) }).printableText
      )
    } else if presets.isEmpty {
      let place =
        settings.hasFile
        ? "no presets in \(settings.paths.configFile)"
        : "no presets; `weir config init` begins a configuration file"
      StandardError.write("weir: \(place); -p tour tries a canned demo")
    } else {
      let rows = presets.map { preset in
        [
          (preset.name == first ? "* " : "  ") + preset.name, preset.model,
          preset.endpoint.name, Masking().masked(url: preset.endpoint.url),
        ]
      }
      try StandardOutput.say(TextTable(rows: rows).text)
    }
  }
}

extension Preset {
  fileprivate func summary(isDefault: Bool) -> JSONValue {
    let set = Parameter.allCases.compactMap { parameter in
      parameters[parameter].map { (parameter.rawValue, $0) }
    }
    return [
      "name": .string(name), "model": .string(model), "endpoint": .string(endpoint.name),
      "url": .string(Masking().masked(url: endpoint.url)),
      "parameters": .object(JSONObject(set)), "default": .bool(isDefault),
    ]
  }
}
