import Synchronization

/// The faults of an endpoint, and how many requests were refused so far.
///
/// A class because connections on any thread share the counts.
final class FaultPlan: Sendable {
  let faults: [Fault]
  private let refused: Mutex<[Fault: Int]>

  init(_ faults: [Fault]) {
    self.faults = faults
    refused = Mutex([:])
  }

  /// How late the head of each response comes, in milliseconds.
  var lateness: Double {
    faults.reduce(0) { sum, fault in
      if case .slowHeaders(let milliseconds) = fault { sum + milliseconds } else { sum }
    }
  }

  /// The status that the request at hand is refused with, which counts as one of those; `nil` where it is answered.
  func takeRefusal() -> Int? {
    refused.withLock { refused in
      for fault in faults {
        guard case .status(let status, let count) = fault else { continue }
        let before = refused[fault, default: 0]
        if let count, before >= count { continue }
        refused[fault] = before + 1
        return status
      }
      return nil
    }
  }
}
