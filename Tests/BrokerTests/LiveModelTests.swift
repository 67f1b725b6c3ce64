import Broker
import Conversation
import Foundation
import Support
import Testing

/// Against a real model, where `WEIR_LIVE_URL` names its base URL.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["WEIR_LIVE_URL"] != nil))
struct LiveModelTests {
  private static var preset: Preset {
    let url = ProcessInfo.processInfo.environment["WEIR_LIVE_URL"] ?? ""
    var preset = Preset.probing(url)
    preset.parameters = [.maxTokens: 32, .temperature: 0.0, .seed: 7]
    return preset
  }

  private static let messages = [ChatMessage(role: .user, content: "Count one to five")]

  @Test func countsInSeveralDeltasOverTime() throws {
    let probe = Probe()
    probe.broker.start(
      ChatRequest(id: RequestID(1), preset: Self.preset, messages: Self.messages)
    )
    let events = try probe.events()
    let marks = events.flatMap { event in
      if case .delta(let delta) = event.kind { delta.marks } else { [] as [Delta.Mark] }
    }
    let times = Set(marks.map(\.time))
    #expect(marks.count > 1)
    #expect(times.count > 1)
    let reply = ProbedReply(events)
    #expect(!reply.content.isEmpty)
    #expect(reply.usage?.completionTokens != nil)
    #expect(reply.error == nil)
  }

  @Test func givesTheSameTextStreamedAndNot() throws {
    let probe = Probe()
    let streamed = try probe.reply(Self.preset, Self.messages)
    let whole = try probe.reply(Self.preset, Self.messages, delivery: .whole)
    #expect(streamed.content == whole.content)
    #expect(streamed.endings == whole.endings)
    #expect(try probe.broker.chat(Self.preset, Self.messages) == streamed.content)
  }
}
