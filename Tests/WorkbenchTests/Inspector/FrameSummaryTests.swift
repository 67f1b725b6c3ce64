import Testing

@testable import Workbench

@Suite struct FrameSummaryTests {
  @Test(
    "what a frame brought, in a few words",
    arguments: [
      (#"{"choices":[{"delta":{"role":"assistant","content":null}}]}"#, "role assistant"),
      (#"{"choices":[{"delta":{"content":"a b"}}]}"#, "content \u{201C}a b\u{201D}"),
      (
        #"{"choices":[{"delta":{"reasoning":"hm"},"finish_reason":"length"}]}"#,
        "reasoning \u{201C}hm\u{201D}, finish length"
      ),
      (#"{"choices":[],"usage":{"total_tokens":3},"timings":{}}"#, "usage, timings"),
      (
        #"{"choices":[],"prompt_progress":{"total":36,"cache":0,"processed":20,"time_ms":9}}"#,
        "prompt 20 of 36"
      ),
      (#"{"choices":[],"prompt_progress":{}}"#, "prompt progress"),
      (#"{"error":{"message":"too long"}}"#, "error: too long"),
      ("[DONE]", "the end: [DONE]"), (#"{"x":1}"#, #"{"x":1}"#), ("no JSON", "no JSON"),
    ]
  )
  func words(data: String, words: String) {
    var summary = FrameSummary()
    #expect(summary.text(of: Array(data.utf8)) == words)
  }

  @Test("whether it brought text", arguments: [("a", true), ("", false)])
  func tellsText(content: String, isText: Bool) {
    var summary = FrameSummary()
    for field in ["content", "reasoning", "reasoning_content", "refusal"] {
      let data = "{\"choices\":[{\"delta\":{\"\(field)\":\"\(content)\"}}]}"
      #expect(summary.isText(Array(data.utf8)) == isText)
    }
  }
}
