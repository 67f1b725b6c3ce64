import Conversation
import Settings
import Workbench

/// Keeps the prompt's text on disk, so that it survives a crash: at most twice a second while it changes.
struct DraftKeeper {
  private let store: StateStore
  private var savedRevision = 0
  /// When the newest change is to be written; `nil` while nothing is to be written.
  private(set) var deadline: MonotonicTime?

  init(store: StateStore) {
    self.store = store
  }

  /// Looks whether the text changed, and writes it when its time has come.
  mutating func note(_ editor: TextEditor, at now: MonotonicTime) {
    if editor.revision != savedRevision, deadline == nil {
      deadline = now.adding(milliseconds: 500)
    }
    if let deadline, now >= deadline { flush(editor) }
  }

  /// Writes what has changed since the last write; a draft that cannot be written is no reason to stop.
  mutating func flush(_ editor: TextEditor) {
    deadline = nil
    guard editor.revision != savedRevision else { return }
    savedRevision = editor.revision
    try? store.saveDraft(editor.text)
  }
}
