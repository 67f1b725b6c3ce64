import Conversation
import Typeset

extension WorkbenchState {
  /// Asks for the name of a file for the code at hand.
  mutating func askWhereToSave() -> [Effect] {
    if let column = focusedColumn { layOutLane(column) }
    guard let code = codeAtHand else { return noCode() }
    let name = "code." + FileExtension.of(language: code.language)
    overlay = .line(LineDialog(.save(code.text), text: name))
    return []
  }

  /// Asks for a command for the current piece of code, else for the current message.
  mutating func askForCommand() {
    guard let id = conversation.focusedLane.current else { return }
    let lane = conversation.focusedLane
    let text = lane.text.index(of: id).map { lane.text.text(at: $0) }
    if let code = text?.code(of: lane.element) {
      overlay = .line(LineDialog(.pipe(code.text + "\n", what: "the \(code.title)")))
      return
    }
    let message = tree[id]
    let said = message.isReply ? message.content : message.sentText
    overlay = .line(LineDialog(.pipe(said, what: message.words)))
  }

  /// Gives a key to a dialog of one line.
  mutating func takeInLine(_ key: Key, _ dialog: LineDialog) -> [Effect] {
    var dialog = dialog
    switch keyMap.command(for: key, in: .overlay) {
    case .listAccept: return accept(dialog)
    case .overlayClose:
      closeOverlay()
      return []
    default: break
    }
    if case .fill(let filling) = dialog.purpose {
      let isBack = keyMap.command(for: key, in: .everywhere) == .previousPane
      if isBack || keyMap.command(for: key, in: .prompt) == .complete {
        fill(filling, with: dialog.editor.text, by: isBack ? -1 : 1)
        return []
      }
    }
    dialog.editor.takeInField(key, keyMap: keyMap)
    dialog.note = nil
    overlay = .line(dialog)
    return []
  }

  private mutating func accept(_ dialog: LineDialog) -> [Effect] {
    let line = dialog.editor.text
    switch dialog.purpose {
    case .tags(let id):
      closeOverlay()
      return revise(id, .tags(ConversationRecord.tags(from: line)))
    case .fill(let filling):
      fill(filling, with: line, by: 1)
      return []
    case .laneParameters: return acceptLaneParameters(dialog)
    case .export(let id): return acceptExport(of: id, dialog)
    case .saveRecording(let id): return acceptRecording(of: id, dialog)
    case .save, .pipe, .rename, .savePrompt, .prefill: break
    }
    let isBlank = line.allSatisfy(\.isWhitespace)
    guard !isBlank || dialog.purpose == .prefill else { return [] }
    switch dialog.purpose {
    case .save(let text):
      let replaces = dialog.isAskingToOverwrite
      return [.save(FileToSave(path: line, text: text, replaces: replaces))]
    case .pipe(let text, _):
      overlay = .output(CommandOutput(of: line))
      return [.pipe(text, into: line)]
    case .rename(let id):
      closeOverlay()
      return revise(id, .title(ConversationRecord.title(from: line)))
    case .prefill:
      overlay = nil
      set(prefill: line)
      return []
    case .savePrompt(let text):
      closeOverlay()
      return savePrompt(text, named: line)
    case .tags, .fill, .laneParameters, .export, .saveRecording: return []
    }
  }

  /// What cannot be read stays, with the reason below it.
  private mutating func acceptLaneParameters(_ dialog: LineDialog) -> [Effect] {
    do throws(SweepError) {
      try sweep(dialog.editor.text)
      overlay = nil
    } catch {
      var dialog = dialog
      dialog.note = StatusMessage("\(error)", role: .error)
      overlay = .line(dialog)
    }
    return []
  }

  /// Takes how saving ended: what went wrong is said in the dialog, where the name can be mended.
  mutating func take(_ outcome: SaveOutcome, of file: FileToSave) {
    guard case .line(var dialog) = overlay, dialog.purpose.isSaved(by: file),
      dialog.editor.text == file.path
    else {
      status = Self.message(outcome, of: file)
      return
    }
    switch outcome {
    case .saved:
      overlay = nil
      status = Self.message(outcome, of: file)
    case .exists:
      dialog.overwrites = file.path
      let accept = keyMap.notation(for: .listAccept) ?? "Enter"
      dialog.note = StatusMessage("there is such a file; \(accept) overwrites it", role: .warning)
      overlay = .line(dialog)
    case .failed:
      dialog.note = Self.message(outcome, of: file)
      overlay = .line(dialog)
    }
  }

  private static func message(_ outcome: SaveOutcome, of file: FileToSave) -> StatusMessage {
    switch outcome {
    case .saved(let bytes): StatusMessage("saved \(file.path), \(bytes) bytes", role: .success)
    case .exists: StatusMessage("not saved: \(file.path) is there already", role: .warning)
    case .failed(let reason): StatusMessage("not saved: \(reason)", role: .error)
    }
  }
}

extension LineDialog.Purpose {
  /// Whether a file is what the dialog asked for the name of.
  fileprivate func isSaved(by file: FileToSave) -> Bool {
    switch self {
    case .save(let text): text == file.text
    case .saveRecording: true
    default: false
    }
  }
}
