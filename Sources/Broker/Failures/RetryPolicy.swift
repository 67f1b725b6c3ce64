import CCurl

/// Whether and when a failed attempt is repeated.
package struct RetryPolicy: Sendable {
  static let mostAttempts = 3

  /// The wait before the second attempt; it doubles for the third.
  package var firstWaitMilliseconds = 500.0

  package init() {}

  /// Whether another try may go better: time-outs and conflicts on the server's side, too many requests, 5xx.
  static func isPassing(status: Int) -> Bool {
    [408, 409, 429].contains(status) || (500...599).contains(status)
  }

  /// Whether the connection failed in a way that another try may mend.
  static func isPassing(_ code: CURLcode) -> Bool {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT,
      CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE:
      true
    default: false
    }
  }

  /// When the next attempt begins, counted from now.
  ///
  /// - Parameters:
  ///   - attempt: The attempt that failed, from 1.
  ///   - retryAfter: What the server asks for, which goes first.
  ///   - jitter: From 0 to 1; spreads the waits of many clients.
  /// - Returns: The wait before the next attempt; `nil` when there is none.
  func milliseconds(
    after attempt: Int,
    retryAfter: RetryAfter?,
    jitter: Double
  ) -> Double? {
    guard attempt < Self.mostAttempts else { return nil }
    if let retryAfter {
      return retryAfter.isTooLong ? nil : Double(retryAfter.seconds) * 1_000
    }
    return firstWaitMilliseconds * Double(1 << (attempt - 1)) * (0.75 + jitter / 2)
  }
}
