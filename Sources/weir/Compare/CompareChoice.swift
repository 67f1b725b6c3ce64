import Conversation
import Settings

/// The presets that a comparison may ask.
struct CompareChoice {
  private let configuration: Configuration
  private let demos: [Preset]

  init(configuration: Configuration, demos: [Preset]?) {
    self.configuration = configuration
    self.demos = demos ?? []
  }

  func preset(named name: String) throws(UsageProblem) -> Preset {
    try PresetChoice(name: name).preset(in: configuration, demos: demos)
  }

  /// The lanes of these presets, or of the usual one where none is named, with every cell of the sweep.
  func lanes(of names: [String], sweep: [String]) throws(UsageProblem) -> [ComparisonLane] {
    var presets: [Preset] = []
    for name in names { presets.append(try preset(named: name)) }
    if presets.isEmpty {
      presets = [try PresetChoice().preset(in: configuration, demos: demos)]
    }
    guard !sweep.isEmpty else { return ComparisonLane.lanes(of: presets) }
    do throws(SweepError) {
      return ComparisonLane.lanes(of: presets, sweep: try Sweep(sweep))
    } catch {
      throw UsageProblem("--sweep: \(error.description)")
    }
  }
}
