import Conversation

extension SidebarPane {
  /// Moves the cursor over presets and parameters as one list.
  mutating func move(by steps: Int) {
    let items = presets.indices.map(Item.preset) + Parameter.allCases.map(Item.parameter)
    guard let position = items.firstIndex(of: cursor) else { return }
    cursor = items[min(max(0, position + steps), items.count - 1)]
  }

  /// The preset under the cursor; `nil` on a parameter.
  package var presetUnderCursor: Preset? {
    guard case .preset(let index) = cursor, presets.indices.contains(index) else { return nil }
    return presets[index]
  }

  /// The parameter under the cursor; `nil` on a preset.
  package var parameterUnderCursor: Parameter? {
    guard case .parameter(let parameter) = cursor else { return nil }
    return parameter
  }
}

extension SidebarPane {
  /// The index of the first preset in view when `rows` rows are there for presets.
  package func firstPresetRow(rows: Int) -> Int {
    guard case .preset(let index) = cursor else { return max(0, presets.count - rows) }
    return max(0, min(index - rows / 2, presets.count - rows))
  }

  /// The first parameter in view when `rows` rows are there for parameters.
  package func firstParameterRow(rows: Int) -> Int {
    let all = Parameter.allCases
    guard case .parameter(let parameter) = cursor, let index = all.firstIndex(of: parameter) else {
      return 0
    }
    return max(0, min(index - rows / 2, all.count - rows))
  }
}
