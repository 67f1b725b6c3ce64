/// The style of every role, under a name.
package struct Theme: Sendable, Hashable {
  package var name: String
  private var styles: [Style]

  /// Roles that are missing take the terminal's own colours.
  package init(name: String, styles: [Role: Style]) {
    self.name = name
    self.styles = Role.allCases.map { styles[$0] ?? Style() }
  }

  package subscript(role: Role) -> Style { styles[role.rawValue] }
}
