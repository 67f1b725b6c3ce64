import Conversation

/// A key that an endpoint or a preset may set, apart from the sampling parameters.
enum SettingKey: String, CaseIterable, Sendable {
  case endpoint
  case inherits
  case model
  case system
  case url
  case keyEnv = "key_env"
  case keyCommand = "key_command"
  case keyFile = "key_file"
  case headers
  case unixSocket = "unix_socket"
  case caFile = "ca_file"
  case connectTimeout = "connect_timeout_ms"
  case timeout = "timeout_ms"
  case firstDeltaTimeout = "first_delta_timeout_ms"
  case totalTimeout = "total_timeout_ms"
  case streamUsage = "stream_usage"
  case prefill
  case images
  case sendReasoning = "send_reasoning"
  case contextWindow = "context_window"
  case priceInput = "price_input"
  case priceOutput = "price_output"
  case omit
  case rename
  case extra

  /// What only a preset has.
  static let ofPresetsOnly: Set<SettingKey> = [
    .endpoint, .inherits, .model, .system, .images, .sendReasoning, .contextWindow, .priceInput,
    .priceOutput, .omit, .rename, .extra,
  ]
  /// What belongs to one model.
  static let ofOneModel: Set<SettingKey> = [.contextWindow, .priceInput, .priceOutput]
  static let keySources: Set<SettingKey> = [.keyEnv, .keyCommand, .keyFile]
  /// What belongs to one server and must not be carried over to another.
  static let ofOneServer: Set<SettingKey> = keySources.union([
    .endpoint, .url, .headers, .unixSocket, .caFile, .streamUsage, .prefill,
  ])
  /// Without these right, a request could go to another place than was meant.
  static let deciding: Set<SettingKey> = [.endpoint, .inherits, .url, .unixSocket, .caFile]

  /// The names that a table of this kind knows, parameters included.
  static func names(in table: SettingsLayer.Kind) -> [String] {
    switch table {
    case .endpoint: allCases.filter { !ofPresetsOnly.contains($0) }.map(\.rawValue)
    case .preset: allCases.map(\.rawValue) + Parameter.allCases.map(\.rawValue)
    }
  }
}

/// The value of a setting, checked.
enum SettingValue: Equatable, Sendable {
  case text(String)
  case milliseconds(Int)
  case tokens(Int)
  case price(Double)
  case flag(Bool)
  case streamUsage(StreamUsage)
  case prefill(PrefillForm)
  case headers([Header])
  case names([String])
  case renames([String: String])
  case object(JSONObject)
  case parameter(JSONValue)
}
