import Conversation
import JSON
import Settings

/// Which preset a command is to use, as its options say it.
struct PresetChoice: Sendable {
  var name: String?
  /// The preset that answered last, which goes on where none is named; an import may name one that is not here.
  var last: String?
  var url: String?
  var model: String?
  var keyEnvironment: String?
  var system: String?
  /// `key=value`, over what the preset sets.
  var parameters: [String] = []

  /// The preset of the options: named, the default one, or made of `--url` and `--model`.
  ///
  /// Names are looked for among the configured presets, then among `demos`.
  func preset(in configuration: Configuration, demos: [Preset]) throws(UsageProblem) -> Preset {
    var preset = try base(in: configuration, demos: demos)
    if let model { preset.model = model }
    if let system { preset.system = system.isEmpty ? nil : system }
    for parameter in parameters { try preset.set(parameter) }
    return preset
  }

  private func base(in configuration: Configuration, demos: [Preset]) throws(UsageProblem) -> Preset
  {
    if let url { return try preset(at: url) }
    if keyEnvironment != nil {
      throw UsageProblem("--key-env goes with --url; a preset names its own key")
    }
    let known = configuration.presets.adding(demos)
    if name == nil, let preset = known.first(where: { $0.name == last }) { return preset }
    if let name = name ?? configuration.defaultPreset {
      if let preset = known.first(where: { $0.name == name }) { return preset }
      let names = known.map(\.name).joined(separator: ", ")
      throw UsageProblem("there is no preset named \(name); there are \(names)")
    }
    if let first = configuration.presets.first { return first }
    throw UsageProblem(
      "no preset to ask: name one with -p, give --url and --model, or begin a configuration with "
        + "`weir config init`; -p tour tries a canned demo"
    )
  }

  private func preset(at url: String) throws(UsageProblem) -> Preset {
    guard name == nil else { throw UsageProblem("-p and --url exclude each other; give one") }
    guard let model, !model.isEmpty else {
      throw UsageProblem("--url needs --model; `weir models` lists what an endpoint offers")
    }
    guard url.hasPrefix("http://") || url.hasPrefix("https://"), !url.contains("@") else {
      throw UsageProblem(
        "--url wants an http or https URL without a user name, such as http://127.0.0.1:8080/v1"
      )
    }
    let endpoint = Endpoint(
      name: url.host,
      url: url,
      key: keyEnvironment.map(KeySource.environment)
    )
    return Preset(name: model, endpoint: endpoint, model: model)
  }
}

extension Preset {
  /// Sets one `key=value`; a name that is no parameter goes into the request as it is, its value as JSON
  /// where it is JSON and as a text otherwise.
  mutating func set(_ assignment: String) throws(UsageProblem) {
    guard let equals = assignment.firstIndex(of: "="), equals != assignment.startIndex else {
      throw UsageProblem("-o wants key=value, such as temperature=0.7, and not \(assignment)")
    }
    let name = String(assignment[..<equals])
    let text = String(assignment[assignment.index(after: equals)...])
    guard !Configuration.isSetting(name) else {
      throw UsageProblem("\(name) is a setting and no parameter; it belongs in the configuration")
    }
    guard let parameter = Parameter(rawValue: name) else {
      extra[name] = JSONValue(json: text) ?? .string(text)
      return
    }
    guard let value = parameter.value(fromText: text) else {
      throw UsageProblem("\(name) wants \(parameter.expectation), and not \(text)")
    }
    parameters[parameter] = value
  }
}

extension Endpoint {
  /// A key that cannot be there is a mistake in the configuration, and nothing need be sent to find it.
  func checkKey(in environment: [String: String]) throws(UsageProblem) {
    guard case .environment(let variable)? = key, environment[variable] ?? "" == "" else { return }
    throw UsageProblem("\(name): the key is to come from \(variable), which is not set")
  }
}

extension String {
  /// The host of a URL, which names an endpoint that has no other name.
  fileprivate var host: String {
    let authority = split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    return authority.count > 1 ? String(authority[1].prefix { $0 != "?" }) : self
  }
}
