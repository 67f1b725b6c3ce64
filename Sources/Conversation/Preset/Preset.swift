/// Endpoint, model, parameters and system prompt under a short name; everything that one request needs.
package struct Preset: Sendable, Hashable {
  package var name: String
  /// The endpoint, with the preset's own key source, headers and time limits already laid over it.
  package var endpoint: Endpoint
  package var model: String
  package var system: String?
  /// Only what is set; an unset temperature is sent as 0.2 unless it is omitted.
  package var parameters: [Parameter: JSONValue] = [:]
  /// Whether the model takes images.
  package var takesImages = false
  /// Whether the reasoning of earlier replies goes back to the model.
  package var sendsReasoning = false
  /// In tokens; `nil` where only the server may know.
  package var contextWindow: Int?
  /// `nil` where nobody has said it.
  package var price: Price?
  /// Body fields that this model refuses and that are left out, by their name on the wire.
  package var omit: Set<String> = []
  /// Body fields sent under another name: `max_tokens` as `max_completion_tokens`.
  package var rename: [String: String] = [:]
  /// Merged into the body last, as it is.
  package var extra = JSONObject()
  /// The demo presets say on screen that their answers are canned.
  package var isDemo = false

  package init(name: String, endpoint: Endpoint, model: String) {
    self.name = name
    self.endpoint = endpoint
    self.model = model
  }
}

extension Preset {
  /// Why images are not sent to it, and what to set so that they are.
  package var refusalOfImages: String {
    "the preset \(name) takes no images; if its model does, set images = true in [preset.\(name)]"
  }
}

extension [Preset] {
  /// These presets, then those of `others` whose name none of these has.
  package func adding(_ others: [Preset]) -> [Preset] {
    let names = Set(map(\.name))
    return self + others.filter { !names.contains($0.name) }
  }
}
