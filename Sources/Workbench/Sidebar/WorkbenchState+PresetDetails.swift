import Conversation
import Measuring

/// What is known of the preset under the cursor, and how its speed has changed by the answers that are kept.
extension WorkbenchState {
  /// So many of the newest answers are its history.
  private static let mostSpeeds = 200

  mutating func showPresetDetails() -> [Effect] {
    guard let preset = sidebar.presetUnderCursor else {
      status = StatusMessage("move to a preset in the sidebar to see its details")
      return []
    }
    let query = newQuery()
    presetDetails = PresetDetails(preset: preset, query: query)
    show(text(on: preset, speed: "\u{2026}"), title: Self.title(of: preset))
    return [
      .history(
        .readSpeeds(of: preset.name, model: preset.model, limit: Self.mostSpeeds, query: query)
      )
    ]
  }

  /// Takes how fast the answers of the preset came whose details are open; `nil` where none can be read.
  mutating func take(_ speeds: [ReplySpeed]?, query: QueryNumber) {
    guard let details = presetDetails, details.query == query else { return }
    presetDetails = nil
    guard case .output(let output) = overlay, output.title == Self.title(of: details.preset) else {
      return
    }
    let speed = speeds.map { DriftText.lines(PresetDrift($0)).joined(separator: "\n") }
    show(
      text(on: details.preset, speed: speed ?? "not known: no answers can be read"),
      title: output.title
    )
  }

  private static func title(of preset: Preset) -> String { "preset \(preset.name)" }

  private func text(on preset: Preset, speed: String) -> String {
    let state =
      switch sidebar.state(of: preset) {
      case .unknown: "not asked yet"
      case .ready: "has answered"
      case .streaming: "streams"
      case .failed(let problem), .unreachable(let problem): problem
      }
    let facts = [
      "model     \(preset.model)",
      "endpoint  \(preset.endpoint.name), \(preset.endpoint.urlWithoutSecrets)",
      "state     \(state)",
    ]
    return (facts + ["", speed]).joined(separator: "\n")
  }
}

/// The preset whose details wait for the archive.
struct PresetDetails: Sendable {
  let preset: Preset
  let query: QueryNumber
}
