import Testing

@testable import Broker

@Suite struct RetryPolicyTests {
  @Test(
    "doubles with jitter, twice at most",
    arguments: [
      (1, 0.5, 500), (2, 0.5, 1_000), (3, 0.5, nil), (1, 0, 375), (1, 1, 625), (2, 1, 1_250),
    ] as [(Int, Double, Double?)]
  )
  func doubles(attempt: Int, jitter: Double, milliseconds: Double?) {
    let wait = RetryPolicy().milliseconds(after: attempt, retryAfter: nil, jitter: jitter)
    #expect(wait == milliseconds)
  }

  @Test(
    "obeys the server up to two minutes",
    arguments: [(1, 1_000), (120, 120_000), (121, nil)] as [(Int, Double?)]
  )
  func obeys(seconds: Int, milliseconds: Double?) {
    let retryAfter = RetryAfter(seconds: seconds)
    let wait = RetryPolicy().milliseconds(after: 1, retryAfter: retryAfter, jitter: 0.3)
    #expect(wait == milliseconds)
  }
}
