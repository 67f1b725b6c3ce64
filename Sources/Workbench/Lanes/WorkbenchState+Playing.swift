import Conversation

extension WorkbenchState {
  /// Lets the ruler's clock run, from the start where it stands at the end; or stops it.
  mutating func togglePlaying(_ ruler: TimeRuler) {
    guard ruler.playing == nil else {
      conversation.ruler?.playing = nil
      return
    }
    play(from: ruler.place == .end ? 0 : ruler.moment, at: ruler.chosenSpeed)
  }

  /// Lets the clock run from a moment on.
  mutating func play(from moment: UInt64, at speed: PlaySpeed) {
    seek(to: moment)
    guard isInPast else { return }
    conversation.ruler?.playing = TimeRuler.Playing(from: moment, since: now, speed: speed)
  }

  /// Has the clock run as fast as that; one that runs goes on from where it stands.
  mutating func play(at speed: PlaySpeed) {
    conversation.ruler?.chosenSpeed = speed
    guard let playing = conversation.ruler?.playing else {
      let key = keyMap.notation(for: .rulerPlay) ?? "play"
      status = StatusMessage("\(key) plays at \(speed.text)")
      return
    }
    play(from: playing.moment(at: now), at: speed)
  }

  /// The speed that a command asks for; `nil` for one that asks for none.
  static func speed(for command: CommandID, after speed: PlaySpeed) -> PlaySpeed? {
    switch command {
    case .rulerRealTime: .realTime
    case .rulerSlower: speed.stepped(by: -1)
    case .rulerFaster: speed.stepped(by: 1)
    case .rulerSpeed1: PlaySpeed(PlaySpeed.chosen[0])
    case .rulerSpeed2: PlaySpeed(PlaySpeed.chosen[1])
    case .rulerSpeed3: PlaySpeed(PlaySpeed.chosen[2])
    case .rulerSpeed4: PlaySpeed(PlaySpeed.chosen[3])
    case .rulerSpeed5: PlaySpeed(PlaySpeed.chosen[4])
    default: nil
    }
  }

  /// When the clock that runs is due on screen.
  var rulerDue: MonotonicTime? {
    conversation.ruler?.playing.map { _ in now.adding(milliseconds: 33) }
  }
}
