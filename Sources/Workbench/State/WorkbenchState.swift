import Conversation

/// Everything the workbench knows: a value, changed by `update` alone and drawn by `Panes`.
package struct WorkbenchState: Sendable {
  /// A pane that can have the focus.
  package enum Pane: Sendable, Hashable {
    case sidebar
    case conversation
    case prompt
  }

  package internal(set) var size: ScreenSize
  /// The moment of the action being handled.
  package internal(set) var now: MonotonicTime
  package internal(set) var tree: MessageTree
  package internal(set) var keeping: ConversationKeeping
  package internal(set) var sidebar: SidebarPane
  package internal(set) var conversation: ConversationPane
  package internal(set) var recordings = RecordingShelf()
  package internal(set) var prompt = PromptPane()
  package internal(set) var focus = Pane.prompt
  @Boxed package internal(set) var overlay: Overlay? = nil
  package internal(set) var keyMap = KeyMap()
  /// Whose keys texts of several lines are edited with.
  package internal(set) var editing: EditingStyle
  package internal(set) var theme: Theme
  /// The name of the theme that was asked for last; one that comes later than another was asked for, or
  /// after the picker was closed, is ignored.
  var wantedTheme: String
  /// The names of all themes, for the picker.
  package internal(set) var themeNames: [String]
  package internal(set) var status: StatusMessage?
  /// The leader's key, while the next key belongs to it.
  package internal(set) var leader: LeaderWait?
  package internal(set) var isSidebarWanted = true
  package internal(set) var showsAllReasoning = false
  package internal(set) var capturesMouse: Bool
  /// Why nothing is saved at the moment; `nil` while all is well.
  package internal(set) var savingTrouble: String?
  /// What the archive was asked to open.
  package internal(set) var opening: ConversationRequest?
  /// The list of conversations, while a dialog that it asked with lies over it.
  @Boxed package internal(set) var listBehind: ConversationList? = nil
  /// What is looked for in a message once it is on screen.
  var sought: String?
  /// The title that a preset was asked for.
  var titling: TitleQuestion?
  /// The judge that is at work.
  @Boxed var judging: JudgeRun? = nil
  /// By what judges can judge.
  package internal(set) var rubrics: [Rubric]
  /// The prompts kept by name; `nil` until the archive has said.
  package internal(set) var savedPrompts: [SavedPrompt]?
  /// The saved prompt that is put into the prompt once the archive has said what there is.
  var wantedPrompt: String?
  /// The saved prompt that another press of the key removes.
  var promptToRemove: String?
  package internal(set) var historySettings: HistorySettings
  /// By endpoint, the models it was seen to offer.
  package internal(set) var models: [String: [ModelInfo]] = [:]
  /// The endpoints whose models were asked for unasked.
  var askedForModels: Set<String> = []
  /// The models that refused the first words of a reply, though their server is known to take them.
  var refusesPrefill: Set<String> = []
  /// The models whose server refused a request that asked for its progress.
  var refusesProgress: Set<String> = []
  /// How much of its model's window the focused lane takes.
  package internal(set) var context = ContextGauge()
  /// What was chosen by name, the latest first.
  var recentCommands: [CommandID] = []
  let notifications: NotificationSettings
  /// A terminal reports changes only, so one that has said nothing has the focus.
  var hasTerminalFocus = true
  /// The answers since nothing streamed; `nil` while nothing does.
  var answerRun: AnswerRun?
  /// What waits to be taken to the archive.
  var outbox: [ConversationChanges] = []
  /// How often something was taken to the archive, by which an answer from before that is told.
  package internal(set) var savesTaken = 0
  /// The names of conversations and messages come from it.
  var random: SeededGenerator
  /// The calendar's time at a moment of the monotonic clock.
  private var clock: (wall: WallTime, moment: MonotonicTime)
  /// The conversation that another took the place of, until the program ends.
  @Boxed var shelf: ShelvedConversation? = nil
  /// What the pointer holds in the conversation while its button is down.
  var pointerHold: PointerHold?
  /// Whether another ^C quits.
  var isQuitArmed = false
  /// Whether it was said that something is not saved, so that quitting once more leaves without it.
  var isLossKnown = false
  /// When Esc last stopped a stream, so that another Esc stops all.
  var lastEscapeStop: MonotonicTime?
  var lastFigures: MonotonicTime?
  /// What changed since the program painted last.
  package internal(set) var screenChange = ScreenChange.everything
  private var nextRequest = 0
  /// Of what the archive is asked.
  var nextQuery = 0
  /// What is to be played once it is open.
  @Boxed var replay: Replay? = nil
  /// The preset whose details are shown until the archive has said how fast it was.
  @Boxed var presetDetails: PresetDetails? = nil

  /// What the program starts with.
  package struct Start: Sendable {
    package var size: ScreenSize
    package var now: MonotonicTime
    /// At least one.
    package var presets: [Preset]
    /// The names of the presets to open with: more than one opens lanes, unknown ones are reported.
    package var open: [String] = []
    package var bindings: [String: [String]] = [:]
    package var problems: [String] = []
    package var theme: Theme
    package var themeNames: [String] = []
    package var history: [String] = []
    package var draft = ""
    package var capturesMouse = true
    package var showsReasoning = false
    package var isSidebarWanted = true
    package var notifications = NotificationSettings()
    package var editing = EditingStyle.readline
    /// The calendar's time at `now`.
    package var wallTime = WallTime(milliseconds: 0)
    /// Differs from run to run.
    package var seed: UInt64 = 0
    /// A conversation to go on with; `nil` begins an empty one.
    package var opening: ConversationRequest?
    /// What the workbench is opened to play; a kept conversation is named by `opening` as well.
    package var replay: Replay?
    /// Whether the first conversation is kept from the disk.
    package var isOffTheRecord = false
    package var historySettings = HistorySettings()
    package var rubrics = Rubric.shipped

    package init(size: ScreenSize, now: MonotonicTime, presets: [Preset], theme: Theme) {
      self.size = size
      self.now = now
      self.presets = presets
      self.theme = theme
    }
  }

  /// - Precondition: `start.presets` holds at least one preset.
  package init(_ start: Start) {
    size = start.size
    now = start.now
    clock = (start.wallTime, start.now)
    random = SeededGenerator(seed: start.seed)
    tree = MessageTree(seed: random.next())
    let id = ConversationID(using: &random)
    keeping = ConversationKeeping(record: ConversationRecord(id: id, created: start.wallTime))
    historySettings = start.historySettings
    rubrics = start.rubrics
    keeping.isOffTheRecord = start.isOffTheRecord || !start.historySettings.savesConversations
    opening = start.opening
    sidebar = SidebarPane(presets: start.presets)
    theme = start.theme
    wantedTheme = start.theme.name
    themeNames = start.themeNames
    capturesMouse = start.capturesMouse
    showsAllReasoning = start.showsReasoning
    isSidebarWanted = start.isSidebarWanted
    notifications = start.notifications
    editing = start.editing
    let opened = start.open.compactMap(sidebar.preset(named:))
    conversation = ConversationPane(preset: opened.first ?? start.presets[0])
    for preset in opened.dropFirst() { conversation.add(preset: preset, tip: nil) }
    if opened.count > 1 { sidebar.mark(opened) }
    moveSidebarCursor(to: conversation.focusedLane.preset)
    prompt.history = PromptHistory(entries: start.history)
    prompt.editor = TextEditor(start.draft, style: start.editing)
    // Nobody knows how it came to be.
    prompt.attachments.notePaste(start.draft)
    let unknown = start.open.filter { sidebar.preset(named: $0) == nil }
    keyMap.rebind(start.bindings)
    report(problems: start.problems)
    report(unknown: unknown)
    prompt.measure(columns: layout.prompt.columns)
    if let replay = start.replay, let file = replay.file {
      open(file, replay)
    } else {
      replay = start.replay
    }
  }

  /// The system prompt of this conversation; `nil` leaves it to each preset.
  package internal(set) var system: String? {
    get { keeping.record.system }
    set { keeping.record.system = newValue }
  }

  /// The conversation's title; empty until something was said.
  package var title: String { keeping.record.title }

  /// The calendar's time of the action being handled.
  package var wallNow: WallTime {
    clock.wall.adding(milliseconds: Int64(now.milliseconds(since: clock.moment)))
  }

  /// Tells the calendar's time, which a machine that slept or was set otherwise has changed.
  package mutating func setClock(_ wall: WallTime, at moment: MonotonicTime) {
    clock = (wall, moment)
  }

  /// The pane that is shown as focused; none while something lies over the panes.
  package var focusOnScreen: Pane? { overlay == nil ? focus : nil }

  mutating func newRequest() -> RequestID {
    defer { nextRequest += 1 }
    return RequestID(nextRequest)
  }

  mutating func moveSidebarCursor(to preset: Preset) {
    guard let index = sidebar.presets.firstIndex(where: { $0.name == preset.name }) else { return }
    sidebar.cursor = .preset(index)
  }

  mutating func report(problems: [String]) {
    guard let first = problems.first else { return }
    // The way to the others comes first, since a narrow screen cuts the end.
    let all = problems.count > 1 ? "\(problems.count) mistakes (weir config check): " : ""
    status = StatusMessage(all + first, role: .warning)
  }

  /// Says which presets were asked for that there are not, before what is wrong besides.
  private mutating func report(unknown names: [String]) {
    guard !names.isEmpty else { return }
    let quoted = names.map { "\"\($0)\"" }.joined(separator: " or ")
    let key = keyMap.notation(for: .presetPicker) ?? "/presets"
    let others = status.map { "; \($0.text)" } ?? ""
    status = StatusMessage(
      "there is no preset \(quoted); \(key) lists them\(others)",
      role: .warning
    )
  }

  /// How the screen is divided at this moment.
  package var layout: ScreenLayout {
    ScreenLayout(
      size: size,
      promptRows: prompt.rowCount + (promptChips.isEmpty ? 0 : 1),
      isSidebarWanted: isSidebarWanted
    )
  }

  /// The files that the prompt names, as they are shown above its text.
  package var promptChips: [AttachmentChip] {
    prompt.attachments.chips(takesImages: takesImages)
  }

  /// Where the prompt's text stands: below the row of chips, where there are any and room for both.
  package var promptText: Rect {
    var rect = layout.prompt
    guard !promptChips.isEmpty, rect.rows > 1 else { return rect }
    rect.row += 1
    rect.rows -= 1
    return rect
  }

  /// How the conversation's area is divided into lanes.
  package var laneColumns: LaneColumns {
    LaneColumns(
      area: lanesArea,
      weights: conversation.lanes.map(\.weight),
      folded: conversation.folded,
      focused: conversation.focused,
      isZoomed: conversation.isZoomed
    )
  }
}
