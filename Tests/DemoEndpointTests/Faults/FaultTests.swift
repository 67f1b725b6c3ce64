import Broker
import Conversation
import Testing

@testable import DemoEndpoint

/// What a client sees of each fault, over real connections.
@Suite(.timeLimit(.minutes(1))) struct FaultTests {
  private static func reply(_ faults: String, model: String = "tour") async throws -> Message {
    let faults = try FaultReader.faults(in: faults)
    return try await DemoClient(faults: faults).reply(from: model)
  }

  /// The kind of error that a reply ended with.
  private static func failure(of message: Message) -> ReplyError.Kind? {
    guard case .failed(let error)? = message.reply?.ending else { return nil }
    return error.kind
  }

  @Test(
    "arrives whole, however it is sent",
    arguments: ["split-utf8", "comments", "crlf", "plain"]
  )
  func harmless(faults: String) async throws {
    let message = try await Self.reply(faults, model: "split-utf8")
    #expect(message.content == DemoText.splitUTF8)
    #expect(message.reply?.ending == .finished(reason: "stop"))
  }

  @Test func arrivesByteByByte() async throws {
    let message = try await Self.reply("dribble", model: "flat-3")
    #expect(message.content == "w000001 w000002 w000003 ")
    #expect(message.reply?.ending == .finished(reason: "stop"))
  }

  @Test func keepsWhatCameBeforeTheConnectionDropped() async throws {
    let message = try await Self.reply("drop@40%", model: "flat-100")
    #expect(Self.failure(of: message) == .transport)
    #expect(message.content.hasPrefix("w000001 ") && message.content.hasSuffix("w000039 "))
  }

  @Test func keepsWhatCameBeforeTheErrorEnvelope() async throws {
    let message = try await Self.reply("error@50%", model: "flat-10")
    #expect(Self.failure(of: message) == .api)
    #expect(message.content.hasPrefix("w000001 "))
  }

  @Test func isIncompleteWithoutAnEnd() async throws {
    let message = try await Self.reply("no-end", model: "flat-3")
    #expect(message.reply?.ending == .incomplete)
    #expect(message.content == "w000001 w000002 w000003 ")
  }

  @Test(
    arguments: [
      ("503", ReplyError.Kind.api), ("empty", .shape), ("html", .decode), ("garbage@50%", .decode),
    ]
  )
  func fails(faults: String, kind: ReplyError.Kind) async throws {
    #expect(Self.failure(of: try await Self.reply(faults)) == kind)
  }

  @Test func refusesTheFirstRequestsAlone() async throws {
    let client = try await DemoClient(faults: [.status(429, count: 2)])
    var failures: [ReplyError.Kind?] = []
    for _ in 0..<3 { failures.append(Self.failure(of: await client.reply(from: "flat-1"))) }
    #expect(failures == [.api, .api, nil])
  }

  @Test func stallsAtItsPlaceForItsTime() {
    let writer = ChunkWriter(model: "m", includesUsage: false, promptTokens: 1)
    let steps: [DemoStep] = (0..<4).flatMap { [.wait(milliseconds: 100), .content("\($0)")] }
    let wire = WireScript.streamed(DemoScript(steps), by: writer)
    let stalled = wire.with([.stall(.milliseconds(200), milliseconds: 5_000)])
    #expect(
      (0..<stalled.count).map { stalled[$0] }.flatMap(\.self).waits == [100, 5_000, 100, 100, 100]
    )
    let late = wire.with([.stall(.milliseconds(9_000), milliseconds: 5_000)])
    #expect((0..<late.count).map { late[$0] }.flatMap(\.self).waits == [100, 100, 100, 100, 5_000])
  }

  @Test func countsTheLatenessOfHeads() throws {
    let plan = FaultPlan(try FaultReader.faults(in: "slow-headers:2s,slow-headers:1s,drop@1s"))
    #expect(plan.lateness == 3_000)
  }
}

extension [WirePiece] {
  /// The silences, in milliseconds.
  fileprivate var waits: [Double] {
    compactMap { piece in if case .wait(let milliseconds) = piece { milliseconds } else { nil } }
  }
}
