import Conversation

/// A commented configuration file to begin with.
package struct ConfigurationTemplate: Sendable, Equatable {
  /// A server that answered on this machine.
  package struct Server: Sendable, Hashable {
    /// What it seems to be: `llama.cpp`, `ollama`.
    package var name: String
    /// The base URL, with `/v1`.
    package var url: String
    /// What it said it serves.
    package var models: [String]

    package init(name: String, url: String, models: [String]) {
      self.name = name
      self.url = url
      self.models = models
    }
  }

  /// A service in the cloud that a variable of the environment holds a key for.
  private struct Service: Equatable {
    var name: String
    var url: String
    var variable: String
    var model: String
  }

  private let servers: [Server]
  private let services: [Service]

  /// - Parameters:
  ///   - servers: What was found; names are made fit for a table and unique.
  ///   - environment: Only whether `OPENROUTER_API_KEY` and `OPENAI_API_KEY` are set counts.
  package init(servers: [Server], environment: [String: String]) {
    self.servers = servers
    let known = [
      Service(
        name: "openrouter",
        url: "https://openrouter.ai/api/v1",
        variable: "OPENROUTER_API_KEY",
        model: "anthropic/claude-sonnet-4"
      ),
      Service(
        name: "openai",
        url: "https://api.openai.com/v1",
        variable: "OPENAI_API_KEY",
        model: "gpt-4.1-mini"
      ),
    ]
    services = known.filter { environment[$0.variable]?.isEmpty == false }
  }

  /// TOML that the loader reads without a mistake, whatever was found.
  package var text: String {
    var names = NameMaker(taken: services.map(\.name))
    var tables: [String] = []
    var presets: [String] = []
    for server in servers {
      let name = names.name(like: server.name)
      tables += [Self.endpoint(name, url: server.url, key: nil)]
      tables += server.models.prefix(4).map { model in
        let preset = names.name(like: model)
        presets.append(preset)
        return Self.preset(preset, endpoint: name, model: model)
      }
    }
    for service in services {
      tables += [Self.endpoint(service.name, url: service.url, key: service.variable)]
      let preset = names.name(like: service.name + "-default")
      presets.append(preset)
      tables += [Self.preset(preset, endpoint: service.name, model: service.model)]
    }
    if tables.isEmpty { tables = [Self.example] }
    return ([Self.top(defaultPreset: presets.first)] + tables + [Self.screen]).joined(
      separator: "\n\n"
    ) + "\n"
  }

  /// Writes the text, 0600, its directories made when missing.
  ///
  /// - Throws: When a file is there already, which is never touched.
  package func write(to path: String) throws(StateError) {
    do {
      if let slash = path.lastIndex(of: "/") { try File.makeDirectory(String(path[..<slash])) }
      try File.create(path, with: text)
    } catch {
      throw StateError(path: path, reason: error.reason)
    }
  }
}

extension ConfigurationTemplate {
  private static func top(defaultPreset: String?) -> String {
    """
    # The configuration of weir. docs/CONFIG.md explains every key;
    # `weir config check` reads this file and names every mistake in it.

    \(defaultPreset.map { "default_preset = \"\($0)\"" } ?? "# default_preset = \"fast\"")
    # theme = "terminal"       # `weir themes` lists them
    """
  }

  private static var screen: String {
    """
    # [ui]
    # editing = "readline"     # or "vi": the keys of the prompt
    """
  }

  private static func endpoint(_ name: String, url: String, key: String?) -> String {
    let lines = ["[endpoint.\(name)]", "url = \(toml(url))"]
    return (lines + [key.map { "key_env = \"\($0)\"" }].compactMap(\.self))
      .joined(separator: "\n")
  }

  private static func preset(_ name: String, endpoint: String, model: String) -> String {
    """
    [preset.\(name)]
    endpoint = "\(endpoint)"
    model = \(toml(model))
    # temperature = 0.2
    # max_tokens = 2048
    # system = "Answer briefly."
    # images = true            # the model takes images
    # context_window = 32768   # in tokens, where the server does not say it
    # price_input = 0.15       # of a million tokens
    # price_output = 0.60
    """
  }

  private static func toml(_ text: String) -> String { JSONValue.string(text).tomlText }

  private static var example: String {
    """
    # No server answered on this machine and no key is in the environment.
    # Take away the marks and put in your own:
    #
    # [endpoint.local]
    # url = "http://127.0.0.1:8080/v1"
    #
    # [preset.fast]
    # endpoint = "local"
    # model = "qwen-coder-7b"
    # temperature = 0.2
    """
  }
}

/// Makes names that TOML takes without quotes, each once.
private struct NameMaker {
  var taken: Set<String>

  init(taken: [String]) {
    self.taken = Set(taken)
  }

  mutating func name(like text: String) -> String {
    let last = text.split(separator: "/").last.map(String.init) ?? text
    let stem = last.lowercased().split { !($0.utf8.first ?? 0).isBareKey || $0.utf8.count > 1 }
      .joined(separator: "-").prefix(40)
    let base = stem.isEmpty ? "model" : String(stem)
    let free =
      taken.contains(base)
      ? (2...).lazy.map { "\(base)-\($0)" }.first { !taken.contains($0) } : base
    taken.insert(free ?? base)
    return free ?? base
  }
}
