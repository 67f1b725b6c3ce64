import Testing

@testable import DemoEndpoint

@Suite struct WireBodyTests {
  private func buffers(of pieces: [[WirePiece]]) async throws -> [[UInt8]] {
    let script = WireScript(count: pieces.count) { pieces[$0] }
    var iterator = WireBody(script: script, pace: DemoPace(scale: 0), answer: AnswerCount().begin())
      .makeAsyncIterator()
    var buffers: [[UInt8]] = []
    while let buffer = try await iterator.nextBuffer(suggested: 1) { buffers.append(buffer) }
    return buffers
  }

  @Test func sendsTogetherWhatNoSilenceParts() async throws {
    let buffers = try await buffers(of: [
      [.bytes([1]), .bytes([2])], [.bytes([3]), .wait(milliseconds: 1), .bytes([4])], [.bytes([5])],
    ])
    #expect(buffers == [[1, 2, 3], [4, 5]])
  }

  @Test func endsABufferWhenItIsFull() async throws {
    let block = [UInt8](repeating: 0, count: 10_000)
    let buffers = try await buffers(of: [[.bytes(block)], [.bytes(block)], [.bytes(block)]])
    #expect(buffers.map(\.count) == [20_000, 10_000])
  }

  @Test func breaksOffAfterWhatCameBefore() async throws {
    let script = WireScript(count: 1) { _ in [.bytes([1]), .close, .bytes([2])] }
    var iterator = WireBody(script: script, pace: DemoPace(), answer: AnswerCount().begin())
      .makeAsyncIterator()
    let first = try await iterator.nextBuffer(suggested: 1)
    #expect(first == [1])
    await #expect(throws: WireBody.BrokenOff.self) {
      try await iterator.nextBuffer(suggested: 1)
    }
  }
}
