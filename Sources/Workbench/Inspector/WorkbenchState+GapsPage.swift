import Conversation
import Measuring
import Typeset

extension WorkbenchState {
  mutating func performOnGapsPage(_ command: CommandID) -> [Effect] {
    guard let inspector = conversation.inspector, let shown = inspector.gaps.shown else {
      return []
    }
    let (columns, stalls) = (inspector.gaps.columns, inspector.arrivals.stalls)
    switch command {
    case .inspectorBackward: moveOnStrip(by: -1)
    case .inspectorForward, .inspectorLogProbs: moveOnStrip(by: 1)
    case .inspectorUp: moveOnStrip(by: -10)
    case .inspectorDown: moveOnStrip(by: 10)
    case .inspectorPageUp: moveOnStrip(by: -columns)
    case .inspectorPageDown: moveOnStrip(by: columns)
    case .inspectorNextMark: goToDelta(stalls.first { $0 > shown } ?? inspector.gaps.count)
    case .inspectorPreviousMark: goToDelta(stalls.last { $0 < shown } ?? 0)
    case .inspectorStart: goToDelta(0)
    case .inspectorEnd: goToDelta(inspector.gaps.count)
    case .inspectorSlices:
      conversation.inspector?.gaps.strip = inspector.gaps.strip == .deltas ? .slices : .deltas
    case .inspectorCopy: return [.copy(inspector.gapsAsText(), what: "the gaps")]
    default: break
    }
    return []
  }

  private mutating func goToDelta(_ delta: Int) {
    guard let reply = conversation.inspector?.reply.flatMap({ shownTree[$0].reply }) else { return }
    conversation.inspector?.gaps.go(to: delta, reply.marks)
  }

  /// Moves the cursor by cells of the strip; over slices in which nothing came it goes on.
  private mutating func moveOnStrip(by step: Int) {
    guard let inspector = conversation.inspector, let shown = inspector.gaps.shown,
      let reply = inspector.reply.flatMap({ shownTree[$0].reply })
    else { return }
    guard inspector.gaps.strip == .slices, let slices = inspector.slices else {
      return goToDelta(shown + step)
    }
    let marks = reply.marks.prefix(inspector.gaps.count)
    let target = slices.cell(of: marks[shown]) + step
    guard step < 0 else {
      return goToDelta(marks.partition { slices.cell(of: $0) < target })
    }
    let last = marks.partition { slices.cell(of: $0) <= target } - 1
    guard last >= 0 else { return goToDelta(0) }
    let cell = slices.cell(of: marks[last])
    goToDelta(marks.partition { slices.cell(of: $0) < cell })
  }

  /// Goes to the delta at a column of the strip, or at a moment of the row that stands for the whole reply.
  mutating func pressOnGaps(row: Int, column: Int) {
    guard let inspector = conversation.inspector, let areas = gapAreas,
      let reply = inspector.reply.flatMap({ shownTree[$0].reply }), inspector.gaps.count > 0
    else { return }
    let isOnStrip = areas.strip.contains(row: row, column: column)
    if isOnStrip, inspector.gaps.strip == .deltas {
      goToDelta(inspector.gaps.first + column - areas.strip.column)
    } else if isOnStrip || areas.rate.contains(row: row, column: column),
      let slices = inspector.slices
    {
      let cell = column - areas.rate.column
      goToDelta(
        reply.marks.prefix(inspector.gaps.count).partition { slices.cell(of: $0) < cell }
      )
    }
  }
}
