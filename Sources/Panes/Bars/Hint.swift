import Workbench

/// A key and what it does at this moment, as the hint line shows it.
struct Hint: Equatable {
  let keys: String
  let words: String

  /// What can be done now, the most needed first: whatever takes the next key says its own keys.
  static func all(for state: WorkbenchState) -> [Hint] {
    if state.leader?.isShown == true { return naming([(.escape, "close")], state) }
    if let overlay = state.overlay { return over(overlay, state) }
    if state.sidebar.edit != nil {
      return naming([(.send, "set"), (.escape, "leave as it was")], state)
    }
    if state.prompt.search != nil {
      return naming([(.send, "take"), (.historySearch, "older"), (.escape, "give up")], state)
    }
    if state.prompt.completion.menu?.isActive == true {
      return naming([(.listAccept, "take"), (.complete, "next"), (.overlayClose, "close")], state)
    }
    return inPane(state)
  }

  fileprivate static let stopsJudge = "stop the judge"

  private static func over(_ overlay: Overlay, _ state: WorkbenchState) -> [Hint] {
    switch overlay {
    case .list: inContext(.overlay, state)
    case .conversations(let list): of(list, state)
    case .figures: inContext(.figures, state) + naming([(.overlayClose, "close")], state)
    case .tally: inContext(.tally, state) + naming([(.overlayClose, "close")], state)
    case .vote(let dialog):
      naming(
        dialog.isNoting
          ? [(.listAccept, dialog.hasChosen ? "vote" : "choose"), (.overlayClose, "choose again")]
          : [
            (.listAccept, dialog.takesBack ? "take it back" : "choose"), (.listDown, "down"),
            (.overlayClose, "leave"),
          ],
        state
      )
    case .tree(let view):
      view.isTyping
        ? naming(
          [(.listAccept, "keep"), (.listDown, "choose"), (.overlayClose, "show all")],
          state
        )
        : inContext(.tree, state) + naming([(.overlayClose, "close")], state)
    case .removal:
      naming([(.listAccept, "delete"), (.listDown, "choose"), (.overlayClose, "leave it")], state)
    case .search:
      naming([(.listAccept, "go there"), (.listDown, "choose"), (.overlayClose, "close")], state)
    case .help:
      naming([(.listDown, "scroll"), (.listPageDown, "page"), (.overlayClose, "close")], state)
    case .line(let dialog):
      naming([(.listAccept, accepting(dialog)), (.overlayClose, "leave")], state)
    case .details(let details):
      naming(
        [(.listDown, "scroll"), (.listPageDown, "page")]
          + (details.request == nil ? [] : [(.copyMessage, "copy the request")])
          + [(.overlayClose, "close")],
        state
      )
    case .link(let url):
      naming(
        (WorkbenchState.mayOpen(url) ? [(.listAccept, "open")] : [])
          + [(.copyMessage, "copy"), (.overlayClose, "leave")],
        state
      )
    case .output(let output):
      naming(
        output.ending == nil
          ? [(.overlayClose, "stop the command")]
          : [
            (.listDown, "scroll"), (.listPageDown, "page"), (.copyMessage, "copy"),
            (.overlayClose, "close"),
          ],
        state
      )
    case .systemPrompt(let editor):
      ofVi(editor)
        + naming(
          [
            (.send, "set"), (.newline, "newline"),
            (.overlayClose, editor.leaving ?? "leave as it was"),
          ],
          state
        )
    }
  }

  private static func of(_ list: ConversationList, _ state: WorkbenchState) -> [Hint] {
    if list.deleting != nil {
      return naming([(.listAccept, "delete"), (.overlayClose, "keep")], state)
    }
    return naming([(.listAccept, "open"), (.overlayClose, "close")], state)
      + inContext(.conversationList, state)
  }

  private static func accepting(_ dialog: LineDialog) -> String {
    switch dialog.purpose {
    case .save, .saveRecording: dialog.isAskingToOverwrite ? "overwrite" : "save"
    case .pipe: "run"
    case .rename, .tags, .prefill, .laneParameters: "set"
    case .fill(let filling): filling.isLast ? "put into the prompt" : "next"
    case .savePrompt: "save"
    case .export: "export"
    }
  }

  private static func inPane(_ state: WorkbenchState) -> [Hint] {
    let editor = state.focus == .prompt ? state.prompt.editor : TextEditor()
    let vi = ofVi(editor)
    let isSelecting = state.focus == .conversation && state.conversation.selection != nil
    let ruler = state.focus == .conversation ? state.conversation.ruler : nil
    let inspector = state.focus == .conversation ? state.conversation.inspector : nil
    if let inspector, !isSelecting {
      // The inspector takes the keys that both know.
      let clock = state.isInPast ? ruler.map { ofClock($0, state) } ?? [] : []
      let hints = inInspector(inspector, state)
      guard !clock.isEmpty else { return hints }
      let essential = naming([(.inspectorNextPage, "page"), (.inspectorClose, "close")], state)
      return clock + essential + hints.filter { !essential.contains($0) }
    }
    if let ruler, !isSelecting { return on(ruler, state) }
    var hints = inContext(isSelecting ? .selection : state.focus.context, state)
    if !vi.isEmpty { hints.removeAll { $0.words == "newline" } }
    if let pending = editor.vi?.pending, !pending.isEmpty { hints = ofPending(editor) }
    if state.prompt.editing?.isSent == false, hints.first?.words == "send" {
      hints[0] = Hint(keys: hints[0].keys, words: "keep")
    }
    if state.willQueue, hints.first?.words == "send" {
      hints[0] = Hint(keys: hints[0].keys, words: "queue")
    }
    if state.prompt.completion.isPossible {
      hints.insert(contentsOf: naming([(.complete, "complete")], state), at: min(1, hints.count))
    }
    if !isSelecting, let key = state.keyMap.notation(for: .escape) {
      let place = state.escaping == stopsJudge ? 0 : min(2, hints.count)
      hints.insert(Hint(keys: key, words: state.escaping), at: place)
    }
    if state.streamsElsewhere, let keys = state.keyMap.notation(for: .stopAll) {
      hints.removeAll { $0.words == "newline" }
      hints.insert(Hint(keys: keys, words: "stop all"), at: min(1, hints.count))
    }
    let everywhere = inContext(.everywhere, state)
    // The way to every other key comes first, so that narrow screens keep it.
    let essential = everywhere.filter { $0.words == "help" || $0.words == "more" }
    let completes = state.prompt.completion.isPossible
    let rest = everywhere.filter { hint in
      hint.words != "help" && hint.words != "more" && !(completes && hint.words == "pane")
    }
    return Array(hints.prefix(3)) + essential + vi + hints.dropFirst(3).prefix(5) + rest
  }

  private static func inInspector(_ inspector: Inspector, _ state: WorkbenchState) -> [Hint] {
    let ofTokens: [CommandID] = [.inspectorLogProbs, .inspectorAlternatives, .inspectorBranch]
    let ofAll: [CommandID] = [.inspectorNextPage, .inspectorClose]
    let commands = (CommandTable.hints[.inspector] ?? []).filter { id, _ in
      guard id.works(on: inspector.page) else { return false }
      return switch inspector.page {
      case .tokens: ![.inspectorNextMark, .inspectorDown].contains(id)
      case .gaps: !ofTokens.contains(id) && id != .inspectorDown
      case .raw, .time:
        ofAll.contains(id) || id == .inspectorDown || !id.works(on: .tokens)
      }
    }
    return naming(commands, state) + naming([(.focusPrompt, "prompt"), (.help, "help")], state)
  }

  /// Half a command keeps Enter from sending.
  private static func ofPending(_ editor: TextEditor) -> [Hint] {
    editor.vi?.isTypingSearch == true ? [Hint(keys: "Enter", words: "search")] : []
  }

  /// What vi's own keys do in its mode; nothing while they type text.
  private static func ofVi(_ editor: TextEditor) -> [Hint] {
    switch editor.vi?.mode {
    case nil, .insert: []
    case _ where editor.vi?.pending.isEmpty == false: []
    case .normal:
      [Hint(keys: "i", words: "insert"), Hint(keys: "v", words: "select")]
    case .visual, .visualLine:
      [
        Hint(keys: "d", words: "delete"), Hint(keys: "y", words: "yank"),
        Hint(keys: "c", words: "change"),
      ]
    }
  }

  private static func inContext(_ context: KeyContext, _ state: WorkbenchState) -> [Hint] {
    naming(CommandTable.hints[context] ?? [], state)
  }

  /// Commands with a key each, in words.
  static func naming(_ commands: [(CommandID, String)], _ state: WorkbenchState) -> [Hint] {
    commands.compactMap { id, words in
      state.keyMap.firstNotation(for: id).map { Hint(keys: $0, words: words) }
    }
  }
}

extension WorkbenchState {
  /// Whether a message sent now waits in every lane.
  fileprivate var willQueue: Bool {
    focus == .prompt && prompt.editing == nil && conversation.lanes.allSatisfy(\.isStreaming)
  }

  /// What the escape key does, first that applies.
  fileprivate var escaping: String {
    if prompt.completion.menu != nil { return "close" }
    if focus == .prompt, let leaving = prompt.editor.leaving { return leaving }
    if conversation.focusedLane.isStreaming { return "stop" }
    if judgingInWords != nil { return Hint.stopsJudge }
    if prompt.editing != nil { return "leave the edit" }
    return focus == .prompt ? "conversation" : "prompt"
  }
}

extension TextEditor {
  /// What the escape key leaves in vi; `nil` where it has its other meanings.
  fileprivate var leaving: String? {
    guard let vi, vi.mode != .normal || !vi.pending.isEmpty else { return nil }
    return vi.pending.isEmpty ? "normal mode" : "drop \(vi.pending)"
  }
}
