/// A piece of a line of code with one role.
package struct CodeSpan: Hashable, Sendable {
  /// The bytes of the line's UTF-8, never within a scalar.
  package var start: Int
  package var end: Int
  package var role: CodeRole

  package init(start: Int, end: Int, role: CodeRole) {
    self.start = start
    self.end = end
    self.role = role
  }
}
