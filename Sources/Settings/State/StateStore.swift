/// What weir keeps between runs: the draft, the prompt history, what the sidebar remembers.
///
/// Every call reads or writes a file at once, so it belongs on no path that must not wait. Two weirs may share
/// a directory: a file is replaced whole or appended to, and the latest wins. Nothing here is needed
/// to go on: a caller may show an error and forget it.
package struct StateStore: Sendable {
  /// `SettingsPaths.stateDirectory`.
  package let directory: String
  /// As many prompts are kept; the file may hold twice as many before it is cut.
  let historyLimit: Int

  package init(directory: String, historyLimit: Int = 1_000) {
    self.directory = directory
    self.historyLimit = historyLimit
  }

  private var draftPath: String { directory + "/draft" }
  private var memoryPath: String { directory + "/sidebar.toml" }
  private var history: HistoryFile {
    HistoryFile(path: directory + "/history.jsonl", limit: historyLimit)
  }

  /// The draft that was saved last; empty when there is none.
  package func loadDraft() throws(StateError) -> String {
    try attempt(draftPath) { () throws(File.Failure) in
      String(decoding: try File.readBytes(draftPath), as: UTF8.self)
    } ?? ""
  }

  /// Keeps the draft; an empty one takes the file away.
  package func saveDraft(_ text: String) throws(StateError) {
    _ = try attempt(draftPath) { () throws(File.Failure) in
      if text.isEmpty { return try File.remove(draftPath) }
      try inDirectory { () throws(File.Failure) in try File.replace(draftPath, with: text) }
    }
  }

  /// The prompts that were sent, oldest first, neighbours that are alike once; lines that cannot be
  /// read are passed over.
  package func loadHistory() throws(StateError) -> [String] {
    try attempt(history.path) { () throws(File.Failure) in try history.load() } ?? []
  }

  /// Adds a prompt; an empty one, and one beyond 100 kB, is not kept.
  package func appendHistory(_ prompt: String) throws(StateError) {
    _ = try attempt(history.path) { () throws(File.Failure) in
      try inDirectory { () throws(File.Failure) in try history.append(prompt) }
    }
  }

  /// What was remembered; what cannot be read counts as never set.
  package func loadMemory() throws(StateError) -> SidebarMemory {
    let bytes = try attempt(memoryPath) { () throws(File.Failure) in
      try File.readBytes(memoryPath)
    }
    return SidebarMemory(text: String(decoding: bytes ?? [], as: UTF8.self))
  }

  package func saveMemory(_ memory: SidebarMemory) throws(StateError) {
    _ = try attempt(memoryPath) { () throws(File.Failure) in
      try inDirectory { () throws(File.Failure) in
        try File.replace(memoryPath, with: memory.text)
      }
    }
  }
}

extension StateStore {
  /// `nil` when the file is not there.
  private func attempt<Value>(
    _ path: String,
    _ body: () throws(File.Failure) -> Value
  ) throws(StateError) -> Value? {
    do {
      return try body()
    } catch .notThere {
      return nil
    } catch {
      throw StateError(path: path, reason: error.reason)
    }
  }

  /// Makes the directory only when it turns out to be missing.
  private func inDirectory(_ write: () throws(File.Failure) -> Void) throws(File.Failure) {
    do {
      try write()
    } catch .notThere {
      try File.makeDirectory(directory)
      try write()
    }
  }
}
