import Conversation

extension SettingsLayer {
  /// Lays what this layer says about a server over an endpoint.
  func apply(to endpoint: inout Endpoint) {
    for (key, setting) in settings { apply(key, setting.value, to: &endpoint) }
  }

  private func apply(_ key: SettingKey, _ value: SettingValue, to endpoint: inout Endpoint) {
    switch (key, value) {
    case (.url, .text(let text)): endpoint.url = text
    case (.keyEnv, .text(let text)): endpoint.key = .environment(text)
    case (.keyCommand, .text(let text)): endpoint.key = .command(text)
    case (.keyFile, .text(let text)): endpoint.key = .file(text)
    case (.unixSocket, .text(let text)): endpoint.unixSocket = text
    case (.caFile, .text(let text)): endpoint.caFile = text
    case (.headers, .headers(let headers)): endpoint.headers = endpoint.headers.laidUnder(headers)
    case (.streamUsage, .streamUsage(let usage)): endpoint.streamUsage = usage
    case (.prefill, .prefill(let form)): endpoint.prefill = form
    case (_, .milliseconds(let limit)): apply(key, limit, to: &endpoint.timeLimits)
    default: break
    }
  }

  private func apply(_ key: SettingKey, _ milliseconds: Int, to limits: inout TimeLimits) {
    switch key {
    case .connectTimeout: limits.connectMilliseconds = milliseconds
    case .timeout: limits.silenceMilliseconds = milliseconds
    case .firstDeltaTimeout: limits.firstDeltaMilliseconds = milliseconds
    case .totalTimeout: limits.totalMilliseconds = milliseconds
    default: break
    }
  }

  /// Lays what this layer says about requests over a preset.
  func apply(to preset: inout Preset) {
    if let system = text(.system) { preset.system = system }
    if case .flag(let flag)? = settings[.images]?.value { preset.takesImages = flag }
    if case .flag(let flag)? = settings[.sendReasoning]?.value { preset.sendsReasoning = flag }
    if case .tokens(let count)? = settings[.contextWindow]?.value { preset.contextWindow = count }
    let prices = [SettingKey.priceInput, .priceOutput].map { key -> Double? in
      if case .price(let price)? = settings[key]?.value { price } else { nil }
    }
    if prices.contains(where: { $0 != nil }) {
      preset.price = Price(input: prices[0] ?? 0, output: prices[1] ?? 0)
    }
    if case .names(let names)? = settings[.omit]?.value { preset.omit = Set(names) }
    if case .renames(let renames)? = settings[.rename]?.value { preset.rename = renames }
    if case .object(let extra)? = settings[.extra]?.value { preset.extra = extra }
    for (parameter, setting) in parameters {
      if case .parameter(let value) = setting.value { preset.parameters[parameter] = value }
    }
  }
}
