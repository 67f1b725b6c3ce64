/// One row of the command table: bindings, hint line, help, palette and `docs/KEYS.md` all come from it.
package struct Command: Sendable, Hashable {
  package let id: CommandID
  package let context: KeyContext
  /// What it does, as a phrase: "stop the stream".
  package let title: String
  /// A word or two for the hint line and for a strip of keys without room; `nil` keeps it out of the line.
  package let hint: String?
  /// The keys it has without configuration, in their notation.
  package let defaultKeys: [String]

  init(
    _ id: CommandID,
    _ context: KeyContext,
    _ keys: String,
    _ title: String,
    hint: String? = nil
  ) {
    self.id = id
    self.context = context
    self.title = title
    self.hint = hint
    defaultKeys = keys.split(separator: " ").map(String.init)
  }
}
