import Synchronization

/// Which recording answers next: one after the other, then from the first again.
///
/// A class because connections on any thread share the turn.
final class RecordingShow: Sendable {
  let recordings: [ServedRecording]
  private let turn = Mutex(0)

  init(_ recordings: [ServedRecording]) {
    self.recordings = recordings
  }

  /// The longest that a head comes after its request, in milliseconds.
  var longestHead: Double { recordings.map(\.headMilliseconds).max() ?? 0 }

  /// `nil` where there are none, and the demo answers itself.
  func next() -> ServedRecording? {
    guard !recordings.isEmpty else { return nil }
    return turn.withLock { turn in
      defer { turn = (turn + 1) % recordings.count }
      return recordings[turn]
    }
  }
}
