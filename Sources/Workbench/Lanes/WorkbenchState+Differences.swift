import Conversation
import Typeset

extension WorkbenchState {
  /// Marks in each lane how its answer differs from the baseline's, or no longer.
  mutating func toggleDifferences() {
    guard conversation.hasLanes else {
      status = Self.onlyLane
      return
    }
    conversation.marksDifferences.toggle()
    guard conversation.marksDifferences else {
      dropDifferences()
      status = StatusMessage("differences are not marked", role: .success)
      return
    }
    let base = conversation.baselineLane
    let name = conversation.lanes[base].preset.name
    status = StatusMessage("differences from lane \(base + 1) \(name) are marked", role: .success)
  }

  /// Compares the others with the focused lane from now on.
  mutating func setBaseline() {
    guard conversation.hasLanes else {
      status = Self.onlyLane
      return
    }
    conversation.baseline = conversation.focusedLane.id
    conversation.marksDifferences = false
    dropDifferences()
    toggleDifferences()
  }

  private mutating func dropDifferences() {
    for index in conversation.lanes.indices {
      conversation.lanes[index].difference = nil
      conversation.lanes[index].comparison = nil
    }
  }

  /// Brings the marks of the lanes in view up to date; of answers that stream a few times a second.
  mutating func refreshDifferences() {
    guard conversation.marksDifferences, conversation.hasLanes else { return }
    let base = conversation.baselineLane
    guard let baseReply = answer(of: base) else { return dropDifferences() }
    var shown = laneColumns.columns.map(\.lane)
    if !shown.contains(conversation.focused) { shown.append(conversation.focused) }
    for lane in shown where lane != base { compare(lane, with: baseReply) }
    markBaseline(base, baseReply, beside: shown)
  }

  /// The baseline is marked by how it differs from the focused lane, or where it is that, from the first other one.
  private mutating func markBaseline(_ base: Int, _ reply: MessageID, beside shown: [Int]) {
    let focused = conversation.focused
    let other = focused == base ? shown.first { $0 != base } : focused
    guard let record = other.flatMap({ conversation.lanes[$0].comparison }), record.base == reply
    else {
      conversation.lanes[base].difference = nil
      return
    }
    conversation.lanes[base].difference = LaneDifference(
      record.difference,
      decided: record.decided,
      of: reply,
      isBaseline: true
    )
  }

  private mutating func compare(_ lane: Int, with base: MessageID) {
    guard let reply = answer(of: lane) else {
      conversation.lanes[lane].difference = nil
      conversation.lanes[lane].comparison = nil
      return
    }
    let isStreaming =
      tree[reply].reply?.isStreaming == true || tree[base].reply?.isStreaming == true
    var record =
      conversation.lanes[lane].comparison.flatMap {
        ($0.reply, $0.base, $0.isStreaming) == (reply, base, isStreaming) ? $0 : nil
      } ?? DifferenceRecord(reply: reply, base: base, isStreaming: isStreaming)
    let bytes = (tree[reply].content.utf8.count, tree[base].content.utf8.count)
    // With the figures, since it is for the eye, too.
    guard bytes != record.bytes, !isStreaming || record.bytes.reply < 0 || lastFigures == now else {
      return
    }
    conversation.lanes[lane].comparison = nil
    record.extend(reply: tree[reply], base: tree[base])
    conversation.lanes[lane].comparison = record
    conversation.lanes[lane].difference = LaneDifference(
      record.difference,
      decided: record.decided,
      of: reply,
      isBaseline: false
    )
  }

  /// Shows only what differs, or all again.
  mutating func toggleOnlyDifferences() {
    guard conversation.hasLanes else {
      status = Self.onlyLane
      return
    }
    conversation.showsOnlyDifferences.toggle()
    if conversation.showsOnlyDifferences, !conversation.marksDifferences { toggleDifferences() }
    status = StatusMessage(
      conversation.showsOnlyDifferences ? "only differences are shown" : "all is shown",
      role: .success
    )
  }

  /// Leaves out of the answers in view what is the same, where only differences are shown.
  mutating func leaveOutWhatIsSame() {
    let leavesOut =
      conversation.marksDifferences && conversation.showsOnlyDifferences && !isInPast
      && conversation.hasLanes
    for column in laneColumns.columns {
      guard let reply = answer(of: column.lane) else { continue }
      let difference = conversation.lanes[column.lane].difference
      let own = difference.flatMap { $0.reply == reply && $0.isComparable ? $0.marks : nil }
      if conversation.lanes[column.lane].text.showOnly(leavesOut ? own : nil, of: reply) {
        layOutLane(column)
      }
    }
  }

  /// The answer that a lane ends with; `nil` for one without a text, such as one that failed, which nothing is like or unlike.
  private func answer(of lane: Int) -> MessageID? {
    conversation.lanes[lane].tip.flatMap {
      tree[$0].isReply && !tree[$0].content.isEmpty ? $0 : nil
    }
  }

  /// Goes to the next stretch of the focused lane's answer that the other has otherwise.
  mutating func goToDifference(by step: Int) {
    guard let column = focusedColumn, let difference = conversation.focusedLane.difference,
      !difference.marks.isEmpty || difference.first != nil
    else {
      let keys = keyMap.notation(for: .markDifferences) ?? ""
      status = StatusMessage(
        conversation.marksDifferences ? "no difference here" : "\(keys) marks differences first"
      )
      return
    }
    var places = difference.marks.map(\.range.lowerBound)
    if let first = difference.first, places.first != first { places.insert(first, at: 0) }
    var at = -1
    if case .at(difference.reply, .body(let offset, _)) = conversation.focusedLane.scroll {
      at = offset
    }
    if let stood = conversation.focusedLane.stoodAt { at = stood }
    let next = step > 0 ? places.first { $0 > at } : places.last { $0 < at }
    guard let place = next else {
      status = StatusMessage(step > 0 ? "no difference below" : "no difference above")
      return
    }
    conversation.lanes[column.lane].stoodAt = place
    let number = (places.firstIndex(of: place) ?? 0) + 1
    status = StatusMessage("difference \(number) of \(places.count)")
    reveal(.body(offset: place), in: difference.reply, of: column, rowsAbove: 2)
  }
}
