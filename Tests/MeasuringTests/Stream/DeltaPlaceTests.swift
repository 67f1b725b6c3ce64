import Conversation
import Measuring
import Testing

@Suite struct DeltaPlaceTests {
  private static func message(_ deltas: [(Delta.Channel, String)]) -> Message? {
    let preset = Preset(name: "p", endpoint: Endpoint(name: "e", url: "http://h"), model: "m")
    let start = MonotonicTime(nanoseconds: 0)
    var tree = MessageTree(seed: 1)
    let turn = tree.addUserMessage(UserMessage("?"), under: nil, at: WallTime(milliseconds: 0))
    let id = tree.addReply(
      Reply(preset: preset, request: RequestID(1), started: start),
      under: turn,
      at: WallTime(milliseconds: 0),
      beginningWith: "given "
    )
    for (channel, text) in deltas {
      let delta = Delta(channel: channel, text: text, time: start)
      tree.apply(StreamEvent(request: RequestID(1), time: start, kind: .delta(delta)))
    }
    return tree[id]
  }

  @Test func findsTheTextOfEachDeltaInAnyOrder() throws {
    let texts: [(Delta.Channel, String)] = [
      (.reasoning, "hm "), (.content, "ja "), (.reasoning, "漢字"), (.content, "é!"),
    ]
    let message = try #require(Self.message(texts))
    let marks = try #require(message.reply?.marks)
    var place = DeltaPlace()
    for index in [3, 0, 2, 1, 3] {
      place.move(to: index, in: marks)
      #expect(place.text(of: message) == texts[index].1)
    }
    place.move(to: 9, in: marks)
    #expect(place.text(of: message) == "")
  }
}
