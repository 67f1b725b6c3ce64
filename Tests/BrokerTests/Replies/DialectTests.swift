import Conversation
import Testing

@testable import Broker

/// The dialects of servers that were seen on the wire, one case each.
@Suite struct DialectTests {
  /// A body as a server sends it, and what it means.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: String
    let expected: ProbedReply

    init(_ name: String, _ body: String, _ expect: (inout ProbedReply) -> Void) {
      testDescription = name
      self.body = body
      var expected = ProbedReply()
      expected.endings = [.finished(reason: "stop")]
      expect(&expected)
      self.expected = expected
    }
  }

  @Test("reads every dialect, wherever it is cut", arguments: DialectCases.all)
  func reads(_ test: Case) {
    #expect(DecodedReply.of(test.body) == test.expected)
    #expect(DecodedReply.differences(of: test.body, from: test.expected) == [])
  }
}
