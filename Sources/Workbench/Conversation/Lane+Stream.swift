import Conversation
import Measuring

extension Lane {
  /// Shows a reply that was just asked for.
  mutating func begin(_ request: RequestID, tip: MessageID) {
    self.request = request
    self.tip = tip
    meter = StreamMeter()
    figures = StreamFigures()
    scroll = .following
    followsInSteps = true
    selected = nil
  }

  /// Notes that the stream has ended, with its figures as they stay.
  mutating func finish(reply: Reply, at now: MonotonicTime) {
    refreshFigures(of: reply, now: now)
    figures.waitingSeconds = nil
    figures.retrySeconds = nil
    request = nil
  }

  /// Shows the figures of a reply that was kept.
  mutating func showFigures(of reply: Reply) {
    meter = StreamMeter()
    meter.record(contentsOf: reply.marks.lazy.map(\.arrival))
    let end = reply.ended ?? reply.marks.last?.time ?? reply.started
    figures = StreamFigures(reply: reply, meter: meter, now: end)
  }

  mutating func refreshFigures(of reply: Reply, now: MonotonicTime) {
    figures = StreamFigures(reply: reply, meter: meter, now: now)
  }
}

extension Lane {
  /// Goes back to an empty conversation with the same preset.
  mutating func startOver() {
    var lane = Lane(id: id, preset: preset, tip: nil)
    lane.cell = cell
    lane.weight = weight
    self = lane
  }
}
