import Conversation
import Measuring

extension WorkbenchState {
  mutating func performOnGapsPage(_ command: CommandID) {
    guard let inspector = conversation.inspector, let shown = inspector.gaps.shown else { return }
    let (columns, stalls) = (inspector.gaps.columns, inspector.arrivals.stalls)
    switch command {
    case .inspectorBackward: goToDelta(shown - 1)
    case .inspectorForward, .inspectorLogProbs: goToDelta(shown + 1)
    case .inspectorUp: goToDelta(shown - 10)
    case .inspectorDown: goToDelta(shown + 10)
    case .inspectorPageUp: goToDelta(shown - columns)
    case .inspectorPageDown: goToDelta(shown + columns)
    case .inspectorNextMark: goToDelta(stalls.first { $0 > shown } ?? inspector.gaps.count)
    case .inspectorPreviousMark: goToDelta(stalls.last { $0 < shown } ?? 0)
    case .inspectorStart: goToDelta(0)
    case .inspectorEnd: goToDelta(inspector.gaps.count)
    default: break
    }
  }

  private mutating func goToDelta(_ delta: Int) {
    guard let reply = conversation.inspector?.reply.flatMap({ tree[$0].reply }) else { return }
    conversation.inspector?.gaps.go(to: delta, reply.marks)
  }

  /// Goes to the delta at a column of the strip, or at a moment of the row that stands for the whole reply.
  mutating func pressOnGaps(row: Int, column: Int) {
    guard let inspector = conversation.inspector, let areas = gapAreas,
      let reply = inspector.reply.flatMap({ tree[$0].reply }), inspector.gaps.count > 0
    else { return }
    if areas.strip.contains(row: row, column: column) {
      goToDelta(inspector.gaps.first + column - areas.strip.column)
    } else if areas.rate.contains(row: row, column: column), let course = inspector.time.course {
      let share = Double(column - areas.rate.column) / Double(max(1, areas.rate.columns))
      let moment = reply.started.adding(milliseconds: share * course.total)
      goToDelta(Self.firstDelta(in: reply.marks.prefix(inspector.gaps.count), at: moment))
    }
  }

  /// The first delta that came at a moment or later.
  private static func firstDelta(in marks: ArraySlice<Reply.Mark>, at moment: MonotonicTime) -> Int
  {
    var range = marks.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        marks[middle].time < moment
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
