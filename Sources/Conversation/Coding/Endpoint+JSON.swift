extension Endpoint {
  /// The endpoint as archives and files keep it, without anything that may be a secret.
  var json: JSONValue {
    JSONObject.having([
      "name": .string(name),
      "url": .string(urlWithoutSecrets),
      "key": key?.json,
      "headers": headers.isEmpty ? nil : .array(headers.map(\.json)),
      "unix_socket": unixSocket.map { .string($0) },
      "ca_file": caFile.map { .string($0) },
      "limits": timeLimits == TimeLimits() ? nil : timeLimits.json,
      "stream_usage": streamUsage == .auto ? nil : .string(streamUsage.rawValue),
      "prefill": prefill.map { .string($0.rawValue) },
      "reports_prefill": reportsPrefill ? true : nil,
    ])
  }

  init?(json: JSONValue) {
    guard let name = json["name"]?.asText, let url = json["url"]?.asText else { return nil }
    self.init(name: name, url: url, key: json["key"].flatMap(KeySource.init(json:)))
    headers = (json["headers"]?.asArray ?? []).compactMap(Header.init(json:))
    unixSocket = json["unix_socket"]?.asText
    caFile = json["ca_file"]?.asText
    timeLimits = json["limits"].map(TimeLimits.init(json:)) ?? TimeLimits()
    streamUsage = json["stream_usage"]?.asText.flatMap(StreamUsage.init) ?? .auto
    prefill = json["prefill"]?.asText.flatMap(PrefillForm.init)
    reportsPrefill = json["reports_prefill"] == .bool(true)
  }

  /// The URL with the user's part, and all of its query but names and the value of an `api-version`, masked.
  package var urlWithoutSecrets: String { Masking().masked(url: url) }

  /// The values of the URL's query that may be keys: of eight bytes and more, but for an `api-version`'s.
  package var secretsOfQuery: [String] {
    guard let start = url.firstIndex(of: "?") else { return [] }
    return url[url.index(after: start)...].split(separator: "&").compactMap { pair in
      let name = pair.prefix { $0 != "=" }
      let value = pair.dropFirst(name.count + 1)
      return name == "api-version" || value.utf8.count < 8 ? nil : String(value)
    }
  }
}

extension KeySource {
  fileprivate var json: JSONValue {
    switch self {
    case .environment(let name): ["env": .string(name)]
    case .command: ["command": .string(Masking.mask)]
    case .file(let path): ["file": .string(path)]
    }
  }

  fileprivate init?(json: JSONValue) {
    if let name = json["env"]?.asText {
      self = .environment(name)
    } else if let path = json["file"]?.asText {
      self = .file(path)
    } else if let command = json["command"]?.asText {
      self = .command(command)
    } else {
      return nil
    }
  }
}

extension Header {
  fileprivate var json: JSONValue {
    switch value {
    case .literal: ["name": .string(name), "value": .string(Masking.mask)]
    case .environment(let variable): ["name": .string(name), "env": .string(variable)]
    }
  }

  fileprivate init?(json: JSONValue) {
    guard let name = json["name"]?.asText else { return nil }
    let variable = json["env"]?.asText.map { Value.environment($0) }
    guard let value = variable ?? json["value"]?.asText.map({ .literal($0) }) else { return nil }
    self.init(name: name, value: value)
  }
}

extension TimeLimits {
  fileprivate var json: JSONValue {
    [
      "connect_ms": .integer(connectMilliseconds), "silence_ms": .integer(silenceMilliseconds),
      "first_delta_ms": .integer(firstDeltaMilliseconds), "total_ms": .integer(totalMilliseconds),
    ]
  }

  fileprivate init(json: JSONValue) {
    self.init()
    connectMilliseconds = json["connect_ms"]?.asInteger ?? connectMilliseconds
    silenceMilliseconds = json["silence_ms"]?.asInteger ?? silenceMilliseconds
    firstDeltaMilliseconds = json["first_delta_ms"]?.asInteger ?? firstDeltaMilliseconds
    totalMilliseconds = json["total_ms"]?.asInteger ?? totalMilliseconds
  }
}
