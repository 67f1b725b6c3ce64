import Conversation
import GRDB

extension ArchiveRequest<[String]> {
  /// What the user said in all conversations, the newest first, each once.
  ///
  /// Only what holds `text`, in any case; pruned messages are left out.
  package static func prompts(holding text: String = "", limit: Int) -> Self {
    .reading { turn in
      let searched = text.lowercased()
      let rows = try Row.fetchCursor(
        turn.db,
        sql: """
          SELECT content FROM message
          WHERE role = 'user' AND hidden = 0 AND content <> '' ORDER BY key DESC
          """
      )
      var seen: Set<String> = []
      var prompts: [String] = []
      while prompts.count < limit, let row = try rows.next() {
        let prompt = row.text("content")
        guard searched.isEmpty || prompt.lowercased().contains(searched) else { continue }
        if seen.insert(prompt).inserted { prompts.append(prompt) }
      }
      return prompts
    }
  }
}

extension ArchiveRequest<[SavedPrompt]> {
  /// All prompts kept by name, by their names.
  package static var savedPrompts: Self {
    .reading { turn in
      try Row.fetchAll(turn.db, sql: "SELECT * FROM saved_prompt ORDER BY name").map { row in
        SavedPrompt(name: row.text("name"), text: row.text("text"), updated: row.time("updated"))
      }
    }
  }
}

extension ArchiveRequest<Void> {
  /// Keeps a prompt by its name, in the place of one that had it.
  package static func keep(_ prompt: SavedPrompt) -> Self {
    .writing { turn in
      var columns = Columns()
      columns["name"] = prompt.name.column
      columns["text"] = prompt.text.column
      columns["updated"] = prompt.updated.milliseconds
      try columns.upsert(into: "saved_prompt", key: "name", in: turn)
    }
  }

  /// Forgets the prompt of that name, where there is one.
  package static func forgetPrompt(named name: String) -> Self {
    .writing { turn in
      try turn.run("DELETE FROM saved_prompt WHERE name = ?", [name.column])
    }
  }
}
