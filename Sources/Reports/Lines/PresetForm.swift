import Conversation
import JSON

/// A preset as it was when a request was sent, as a JSON object; without secrets, see ``Preset/shared``.
enum PresetForm {
  static func json(of preset: Preset, _ extent: ReplyForm.Extent) -> JSONObject {
    let parameters = preset.parameters.sorted { $0.key < $1.key }.map {
      ($0.key.rawValue, $0.value)
    }
    let brief: [(String, JSONValue?)] = [
      ("name", .string(preset.name)),
      ("model", .string(preset.model)),
      ("endpoint", .string(preset.endpoint.name)),
      ("parameters", parameters.isEmpty ? nil : .object(JSONObject(parameters))),
      ("demo", .flag(preset.isDemo)),
    ]
    guard extent == .whole else { return JSONObject(present: brief) }
    let rename = preset.rename.sorted { $0.key < $1.key }.map {
      ($0.key, JSONValue.string($0.value))
    }
    return JSONObject(
      present: brief + [
        ("url", .text(preset.endpoint.url)),
        ("system", preset.system.map { .string($0) }),
        ("images", .flag(preset.takesImages)),
        ("omit", .list(preset.omit.sorted().map { .string($0) })),
        ("rename", rename.isEmpty ? nil : .object(JSONObject(rename))),
        ("extra", preset.extra.members.isEmpty ? nil : .object(preset.extra)),
      ]
    )
  }

  /// Reads what ``json(of:_:)`` writes; what is missing or of another type is as if it were not set.
  static func preset(from json: JSONElement?) -> Preset {
    let endpoint = Endpoint(
      name: json?["endpoint"]?.string ?? "",
      url: json?["url"]?.string ?? ""
    )
    var preset = Preset(
      name: json?["name"]?.string ?? "",
      endpoint: endpoint,
      model: json?["model"]?.string ?? ""
    )
    guard let json else { return preset }
    preset.system = json["system"]?.string
    for (name, value) in json.members(of: "parameters") {
      if let parameter = Parameter(rawValue: name) {
        preset.parameters[parameter] = value.jsonValue
      }
    }
    preset.takesImages = json["images"]?.bool ?? false
    preset.omit = Set(json["omit"]?.strings ?? [])
    for (name, value) in json.members(of: "rename") {
      if let text = value.string { preset.rename[name] = text }
    }
    if case .object(let extra)? = json["extra"]?.jsonValue { preset.extra = extra }
    preset.isDemo = json["demo"]?.bool ?? false
    return preset
  }
}
