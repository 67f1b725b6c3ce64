import Conversation

/// The row of lanes; usually one.
package struct ConversationPane: Sendable {
  package internal(set) var lanes: [Lane]
  /// The index of the lane that keys act on.
  package internal(set) var focused = 0
  package internal(set) var isZoomed = false
  /// What is looked for in a lane.
  @Boxed package internal(set) var search: ConversationSearch? = nil
  @Boxed package internal(set) var selection: TextSelection? = nil
  /// How the lanes are asked.
  package internal(set) var asking = AskingMode()
  /// The lane whose answers all lanes go on from; `nil` while each goes on from its own.
  package internal(set) var kept: Lane.ID?
  /// Whether lanes with the same answer are shown as one.
  package internal(set) var foldsSame = true
  /// By lane: the lanes whose answer is the same, itself among them.
  package internal(set) var same: [Int: [Int]] = [:]
  /// The lanes that stand behind another one with the same answer.
  package internal(set) var folded: Set<Int> = []
  /// What decided on `same` and `folded`.
  var foldingKey: [FoldingKey] = []
  package internal(set) var marksDifferences = false
  /// Whether of the answers that are compared only the differences are shown.
  package internal(set) var showsOnlyDifferences = false
  /// The lane that others are compared with; the first one where it is `nil`, or gone.
  var baseline: Lane.ID?
  /// Whether lanes scroll in step.
  package internal(set) var scrollsInStep = false
  /// What the lanes were last scrolled by.
  var step: LaneStep?
  /// What shows the lanes at any moment of a turn; `nil` while it is off.
  @Boxed package internal(set) var ruler: TimeRuler? = nil
  /// What shows how a reply arrives; `nil` while it is off.
  @Boxed package internal(set) var inspector: Inspector? = nil
  /// What differs between the lanes, one each.
  package internal(set) var labels: [LaneLabel] = []
  /// What `labels` are of.
  var labelled: [LabelledLane] = []
  /// Whether whose answers are whose is hidden until a vote; `nil` for no.
  package internal(set) var blind: BlindMode?
  /// The lanes as they stood when all but one were put away.
  private(set) var putAway: [Lane] = []
  private var nextID = 0

  init(preset: Preset) {
    lanes = []
    add(preset: preset, tip: nil)
  }

  /// - Parameter lanes: At least one: its preset, and where its path ends.
  init(lanes: [(preset: Preset, tip: MessageID?)]) {
    self.lanes = []
    for lane in lanes { add(preset: lane.preset, tip: lane.tip) }
  }

  package var focusedLane: Lane { lanes[focused] }

  package var hasLanes: Bool { lanes.count > 1 }

  package var isStreaming: Bool { lanes.contains(where: \.isStreaming) }

  /// Whether a reply streams anywhere, or waits for its time to.
  package var isBusy: Bool { lanes.contains(where: \.isBusy) }

  /// The index of the lane that others are compared with.
  package var baselineLane: Int {
    baseline.flatMap { id in lanes.firstIndex { $0.id == id } } ?? 0
  }

  /// The index of the lane whose answers all go on from.
  package var keptLane: Int? { kept.flatMap { id in lanes.firstIndex { $0.id == id } } }

  /// Adds a lane that goes on from `tip`, at the end where no place is named.
  mutating func add(
    preset: Preset,
    tip: MessageID?,
    cell: SweepCell = SweepCell(),
    at index: Int? = nil
  ) {
    var lane = Lane(id: Lane.ID(rawValue: nextID), preset: preset, tip: tip)
    lane.cell = cell
    lanes.insert(lane, at: index ?? lanes.count)
    nextID += 1
  }

  /// Removes a lane; the last one stays.
  mutating func remove(_ index: Int) {
    guard lanes.count > 1 else { return }
    let removed = lanes.remove(at: index)
    if kept == removed.id { kept = nil }
    focused = min(focused > index ? focused - 1 : focused, lanes.count - 1)
    if lanes.count == 1 { standAlone() }
  }

  /// Keeps one lane and drops the others.
  mutating func keepOnly(_ index: Int) {
    putAway = lanes
    lanes = [lanes[index]]
    focused = 0
    standAlone()
  }

  /// Lets go of what only several lanes have; whose answer is shown is no secret then.
  private mutating func standAlone() {
    isZoomed = false
    kept = nil
    blind = nil
  }

  /// Forgets the lanes that were put away.
  mutating func forgetPutAway() { putAway = [] }

  /// Puts the lanes back that were put away, with the focus on the one that stayed, as it is now.
  mutating func takeBack() {
    let stayed = focusedLane
    focused = putAway.firstIndex { $0.id == stayed.id } ?? 0
    lanes = putAway
    lanes[focused] = stayed
    putAway = []
    for index in lanes.indices { lanes[index].text = LaneText() }
  }

  /// Adds lanes that were put away at the end, as they were.
  mutating func putBack(_ known: [Lane]) {
    for var lane in known {
      lane.text = LaneText()
      lanes.append(lane)
    }
  }

  /// Has a lane that was put away take the focused one's place.
  mutating func replaceFocused(with known: Lane) {
    lanes[focused] = known
    lanes[focused].text = LaneText()
  }

  /// Compares and asks the way another one did, whatever lanes it had.
  mutating func takeManner(of other: ConversationPane) {
    asking = other.asking
    foldsSame = other.foldsSame
    marksDifferences = other.marksDifferences
    showsOnlyDifferences = other.showsOnlyDifferences
    scrollsInStep = other.scrollsInStep
  }

  mutating func focus(_ index: Int) {
    if lanes.indices.contains(index) { focused = index }
  }

  /// Makes the focused lane wider, and after the widest as wide as at first.
  mutating func widenFocused() {
    guard hasLanes else { return }
    lanes[focused].weight = lanes[focused].weight % LaneColumns.mostWeight + 1
  }

  /// Moves the focused lane by one place.
  mutating func moveFocused(by step: Int) {
    let target = focused + step
    guard lanes.indices.contains(target) else { return }
    lanes.swapAt(focused, target)
    focused = target
  }
}
