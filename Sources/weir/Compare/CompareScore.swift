import Conversation
import Measuring
import Reports

/// What a comparison has come to so far.
struct CompareScore {
  private let lanes: [ComparisonLane]
  private var figures: [LaneFigures]
  var tally = Tally()
  /// Where the line of each answer begins in the file, in the order of the plan; -1 where there is none.
  var places: [Int] = []
  /// Answers that came now, and those that were there already.
  private(set) var answered = 0
  private(set) var reused = 0
  private(set) var errors = 0
  private(set) var timeLimits = 0
  var judgeTroubles = 0

  init(lanes: [ComparisonLane]) {
    self.lanes = lanes
    figures = lanes.map { _ in LaneFigures() }
  }

  mutating func count(
    _ record: AnswerRecord,
    lane: Int,
    place: Int,
    offset: Int,
    isReused: Bool
  ) {
    let answer = record.figures
    figures[lane].count(answer)
    places[place] = offset
    if isReused { reused += 1 } else { answered += 1 }
    if answer.outcome != .whole { errors += 1 }
    if record.object["error"]?["time_limit"]?.asBool == true { timeLimits += 1 }
  }

  var compared: [ComparedLane] {
    zip(lanes, figures).map { lane, figures in
      ComparedLane(
        label: lane.label,
        preset: lane.preset.name,
        figures: figures,
        standing: tally[lane.label]
      )
    }
  }

  var unmet: Int { figures.reduce(0) { $0 + $1.unmet } }
}
