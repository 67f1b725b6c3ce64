/// One of the presets that a comparison asks, with the values that a sweep gave it.
package struct ComparisonLane: Sendable, Hashable {
  /// Tells it from all others in a word or two.
  package let label: String
  package let preset: Preset
  /// The swept values; none without a sweep.
  package let cell: SweepCell
  /// Which of several lanes that ask alike, from 1.
  package let occurrence: Int

  /// Every preset with every cell of the sweep, in this order.
  package static func lanes(of presets: [Preset], sweep: Sweep? = nil) -> [ComparisonLane] {
    let asked = presets.flatMap { preset in
      (sweep?.cells ?? [SweepCell()]).map { (preset: $0.applied(to: preset), cell: $0) }
    }
    var seen: [Preset: Int] = [:]
    return zip(asked, Preset.labels(of: asked.map(\.preset))).map { lane, label in
      seen[lane.preset, default: 0] += 1
      return ComparisonLane(
        label: label,
        preset: lane.preset,
        cell: lane.cell,
        occurrence: seen[lane.preset, default: 1]
      )
    }
  }

  /// The preset as it is asked this prompt: a system prompt of the prompt's own wins over the preset's, a swept one over both.
  package func preset(for prompt: ComparisonPrompt) -> Preset {
    var preset = preset
    if let system = prompt.system, !cell.settings.contains(where: { $0.name == "system" }) {
      preset.system = system.isEmpty ? nil : system
    }
    return preset
  }

  /// Names one answer of this lane: the same in every run in which the same is asked of the same model, and else another.
  ///
  /// The prompt's expectations and tags change nothing of what is sent, and nothing here. The repetition tells prompts of a
  /// file apart that are alike; it and the run count from 1.
  package func key(for prompt: ComparisonPrompt, repetition: Int, run: Int) -> UInt64 {
    let preset = preset(for: prompt)
    var hash = StableHash(
      prompt.text,
      prompt.id ?? "",
      preset.system ?? "",
      preset.name,
      // Not its URL: that of the demo changes from run to run.
      preset.endpoint.name,
      preset.model
    )
    for (parameter, value) in preset.parameters.sorted(by: { $0.key < $1.key }) {
      hash.add(text: "\(parameter.rawValue)=\(value.text)")
    }
    for name in preset.omit.sorted() { hash.add(text: name) }
    for (name, other) in preset.rename.sorted(by: { $0.key < $1.key }) {
      hash.add(text: "\(name)>\(other)")
    }
    hash.add(text: JSONValue.object(preset.extra).text)
    hash.add(text: "\(occurrence) \(repetition) \(run)")
    return hash.value
  }
}
