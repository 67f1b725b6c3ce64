import Conversation

/// The presets and the parameters of the one in use, with the changes made for this session.
package struct SidebarPane: Sendable {
  /// The row under the cursor: presets first, then parameters, as they stand on screen.
  package enum Item: Sendable, Hashable {
    case preset(Int)
    case parameter(Parameter)
  }

  /// A parameter's value being typed.
  package struct Edit: Sendable {
    package let parameter: Parameter
    package var editor: TextEditor
  }

  /// Every preset, in the order of the configuration; found and demo presets follow.
  package private(set) var presets: [Preset]
  package private(set) var states: [String: PresetState] = [:]
  /// Names of presets marked for lanes, in the order of marking.
  package private(set) var marked: [String] = []
  package internal(set) var cursor = Item.preset(0)
  @Boxed package internal(set) var edit: Edit? = nil
  /// By preset: values set for this session; `.null` leaves the parameter unset.
  private var changes: [String: [Parameter: JSONValue]] = [:]

  package init(presets: [Preset]) {
    self.presets = presets
  }

  /// The preset as requests use it: with the changes of this session.
  package func effective(_ preset: Preset) -> Preset {
    var preset = preset
    for (parameter, value) in changes(of: preset) {
      preset.parameters[parameter] = value == .null ? nil : value
    }
    return preset
  }

  /// What was changed of a preset in this session.
  func changes(of preset: Preset) -> [Parameter: JSONValue] { changes[preset.name] ?? [:] }

  /// Whether the parameter was set or unset for this session.
  package func isChanged(_ parameter: Parameter, of preset: Preset) -> Bool {
    changes[preset.name]?[parameter] != nil
  }

  package func state(of preset: Preset) -> PresetState { states[preset.name] ?? .unknown }

  package func isMarked(_ preset: Preset) -> Bool { marked.contains(preset.name) }

  /// The marked presets in the order of marking.
  package var markedPresets: [Preset] {
    marked.compactMap { name in presets.first { $0.name == name } }
  }

  package func preset(named name: String) -> Preset? { presets.first { $0.name == name } }

  mutating func set(_ state: PresetState, of preset: Preset) { states[preset.name] = state }

  mutating func toggleMark(_ preset: Preset) {
    if let index = marked.firstIndex(of: preset.name) {
      marked.remove(at: index)
    } else {
      marked.append(preset.name)
    }
  }

  /// Marks these, as far as they are in the list, and no others.
  mutating func markOnly(_ presets: [Preset]) {
    marked = []
    mark(presets.filter { preset(named: $0.name) != nil })
  }

  mutating func mark(_ presets: [Preset]) {
    for preset in presets where !isMarked(preset) { toggleMark(preset) }
  }

  /// Sets a value for this session; a value equal to the preset's own is no change.
  ///
  /// The preset may be one that is not listed, made up from a typed model name.
  mutating func change(_ parameter: Parameter, to value: JSONValue, of preset: Preset) {
    let own = preset.parameters[parameter] ?? .null
    changes[preset.name, default: [:]][parameter] = value == own ? nil : value
  }

  mutating func putBack(_ parameter: Parameter, of preset: Preset) {
    changes[preset.name]?[parameter] = nil
  }

  /// Takes the presets of a new configuration; states and changes of those that remain or are in use are
  /// kept, marks and the cursor stay with the presets that remain.
  mutating func replace(presets newPresets: [Preset], inUse: [Preset]) {
    let underCursor = presetUnderCursor?.name
    presets = newPresets
    let names = Set(newPresets.map(\.name))
    let kept = names.union(inUse.map(\.name))
    states = states.filter { kept.contains($0.key) }
    changes = changes.filter { kept.contains($0.key) }
    marked.removeAll { !names.contains($0) }
    guard case .preset = cursor else { return }
    cursor = .preset(newPresets.firstIndex { $0.name == underCursor } ?? 0)
  }

  /// Adds presets found after the start; a name that is taken is left alone.
  mutating func add(_ found: [Preset]) {
    let names = Set(presets.map(\.name))
    let new = found.filter { !names.contains($0.name) }
    let firstDemo = presets.firstIndex(where: \.isDemo) ?? presets.endIndex
    presets.insert(contentsOf: new, at: firstDemo)
    if case .preset(let index) = cursor, index >= firstDemo, !new.isEmpty, index > 0 {
      cursor = .preset(index + new.count)
    }
  }
}
