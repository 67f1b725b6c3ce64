import Synchronization

/// How many answers are being sent; a class because connections on any thread share the count.
final class AnswerCount: Sendable {
  /// One answer, until the last reference to it goes.
  final class Answer: Sendable {
    private let count: AnswerCount

    fileprivate init(_ count: AnswerCount) {
      self.count = count
      count.current.withLock { $0 += 1 }
    }

    deinit { count.current.withLock { $0 -= 1 } }
  }

  private let current = Mutex(0)

  var isZero: Bool { current.withLock { $0 == 0 } }

  func begin() -> Answer { Answer(self) }
}
