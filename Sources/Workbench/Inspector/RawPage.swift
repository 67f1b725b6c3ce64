import Conversation
import Recording

/// The page of what went over the wire: the frames of the stream, or the heads of request and response.
package struct RawPage: Sendable {
  package private(set) var frames = WireFrames()
  package private(set) var attempt = 0
  /// Whether the heads are shown, and not the frames.
  package internal(set) var showsHeads = false
  /// The frame at the cursor; `nil` goes along with the last one.
  package private(set) var cursor: Int?
  /// The first frame in view.
  package private(set) var top = 0
  private var readBytes = 0
  private var isWhole = false

  /// The frame at the cursor; `nil` where there is none.
  package var shown: Int? {
    frames.frames.isEmpty ? nil : min(cursor ?? .max, frames.frames.count - 1)
  }

  /// Takes in what a log has gained; each byte is looked at once.
  mutating func take(_ log: WireLog, isWhole: Bool) {
    if log.attempt != attempt || log.body.count < readBytes || self.isWhole && !isWhole {
      (frames, attempt, self.isWhole) = (WireFrames(), log.attempt, false)
    }
    guard !self.isWhole else { return }
    readBytes = log.body.count
    self.isWhole = isWhole
    if isWhole { frames.finish(log) } else { frames.read(log) }
  }

  mutating func move(by step: Int, height: Int) {
    guard let shown else { return }
    go(to: shown + step, height: height)
  }

  /// Goes to a frame; the last one is followed.
  mutating func go(to frame: Int, height: Int) {
    cursor = frame >= frames.frames.count - 1 ? nil : max(0, frame)
    fit(height: height)
  }

  /// Goes to the next frame with something odd, or the one before.
  mutating func goToOddity(isForward: Bool, height: Int) {
    guard let shown else { return }
    let all = frames.frames
    let next =
      isForward
      ? all.indices.first { $0 > shown && !all[$0].oddities.isEmpty }
      : all.indices.last { $0 < shown && !all[$0].oddities.isEmpty }
    if let next { go(to: next, height: height) }
  }

  /// Has the cursor's row in view with as little movement as may be.
  mutating func fit(height: Int) {
    let shown = shown ?? 0
    top = max(0, min(top, frames.frames.count - height))
    if shown < top { top = shown }
    if shown >= top + height { top = shown - height + 1 }
  }
}
