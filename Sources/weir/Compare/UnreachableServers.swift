import Broker
import Conversation

/// Which servers of a comparison are given up, so that one that is down does not cost every answer its attempts.
///
/// One is after so many requests in a row, each with its attempts, that came to nothing before the server had said a byte. One that
/// took the request and is silent until a time limit may be slow, and is not counted.
struct UnreachableServers {
  private static let mostFailures = 3

  private var failures: [Int: Int] = [:]
  private var reasons: [Int: ReplyError] = [:]

  /// Takes how a request ended.
  ///
  /// - Returns: Why the server is given up, where it is from now on.
  mutating func note(_ job: RunningJob) -> ReplyError? {
    note(job.failureToReach, of: job.server)
  }

  /// As above; `failure` is ``RunningReply/failureToReach``.
  mutating func note(_ failure: ReplyError?, of server: Int) -> ReplyError? {
    guard let failure else {
      failures[server] = nil
      reasons[server] = nil
      return nil
    }
    failures[server, default: 0] += 1
    guard failures[server] == Self.mostFailures else { return nil }
    reasons[server] = failure
    return failure
  }

  func isGivenUp(_ server: Int) -> Bool { reasons[server] != nil }

  /// Why a request is not sent there; `nil` where it may be.
  func refusal(of server: Int) -> ReplyError? {
    guard var refusal = reasons[server] else { return nil }
    refusal.problem =
      "not asked, since \(Self.mostFailures) requests in a row did not get through: \(refusal.problem)"
    return refusal
  }
}
