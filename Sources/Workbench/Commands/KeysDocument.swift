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
        let keys = map.keys(for: command.id).map { "`\($0.notation)`".replacing("|", with: "\\|") }
          .joined(separator: " ")
        text += "| \(keys) | \(command.title) | `\(command.id.rawValue)` |\n"
      }
    }
    return text + slashCommands + viKeys
  }

  private static var slashCommands: String {
    var text = """

      ## Typed with a slash

      In the prompt, and, where the last column says so, in linear mode. The beginning of a name will do where
      it fits one only; in the prompt the id of any command above works as well, as in `/reply.regenerate`. What
      is no command is not sent: `//text` sends `/text`, and a word with another slash in it, as in
      `/etc/hosts`, begins a message. Tab completes commands, presets, models, themes, parameters, and files
      after `@` or `/`.

      | typed | does | linear mode |
      | --- | --- | --- |

      """
    for command in SlashCommand.allCases {
      text += "| `\(command.usage)` | \(command.title) | \(command.worksInLines ? "yes" : "") |\n"
    }
    return text
  }

  private static var viKeys: String {
    var text = """

      ## Prompt, with vi's keys

      With `editing = "vi"` in `[ui]`, the prompt and the system prompt are edited as in vi: modes, counts (`3w`,
      `2d3w`), operators, text objects, one register, `.`. They begin in insert mode, where every key does what the
      tables above say; only Esc is vi's. In normal and in visual mode the keys below come first; they are vi's and cannot
      be rebound. All other keys (Enter, those with Control or Alt, F keys) keep what they are bound to there, too: `^R`
      alone is redo in place of the search, and `^J` goes down as `j` does. Esc drops half a command, then leaves insert
      or visual mode, then does what it does everywhere.

      """
    for section in ViKeyTable.Section.allCases {
      text += "\n### vi: \(section.rawValue)\n\n| keys | does |\n| --- | --- |\n"
      for row in ViKeyTable.rows where row.section == section {
        let keys = row.keys.map { $0 == "`" ? "`` ` ``" : "`\($0)`" }.joined(separator: " ")
        text += "| \(keys) | \(row.title) |\n"
      }
    }
    return text
  }
}
