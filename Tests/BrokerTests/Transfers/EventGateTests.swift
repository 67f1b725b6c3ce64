import Conversation
import Testing

@testable import Broker

@Suite struct EventGateTests {
  private static let id = RequestID(1)
  private static let event = StreamEvent(
    request: id,
    time: MonotonicTime(nanoseconds: 1),
    kind: .keepAlive
  )

  @Test func dropsStragglersOfADeadRequest() {
    let buffer = RenderBuffer {}
    let gate = EventGate()
    #expect(gate.open(Self.id, to: buffer))
    gate.deliver([Self.event], of: Self.id)
    #expect(gate.end(Self.id, .cancelled))
    gate.deliver([Self.event], of: Self.id)
    #expect(!gate.end(Self.id, .incomplete))
    #expect(buffer.drain().map(\.kind) == [.keepAlive, .ended(.cancelled)])
  }

  @Test func ignoresARequestItDoesNotKnow() {
    #expect(!EventGate().end(Self.id, .cancelled))
  }

  @Test func endsEverythingWhenItCloses() {
    let buffer = RenderBuffer {}
    let gate = EventGate()
    #expect(gate.open(Self.id, to: buffer))
    gate.close()
    #expect(!gate.isOpen(Self.id))
    #expect(!gate.open(RequestID(2), to: buffer))
    #expect(buffer.drain().map(\.kind) == [.ended(.cancelled)])
  }
}
