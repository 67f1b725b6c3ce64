import Testing

@testable import DemoEndpoint

@Suite struct WireScriptTests {
  private let writer = ChunkWriter(model: "m", includesUsage: true, promptTokens: 7)

  private func lines(of wire: WireScript) -> String {
    let bytes = (0..<wire.count).flatMap { wire[$0] }.flatMap { piece -> [UInt8] in
      if case .bytes(let bytes) = piece { bytes } else { [] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func event(_ rest: String) -> String {
    #"data: {"id":"chatcmpl-demo","object":"chat.completion.chunk","created":0,"model":"m","#
      + rest + "}\n\n"
  }

  @Test func streamsRoleDeltasEndingAndUsage() {
    let wire = WireScript.streamed(
      DemoScript([.reasoning("hm"), .content("a \"b\"\n")]),
      by: writer
    )
    #expect(
      lines(of: wire)
        == event(
          #""choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]"#
        )
        + event(
          #""choices":[{"index":0,"delta":{"reasoning_content":"hm"},"finish_reason":null}]"#
        )
        + event(
          #""choices":[{"index":0,"delta":{"content":"a \"b\"\n"},"finish_reason":null}]"#
        )
        + event(#""choices":[{"index":0,"delta":{},"finish_reason":"stop"}]"#)
        + event(
          #""choices":[],"usage":{"prompt_tokens":7,"completion_tokens":2,"total_tokens":9}"#
        )
        + "data: [DONE]\n\n"
    )
  }

  @Test func leavesUsageOutWhereNobodyAsked() {
    let wire = WireScript.streamed(
      DemoScript([]),
      by: ChunkWriter(model: "m", includesUsage: false, promptTokens: 7)
    )
    #expect(!lines(of: wire).contains("usage"))
  }

  @Test func anUnsaidEndingSaysNothing() {
    let wire = WireScript.streamed(DemoScript([.content("a")], ending: .unsaid), by: writer)
    #expect(wire[2] == [.bytes([])])
  }

  @Test func tearsInsideTheFirstMultiByteCharacter() {
    let whole = writer.content("a漢")
    let wire = WireScript.streamed(DemoScript([.torn("a漢")]), by: writer)
    guard case .bytes(let head) = wire[1].first, case .bytes(let tail) = wire[1].last else {
      Issue.record("no two parts")
      return
    }
    #expect(head + tail == whole)
    #expect(head.last == 0xE6)
  }

  @Test func breaksOffInsideAnEvent() {
    let wire = WireScript.streamed(DemoScript([.breakOff], ending: .unsaid), by: writer)
    #expect(
      wire[1] == [.bytes(Array(#"data: {"id":"chatcmpl-demo","object":"ch"#.utf8)), .close]
    )
  }

  @Test func answersInOneObjectAfterAllSilences() {
    let script = DemoScript([
      .wait(milliseconds: 2), .reasoning("hm"), .wait(milliseconds: 3), .torn("漢"), .content("b"),
    ])
    let body =
      #"{"id":"chatcmpl-demo","object":"chat.completion","created":0,"model":"m","choices":"#
      + #"[{"index":0,"message":{"role":"assistant","content":"漢b","reasoning_content":"hm"},"#
      + #""finish_reason":"stop"}],"#
      + #""usage":{"prompt_tokens":4,"completion_tokens":3,"total_tokens":7}}"#
    #expect(
      WireScript.whole(script, model: "m", promptTokens: 4)[0]
        == [.wait(milliseconds: 5), .bytes(Array(body.utf8))]
    )
  }
}
