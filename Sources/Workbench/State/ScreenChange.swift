import Conversation

/// What of the screen may look otherwise than it did in the last frame.
package struct ScreenChange: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The lanes' texts.
  package static let conversation = ScreenChange(rawValue: 1 << 0)
  /// What is being written in the prompt.
  package static let prompt = ScreenChange(rawValue: 1 << 1)
  /// The figures of the streams, in the status bar and the sidebar; those above the lanes are of the conversation.
  package static let figures = ScreenChange(rawValue: 1 << 2)
  /// Anything, also where the panes stand.
  package static let everything = ScreenChange(rawValue: .max)
}

extension WorkbenchState {
  /// What changed since this was asked last.
  package mutating func takeScreenChange() -> ScreenChange {
    defer { screenChange = [] }
    return screenChange
  }

  /// What an action that is not taken yet can change at most, as far as that is easily known.
  ///
  /// Text that streams in and letters typed one after the other are nearly all that happens, so these are told from
  /// the rest; what they may bring beside that is for ``note(_:since:effects:)`` to find.
  func reach(of action: Action) -> ScreenChange {
    guard isPlain else { return .everything }
    switch action {
    case .stream(let events):
      // A closure over the whole state would copy it.
      for event in events where !isGrowth(event) { return .everything }
      return .conversation
    // Of a screen without any other clock.
    case .tick: return []
    case .input(.key(let key)): return isTyping(key) ? .prompt : .everything
    // Said after each batch, four times a second while an answer streams.
    case .history(.saved): return savingTrouble == nil ? [] : .everything
    default: return .everything
    }
  }

  /// What the two panes' texts may take along when they grow.
  struct Surroundings: Equatable {
    var promptRows: Int
    var namesFiles: Bool
    var completes: Bool
    var figures: Figures

    struct Figures: Equatable {
      var context: ContextGauge
      var taken: MonotonicTime?
    }
  }

  var surroundings: Surroundings {
    Surroundings(
      promptRows: prompt.rowCount,
      namesFiles: !prompt.attachments.paths.isEmpty,
      completes: prompt.completion.isPossible,
      figures: Surroundings.Figures(context: context, taken: lastFigures)
    )
  }

  /// Notes what an action has changed, by what it could change at most.
  mutating func note(_ reach: ScreenChange, since before: Surroundings, effects: [Effect]) {
    var (after, reach) = (surroundings, reach)
    if after.figures != before.figures { reach.formUnion([.figures, .conversation]) }
    after.figures = before.figures
    let isWithin = reach != .everything && isPlain && effects.isEmpty && after == before
    screenChange.formUnion(isWithin ? reach : .everything)
  }

  /// Whether nothing lies over the panes, no clock is on the screen, and no word stands in the last row that a key
  /// takes away.
  private var isPlain: Bool {
    overlay == nil && leader == nil && status == nil && opening == nil && !isQuitArmed
      && sidebar.edit == nil && prompt.search == nil && prompt.completion.menu == nil
      && conversation.search?.isTyping != true && conversation.ruler == nil && judging == nil
  }

  /// Whether an event only lengthens a text that has begun.
  private func isGrowth(_ event: StreamEvent) -> Bool {
    // What is recorded is drawn by the inspector alone, which stands in the conversation's pane.
    if case .wire = event.kind { return true }
    guard case .delta = event.kind else { return false }
    return conversation.lanes.contains {
      $0.request == event.request && $0.meter.deltaCount > 0
    }
  }

  /// Whether a key adds to what already stands in the prompt.
  private func isTyping(_ key: Key) -> Bool {
    focus == .prompt && key.typedText != nil && editing == .readline && !prompt.editor.isEmpty
      && keyMap.command(for: key, in: .prompt) == nil && prompt.attachments.delivery == nil
      && conversation.selection == nil
  }
}
