import Conversation
import Support
import Testing
import Workbench

@Suite struct DetailsScreenTests {
  private static let sizes = [(40, 120), (24, 80), (12, 40)]

  @Test("the details of a reply that was continued", arguments: sizes)
  func details(rows: Int, columns: Int) {
    var presets = WorkbenchHarness.presets
    presets[0].endpoint.prefill = .message
    presets[0].contextWindow = 64
    presets[0].parameters = [.maxTokens: 24]
    var harness = WorkbenchHarness(rows: rows, columns: columns, presets: presets)
    harness.say("Count one to five")
    harness.receive("one, two, thr")
    harness.end(.finished(reason: "length"))
    harness.wait(milliseconds: 1_000)
    harness.press("Esc c")
    harness.wait(milliseconds: 182)
    harness.receive("ee, four")
    if let id = harness.requests.last?.id {
      harness.receive(.usage(Usage(promptTokens: 41, completionTokens: 20)), for: id)
    }
    harness.end()
    harness.press("d")
    if case .describeRequest(let id, _, _)? = harness.effects.last {
      let command = "curl -N 'http://hossenfelder:8080/v1/chat/completions' \\\n  --data-raw '{}'"
      let description = RequestDescription(command: command, shown: command)
      harness.apply(.requestDescribed(description, of: id))
    }
    expectSnapshot(harness.screen(), named: "details-\(columns)x\(rows)")
    harness.press("Esc i")
    harness.say("/prefill Sure, here is what you asked for")
    expectSnapshot(harness.screen(), named: "prefill-\(columns)x\(rows)")
  }
}
