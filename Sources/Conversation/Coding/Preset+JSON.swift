extension Preset {
  /// The preset as archives and files keep it: the sources of keys by name, and nothing that may be a secret.
  ///
  /// A literal header, and the text of a command that prints a key, become ``Masking/mask``.
  package var json: JSONValue {
    JSONObject.having([
      "name": .string(name),
      "endpoint": endpoint.json,
      "model": .string(model),
      "system": system.map { .string($0) },
      "parameters": parameters.isEmpty
        ? nil
        : .object(
          JSONObject(parameters.sorted { $0.key < $1.key }.map { ($0.key.rawValue, $0.value) })
        ),
      "images": takesImages ? true : nil,
      "send_reasoning": sendsReasoning ? true : nil,
      "context_window": contextWindow.map { .integer($0) },
      "price_input": price.map { .number($0.input) },
      "price_output": price.map { .number($0.output) },
      "omit": omit.isEmpty ? nil : .array(omit.sorted().map { .string($0) }),
      "rename": rename.isEmpty
        ? nil
        : .object(
          JSONObject(rename.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
        ),
      "extra": extra.members.isEmpty ? nil : Masking().masked(.object(extra)),
      "demo": isDemo ? true : nil,
    ])
  }

  /// Reads what `json` gave; `nil` without a name, an endpoint or a model; unknown parameters are left out.
  package init?(json: JSONValue) {
    guard let name = json["name"]?.asText, let model = json["model"]?.asText,
      let endpoint = json["endpoint"].flatMap(Endpoint.init(json:))
    else { return nil }
    self.init(name: name, endpoint: endpoint, model: model)
    system = json["system"]?.asText
    for member in json["parameters"]?.asObject?.members ?? [] {
      if let parameter = Parameter(rawValue: member.name) { parameters[parameter] = member.value }
    }
    takesImages = json["images"]?.asBool ?? false
    sendsReasoning = json["send_reasoning"]?.asBool ?? false
    contextWindow = json["context_window"]?.asInteger?.plausibleCount.flatMap { $0 > 0 ? $0 : nil }
    let prices = ["price_input", "price_output"].map { json[$0]?.asNumber }
    if prices.contains(where: { $0 != nil }) {
      price = Price(input: prices[0] ?? 0, output: prices[1] ?? 0)
    }
    omit = Set((json["omit"]?.asArray ?? []).compactMap(\.asText))
    for member in json["rename"]?.asObject?.members ?? [] {
      rename[member.name] = member.value.asText
    }
    extra = json["extra"]?.asObject ?? JSONObject()
    isDemo = json["demo"]?.asBool ?? false
  }
}
