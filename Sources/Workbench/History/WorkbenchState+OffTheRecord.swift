import Conversation

extension WorkbenchState {
  /// Takes an empty conversation off the record, or back; begins one where something was said.
  mutating func goOffTheRecord() -> [Effect] {
    let isEmpty = tree.count == 0
    if isEmpty, keeping.isOffTheRecord, historySettings.savesConversations {
      keeping.isOffTheRecord = false
      status = StatusMessage("on the record: this conversation is kept")
      return []
    }
    let effects = isEmpty ? [] : startConversation()
    keeping.isOffTheRecord = true
    status = StatusMessage("off the record: nothing of this conversation is kept on the disk")
    return effects
  }

  /// What is kept of the prompt against a crash: nothing off the record.
  package var draftToKeep: TextEditor { keeping.isOffTheRecord ? TextEditor() : prompt.editor }

  /// The revision of ``draftToKeep``, by which a change of it is told.
  package var draftRevision: Int {
    keeping.isOffTheRecord ? TextEditor().revision : prompt.editor.revision
  }
}

extension Effect {
  /// Whether it leaves a trace of what is done here in files of weir's own, without being asked to.
  var isKeptOnDisk: Bool {
    if case .keepPrompt = self { return true }
    if case .keepChoices = self { return true }
    return false
  }
}
