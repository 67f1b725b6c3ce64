import Conversation
import GRDB
import JSON

/// Presets as rows hold them; of a text that was read before its preset is taken, since most replies have the same.
struct PresetSnapshots {
  private var presets: [String: Preset] = [:]

  /// The preset as it was when the reply of a row was asked for.
  mutating func preset(of row: Row) -> Preset {
    guard let text = row.textIfAny("snapshot") else { return Self.plain(row) }
    if let known = presets[text] { return known }
    guard let preset = JSONValue(json: text).flatMap(Preset.init(json:)) else {
      return Self.plain(row)
    }
    presets[text] = preset
    return preset
  }

  /// What can be said of a preset without its snapshot.
  private static func plain(_ row: Row) -> Preset {
    Preset(
      name: row.text("preset"),
      endpoint: Endpoint(name: "", url: ""),
      model: row.text("model")
    )
  }
}
