import Broker
import Conversation
import Synchronization
import Testing

@Suite struct RenderBufferTests {
  private static func delta(
    _ text: String,
    _ channel: Delta.Channel = .content,
    request: Int = 1,
    at nanoseconds: UInt64
  ) -> StreamEvent {
    let time = MonotonicTime(nanoseconds: nanoseconds)
    return StreamEvent(
      request: RequestID(request),
      time: time,
      kind: .delta(Delta(channel: channel, text: text, time: time))
    )
  }

  @Test func mergesTextOfOneRequestAndChannelAndKeepsEveryMark() {
    let buffer = RenderBuffer {}
    buffer.append(Self.delta("a", at: 1))
    buffer.append(contentsOf: [Self.delta("bé", at: 2), Self.delta("c", at: 3)])
    let marks = [(1, 1), (2, 3), (3, 1)].map { time, length in
      Delta.Mark(time: MonotonicTime(nanoseconds: time), lengthInBytes: length)
    }
    #expect(
      buffer.drain() == [
        StreamEvent(
          request: RequestID(1),
          time: MonotonicTime(nanoseconds: 3),
          kind: .delta(Delta(channel: .content, text: "abéc", marks: marks))
        )
      ]
    )
  }

  @Test func keepsRequestsChannelsAndOtherEventsApart() {
    let events = [
      Self.delta("a", at: 1), Self.delta("b", .reasoning, at: 2), Self.delta("c", at: 3),
      Self.delta("d", request: 2, at: 4),
      StreamEvent(
        request: RequestID(2),
        time: MonotonicTime(nanoseconds: 5),
        kind: .keepAlive
      ),
      Self.delta("e", request: 2, at: 6),
    ]
    let buffer = RenderBuffer {}
    events.forEach(buffer.append)
    #expect(buffer.drain() == events)
  }

  @Test func wakesOnceABurst() {
    let wakes = Mutex(0)
    let buffer = RenderBuffer { wakes.withLock { $0 += 1 } }
    buffer.append(Self.delta("a", at: 1))
    buffer.append(Self.delta("b", at: 2))
    #expect(wakes.withLock(\.self) == 1)
    _ = buffer.drain()
    buffer.append(Self.delta("c", at: 3))
    #expect(wakes.withLock(\.self) == 2)
    buffer.append(contentsOf: [])
    #expect(wakes.withLock(\.self) == 2)
  }

  @Test func isEmptyAfterADrain() {
    let buffer = RenderBuffer {}
    buffer.append(Self.delta("a", at: 1))
    _ = buffer.drain()
    #expect(buffer.drain() == [])
  }
}
