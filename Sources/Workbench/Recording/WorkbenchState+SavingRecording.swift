import Conversation

extension WorkbenchState {
  /// Asks for the name of a file for the recording of a reply, or of the one to a message of the user's.
  mutating func askWhereToSaveRecording(near message: MessageID) -> [Effect] {
    guard let id = reply(near: message), let reply = tree[id].reply else {
      status = StatusMessage("there is no reply here to save the recording of")
      return []
    }
    let effects = wantRecording(of: id)
    if let obstacle = obstacleToSaving(recordings.state(of: tree[id])) {
      status = StatusMessage(obstacle, role: .warning)
      return effects
    }
    let words = (reply.preset.name + " " + title).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.prefix(6)
    let name = words.isEmpty ? "reply" : words.joined(separator: "-")
    overlay = .line(LineDialog(.saveRecording(id), text: name + ".weir.jsonl"))
    return effects
  }

  /// Has the recording written, once it is at hand; what is in the way is said in the dialog.
  mutating func acceptRecording(of id: MessageID, _ dialog: LineDialog) -> [Effect] {
    guard !dialog.editor.text.allSatisfy(\.isWhitespace), let reply = tree[id].reply else {
      return []
    }
    var dialog = dialog
    let state = recordings.state(of: tree[id])
    guard case .kept(let log) = state else {
      let keys = keyMap.notation(for: .listAccept) ?? "Enter"
      let wait = "it is being read from the archive; \(keys) once more"
      dialog.note = StatusMessage(obstacleToSaving(state) ?? wait, role: .warning)
      overlay = .line(dialog)
      return wantRecording(of: id)
    }
    let recording = RecordingToSave(
      message: tree.stored(id),
      prompt: tree[id].parent.map { tree[$0].content } ?? "",
      log: log.counted(from: reply.started)
    )
    let replaces = dialog.isAskingToOverwrite
    return [.saveRecording(recording, path: dialog.editor.text, replaces: replaces)]
  }

  /// Why there is nothing to be saved; `nil` where there is, or may be.
  private func obstacleToSaving(_ state: RecordingShelf.State) -> String? {
    switch state {
    case .kept, .unasked, .loading: nil
    case .live: "this reply still streams; its recording can be saved once it has ended"
    case .dropped:
      "the bytes of this reply had to make room, or were never kept ([recording] raw_mib)"
    case .none: "nothing was recorded of this reply"
    case .damaged: "the recording of this reply cannot be read"
    case .failed(let reason): "the recording cannot be read: \(reason)"
    }
  }
}
