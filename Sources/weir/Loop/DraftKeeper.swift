import Conversation
import Workbench

/// Has the prompt's text kept, so that it survives a crash: at most twice a second while it changes.
struct DraftKeeper {
  private let save: (TextEditor) -> Void
  /// The text that weir starts with is what is kept already.
  private var savedRevision = 0
  /// When the newest change is to be written; `nil` while nothing is to be written.
  private(set) var deadline: MonotonicTime?

  /// - Parameter save: Must not wait for a disk; it runs between two frames.
  init(save: @escaping (TextEditor) -> Void) {
    self.save = save
  }

  /// Looks whether the text changed, and saves it when its time has come.
  mutating func note(revision: Int, at now: MonotonicTime, editor: () -> TextEditor) {
    if revision != savedRevision, deadline == nil {
      deadline = now.adding(milliseconds: 500)
    }
    if let deadline, now >= deadline { flush(editor()) }
  }

  /// Saves what has changed since the last time.
  mutating func flush(_ editor: TextEditor) {
    deadline = nil
    guard editor.revision != savedRevision else { return }
    savedRevision = editor.revision
    save(editor)
  }
}
