import DemoEndpoint
import Testing

@Suite struct FaultReaderTests {
  @Test(
    arguments: [
      ("", []),
      ("stall@3s", [Fault.stall(.milliseconds(3_000), milliseconds: 30_000)]),
      ("stall@25%:200ms", [.stall(.share(0.25), milliseconds: 200)]),
      ("drop@40%, 429:2", [.drop(.share(0.4)), .status(429, count: 2)]),
      ("503", [.status(503, count: nil)]),
      ("slow-headers", [.slowHeaders(milliseconds: 3_000)]),
      ("slow-headers:1.5s,split-utf8", [.slowHeaders(milliseconds: 1_500), .splitUTF8]),
      ("garbage@0%,error@100%", [.garbage(.share(0)), .envelope(.share(1))]),
      (
        "dribble,no-end,comments,crlf,empty,plain,html",
        [.dribble, .noEnd, .comments, .crlf, .empty, .plain, .html]
      ),
    ] as [(String, [Fault])]
  )
  func reads(text: String, faults: [Fault]) throws {
    #expect(try FaultReader.faults(in: text) == faults)
  }

  @Test(
    "refuses what it does not know, and says what there is",
    arguments: [
      "x", "stall", "stall@", "stall@3", "stall@-1s", "stall@101%", "stall@3s:", "drop@3s:2s",
      "drop",
      "200", "399:1", "600", "429:0", "429:-1", "429:x", "split-utf8:3", "slow-headers:",
      "stall@9h",
      "slow-headers:2h", "drop@nan%", "drop@inf%",
    ]
  )
  func refuses(text: String) {
    let refusal = #expect(throws: FaultReader.Refusal.self) { try FaultReader.faults(in: text) }
    #expect(refusal?.description.contains("there is no fault \"\(text)\"") == true)
    #expect(refusal?.description.contains("stall@PLACE[:TIME]") == true)
  }
}
