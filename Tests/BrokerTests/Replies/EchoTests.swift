import Conversation
import Testing

@testable import Broker

@Suite struct EchoTests {
  private static func stream(_ texts: [String]) -> String {
    texts.map { text in
      #"data: {"choices":[{"delta":{"content":\#(JSONValue.string(text).text)}}]}"# + "\n\n"
    }
    .joined() + "data: [DONE]\n\n"
  }

  private static func content(_ body: String, given: String, _ form: PrefillForm) -> String {
    DecodedReply.of([Array(body.utf8)[...]], given: given, prefill: form).content
  }

  @Test func dropsWhatAWholeAnswerRepeats() {
    let body = #"{"choices":[{"message":{"content":"One, two"},"finish_reason":"stop"}]}"#
    #expect(Self.content(body, given: "One,", .message) == " two")
    #expect(Self.content(body, given: "Two", .message) == "One, two")
  }

  @Test(
    "drops what a stream repeats, and nothing else",
    arguments: [
      (["One,", " two"], " two"), (["On", "e, two"], " two"), (["One, two"], " two"),
      ([" two"], " two"), (["On", " no"], "On no"), (["On"], "On"), (["One,"], ""),
    ]
  )
  func drops(_ texts: [String], _ expected: String) {
    #expect(Self.content(Self.stream(texts), given: "One,", .prefix) == expected)
  }

  @Test func leavesAStreamAloneWhoseServerRepeatsNothing() {
    #expect(Self.content(Self.stream(["ha", " ha"]), given: "ha", .message) == "ha ha")
  }

  @Test func mayEndWithNothingNew() {
    let body = #"data: {"choices":[{"delta":{},"finish_reason":"stop"}]}"# + "\n\ndata: [DONE]\n\n"
    let reply = DecodedReply.of([Array(body.utf8)[...]], given: "One.", prefill: .message)
    #expect(reply.endings == [.finished(reason: "stop")])
  }
}
