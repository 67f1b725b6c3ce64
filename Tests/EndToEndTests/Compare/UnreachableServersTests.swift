import Conversation
import Testing

@testable import weir

@Suite struct UnreachableServersTests {
  private static let refused = Ending.failed(
    ReplyError(kind: .transport, source: "e", problem: "nothing listens")
  )

  /// A request that went through some phases and ended.
  private func job(_ phases: [RequestPhase], _ ending: Ending, on server: Int = 0) -> RunningJob {
    let request = RequestID(1)
    var job = RunningJob(
      .answer(group: 0, lane: 0),
      on: server,
      preset: Preset(name: "p", endpoint: Endpoint(name: "e", url: "http://e/v1"), model: "m"),
      messages: [],
      request: request,
      mode: AskingMode()
    )
    for kind in phases.map(StreamEvent.Kind.phase) + [.ended(ending)] {
      _ = job.take(StreamEvent(request: request, time: .now(), kind: kind))
    }
    return job
  }

  @Test func threeFailuresInARowGiveAServerUpAndNoOther() {
    var servers = UnreachableServers()
    for _ in 1...2 { #expect(servers.note(job([.connecting], Self.refused)) == nil) }
    #expect(servers.refusal(of: 0) == nil)
    #expect(servers.note(job([.connecting, .sent], Self.refused))?.problem == "nothing listens")
    #expect(
      servers.refusal(of: 0)?.problem
        == "not asked, since 3 requests in a row did not get through: nothing listens"
    )
    #expect(servers.refusal(of: 1) == nil)
    #expect(servers.note(job([.connecting], Self.refused)) == nil)
  }

  @Test func anAnswerTakesItBack() {
    var servers = UnreachableServers()
    for _ in 1...3 { _ = servers.note(job([.connecting], Self.refused)) }
    #expect(servers.isGivenUp(0))
    _ = servers.note(job([.connecting, .sent, .answering], .finished(reason: "stop")))
    #expect(!servers.isGivenUp(0))
    #expect(servers.note(job([.connecting], Self.refused)) == nil)
  }

  @Test(
    "does not count",
    arguments: [
      ([.connecting, .sent, .answering], refused), ([.connecting, .sent], .incomplete),
      (
        [.connecting, .sent],
        .failed(
          ReplyError(kind: .transport, source: "e", problem: "no answer", isTimeLimit: true)
        )
      ),
      ([.connecting, .sent], .failed(ReplyError(kind: .api, source: "e", problem: "401"))),
    ] as [([RequestPhase], Ending)]
  )
  func doesNotCount(phases: [RequestPhase], ending: Ending) {
    #expect(job(phases, ending).failureToReach == nil)
  }

  @Test func aTimeLimitOfConnectingCounts() {
    let error = ReplyError(kind: .transport, source: "e", problem: "no", isTimeLimit: true)
    #expect(job([.connecting], .failed(error)).failureToReach == error)
    #expect(job([.connecting, .sent, .connecting], .failed(error)).failureToReach == error)
  }

  @Test func theJudgeSharesTheBoundOfItsServer() {
    let presets = ["http://a/v1", "http://b/v1", "http://A/v2"].map {
      Preset(name: $0, endpoint: Endpoint(name: $0, url: $0), model: "m")
    }
    let plan = ComparePlan(
      lanes: ComparisonLane.lanes(of: Array(presets.prefix(2))),
      runs: 1,
      judge: presets[2],
      mode: AskingMode(),
      bound: 3,
      expected: []
    )
    #expect(plan.bounds == [3, 3])
    #expect(plan.judgeServer == plan.server(ofLane: 0))
  }
}
