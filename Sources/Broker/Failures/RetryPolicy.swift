import CCurl

/// Whether and when a failed attempt is repeated.
struct RetryPolicy {
  static let mostAttempts = 3

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
  static func milliseconds(
    after attempt: Int,
    retryAfter: RetryAfter?,
    jitter: Double
  ) -> Double? {
    guard attempt < mostAttempts else { return nil }
    if let retryAfter {
      return retryAfter.isTooLong ? nil : Double(retryAfter.seconds) * 1_000
    }
    let wait = attempt == 1 ? 500.0 : 1_000
    return wait * (0.75 + jitter / 2)
  }
}
