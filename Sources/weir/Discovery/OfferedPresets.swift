import Conversation
import Settings

/// The presets for whoever has no configuration yet: found servers, and services whose key is set.
///
/// They are what `weir config init` would write, read back, so that the two never differ. Nothing is sent
/// to a service for it.
enum OfferedPresets {
  /// `environment` only says which keys are set; no key is read here.
  static func presets(
    from found: [DiscoveredEndpoint],
    environment: [String: String]
  ) -> [Preset] {
    let template = template(from: found, environment: environment)
    return ConfigurationLoader.load(text: template.text, path: "offered", environment: [:]).0
      .presets
  }

  static func template(
    from found: [DiscoveredEndpoint],
    environment: [String: String]
  ) -> ConfigurationTemplate {
    let servers = found.map { finding in
      ConfigurationTemplate.Server(
        name: finding.endpoint.name,
        url: finding.endpoint.url,
        models: finding.models.map(\.id)
      )
    }
    return ConfigurationTemplate(servers: servers, environment: environment)
  }
}
