extension JSONValue {
  /// The text of a JSON string.
  package var asText: String? {
    if case .string(let value) = self { return value }
    return nil
  }

  package var asInteger: Int? {
    if case .integer(let value) = self { return value }
    return nil
  }

  /// A number with or without a fraction.
  package var asNumber: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .null, .bool, .string, .array, .object: nil
    }
  }

  package var asBool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  package var asArray: [JSONValue]? {
    if case .array(let values) = self { return values }
    return nil
  }

  package var asObject: JSONObject? {
    if case .object(let object) = self { return object }
    return nil
  }

  /// The member of that name; `nil` for what is no object too.
  package subscript(name: String) -> JSONValue? { asObject?[name] }
}

extension JSONObject {
  /// Only what is there becomes a member.
  init(having pairs: [(String, JSONValue?)]) {
    self.init(pairs.compactMap { name, value in value.map { (name, $0) } })
  }

  /// The members in their order, those of `nil` left out.
  package static func having(_ pairs: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(JSONObject(having: pairs.map { ($0.key, $0.value) }))
  }
}
