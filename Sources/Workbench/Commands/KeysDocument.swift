/// `docs/KEYS.md`, made from the command table; a test keeps the page equal to it.
package enum KeysDocument {
  package static var markdown: String {
    var text = """
      # Keys

      Every key can be rebound in `[keys]` of `config.toml` by its command:
      `"reply.regenerate" = ["F5", "Alt-r"]`; an empty list unbinds. Two commands on one key in the same
      place are reported when weir starts. F1 in weir shows the keys as they are bound.

      """
    let map = KeyMap()
    for context in KeyContext.allCases {
      text += "\n## \(context.title)\n\n| keys | does | command |\n| --- | --- | --- |\n"
      for command in CommandTable.commands where command.context == context {
        let keys = map.keys(for: command.id).map { "`\($0.notation)`" }.joined(separator: " ")
        text += "| \(keys) | \(command.title) | `\(command.id.rawValue)` |\n"
      }
    }
    return text
  }
}
