import Conversation

/// What the next run begins with when neither flag nor configuration says otherwise.
package struct SidebarMemory: Sendable, Equatable {
  /// The preset that was used last.
  package var preset: String?
  /// The theme that was chosen by key.
  package var theme: String?
  package var isSidebarHidden: Bool?

  package init(preset: String? = nil, theme: String? = nil, isSidebarHidden: Bool? = nil) {
    self.preset = preset
    self.theme = theme
    self.isSidebarHidden = isSidebarHidden
  }
}

extension SidebarMemory {
  init(text: String) {
    self.init()
    for member in TOMLDocument(file: "sidebar.toml", text: text).members {
      switch (member.name, member.value) {
      case ("preset", .string(let name)): preset = name
      case ("theme", .string(let name)): theme = name
      case ("sidebar_hidden", .bool(let isHidden)): isSidebarHidden = isHidden
      default: break
      }
    }
  }

  var text: String {
    let values: [(String, JSONValue?)] = [
      ("preset", preset.map(JSONValue.string)), ("theme", theme.map(JSONValue.string)),
      ("sidebar_hidden", isSidebarHidden.map(JSONValue.bool)),
    ]
    return values.compactMap { name, value in value.map { "\(name) = \($0.tomlText)\n" } }.joined()
  }
}
