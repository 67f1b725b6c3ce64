import Conversation
import Recording

/// The page of what went over the wire: the frames of the stream, or the request and the heads.
package struct RawPage: Sendable {
  package private(set) var frames = WireFrames()
  package private(set) var attempt = 0
  package private(set) var filter = FrameFilter.all
  /// The frames with something odd, ascending.
  package private(set) var odd: [Int] = []
  package internal(set) var search: FrameSearch?
  /// The request and the heads.
  package internal(set) var heads = WireHeads()
  /// Whether these are shown, and not the frames.
  package internal(set) var showsHeads = false
  /// The frame at the cursor; `nil` goes along with the last one.
  package private(set) var cursor: Int?
  /// The first row in view.
  package private(set) var top = 0
  /// The frames that the filter lets through, where it looks at what they brought.
  private var listed: [Int] = []
  /// How many frames the filter has looked at.
  private var filtered = 0
  private var readBytes = 0
  private var isWhole = false

  /// The rows of the list: the frames that the filter lets through.
  package var rowCount: Int {
    switch filter {
    case .all: frames.frames.count
    case .odd: odd.count
    case .text, .other: listed.count
    }
  }

  /// The frame that stands in a row.
  package func frame(atRow row: Int) -> Int {
    switch filter {
    case .all: row
    case .odd: odd[row]
    case .text, .other: listed[row]
    }
  }

  /// The row of a frame, else of the one before it that is listed.
  private func row(ofFrame frame: Int) -> Int {
    let rows =
      switch filter {
      case .all: min(frame, rowCount - 1)
      case .odd: odd.partition { $0 <= frame } - 1
      case .text, .other: listed.partition { $0 <= frame } - 1
      }
    return max(0, rows)
  }

  /// The row at the cursor; `nil` where there is none.
  package var shownRow: Int? { rowCount > 0 ? row(ofFrame: cursor ?? .max) : nil }

  /// The frame at the cursor; `nil` where there is none.
  package var shown: Int? { shownRow.map(frame) }

  /// Takes in what a log has gained; each byte is looked at once.
  mutating func take(_ log: WireLog, isWhole: Bool) {
    if log.attempt != attempt || log.body.count < readBytes || self.isWhole && !isWhole {
      startOver(log.attempt)
    }
    if !self.isWhole {
      readBytes = log.body.count
      self.isWhole = isWhole
      let known = frames.frames.count
      if isWhole { frames.finish(log) } else { frames.read(log) }
      for index in known..<frames.frames.count where !frames.frames[index].oddities.isEmpty {
        odd.append(index)
      }
    }
    list(log)
    look(through: log)
  }

  private mutating func startOver(_ attempt: Int) {
    self.attempt = attempt
    (frames, isWhole) = (WireFrames(), false)
    (odd, listed, filtered) = ([], [], 0)
    search?.startOver()
  }

  private mutating func list(_ log: WireLog) {
    guard filter == .text || filter == .other, filtered < frames.frames.count else { return }
    var summary = FrameSummary()
    while filtered < frames.frames.count {
      let isText = summary.isText(frames.frames[filtered].data(in: log.body))
      if isText == (filter == .text) { listed.append(filtered) }
      filtered += 1
    }
  }

  private mutating func look(through log: WireLog) {
    guard var search else { return }
    // Held twice, it would be copied by what it finds.
    self.search = nil
    search.look(rows: rowCount, frame: frame(atRow:), of: frames, in: log.body)
    self.search = search
  }
}

extension RawPage {
  /// Lists other frames; the cursor stays at its frame, or goes to the one before it that is listed.
  mutating func nextFilter() {
    filter = filter.next
    (listed, filtered) = ([], 0)
    search?.startOver()
  }

  mutating func move(by step: Int, height: Int) {
    if let shownRow { go(toRow: shownRow + step, height: height) }
  }

  /// Goes to a row; the last one is followed.
  mutating func go(toRow row: Int, height: Int) {
    guard rowCount > 0 else { return }
    cursor = row >= rowCount - 1 ? nil : frame(atRow: max(0, row))
    fit(height: height)
  }

  /// Goes to a frame that is listed; `nil` follows the last one.
  mutating func go(to frame: Int?, height: Int) {
    go(toRow: frame.map(row(ofFrame:)) ?? .max, height: height)
  }

  /// Goes to the next listed frame with something odd, or the one before.
  mutating func goToOddity(isForward: Bool, height: Int) {
    guard let shown else { return }
    let place = odd.partition { isForward ? $0 <= shown : $0 < shown }
    let rest = isForward ? odd[place...].first : odd[..<place].last
    if let rest, frame(atRow: row(ofFrame: rest)) == rest { go(to: rest, height: height) }
  }

  /// Goes to the next frame that a search found, or the one before, round at the ends.
  mutating func goToHit(by step: Int, height: Int) {
    guard let shown, let hit = search?.hit(after: shown, by: step) else { return }
    go(to: hit, height: height)
  }

  /// Goes to the hit that is nearest to where the search began, else back there.
  mutating func goToNearestHit(height: Int) {
    guard let search else { return }
    go(to: search.hit(from: search.origin ?? .max) ?? search.origin, height: height)
  }

  /// Has the cursor's row in view with as little movement as may be.
  mutating func fit(height: Int) {
    let shown = shownRow ?? 0
    top = max(0, min(top, rowCount - height))
    if shown < top { top = shown }
    if shown >= top + height { top = shown - height + 1 }
  }
}
