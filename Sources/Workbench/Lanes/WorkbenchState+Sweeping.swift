import Conversation

extension WorkbenchState {
  /// The preset of a lane as requests use it: with the changes of this session, and the lane's own over them.
  package func effectivePreset(of lane: Lane) -> Preset {
    lane.cell.applied(to: sidebar.effective(lane.preset))
  }

  /// Whether a lane's last answer was asked with other settings than its next one will be.
  package func wasAskedOtherwise(lane index: Int) -> Bool {
    guard let asked = ownReply(ofLane: index)?.preset else { return false }
    return !asked.asks(like: effectivePreset(of: conversation.lanes[index]))
  }

  /// Opens the dialog for the focused lane's own parameters.
  mutating func openLaneParameters() {
    overlay = .line(LineDialog(.laneParameters, text: conversation.focusedLane.cell.words))
  }

  /// Gives the focused lane parameters of its own, or where there are several values, opens a lane for each
  /// combination; none at all takes them back.
  mutating func sweep(_ text: String) throws(SweepError) {
    let lane = conversation.focusedLane
    guard !text.allSatisfy(\.isWhitespace) else {
      conversation.lanes[conversation.focused].cell = SweepCell()
      status = StatusMessage("the lane asks as its preset says", role: .success)
      return
    }
    let sweep = try Sweep(text)
    let cells = sweep.cells
    let others = conversation.hasLanes ? " in place of the focused one, the others stay" : ""
    conversation.lanes[conversation.focused].cell = cells[0]
    let tip = settledTip(lane.tip)
    for (offset, cell) in cells.enumerated().dropFirst() {
      let place = conversation.focused + offset
      conversation.add(preset: lane.preset, tip: tip, cell: cell, at: place)
    }
    status = StatusMessage(
      cells.count > 1 ? "\(cells.count) lanes\(others): \(sweep)" : "this lane asks with \(sweep)",
      role: .success
    )
    if let unknown = sweep.unknownNames.first {
      status = StatusMessage("\(unknown) is no parameter that weir knows; it is sent as it is")
    }
  }

  /// Finds anew what tells the lanes apart, where something of that has changed.
  mutating func refreshLabels() {
    guard conversation.hasLanes else { return }
    let isSame =
      conversation.labelled.count == conversation.lanes.count
      && zip(conversation.labelled, conversation.lanes).allSatisfy { labelled, lane in
        labelled.preset == lane.preset && labelled.cell == lane.cell
          && labelled.changes == sidebar.changes(of: lane.preset)
      }
    guard !isSame else { return }
    conversation.labelled = conversation.lanes.map { lane in
      LabelledLane(
        preset: lane.preset,
        cell: lane.cell,
        changes: sidebar.changes(of: lane.preset)
      )
    }
    conversation.labels = Preset.laneLabels(of: conversation.lanes.map { effectivePreset(of: $0) })
  }
}

/// What a lane's label was made of.
struct LabelledLane: Sendable {
  let preset: Preset
  let cell: SweepCell
  let changes: [Parameter: JSONValue]
}
