import Conversation
import Testing

@testable import Archive

@Suite struct SpeedsTests {
  private let directory = TemporaryDirectory()

  /// An answer that was sent at 10 ms, and whose deltas came at these moments.
  private func reply(_ preset: String, _ moments: [UInt64], tokens: Int?) -> Reply {
    var reply = Reply.plain(preset: preset)
    reply.sent = MonotonicTime(nanoseconds: 10_000_000)
    reply.marks = moments.map {
      Reply.Mark(
        Delta.Mark(time: MonotonicTime(nanoseconds: $0 * 1_000_000), lengthInBytes: 1),
        of: .content
      )
    }
    reply.firstDelta = reply.marks.first?.time
    if let tokens { reply.usage = Usage(completionTokens: tokens) }
    return reply
  }

  @Test func givesThoseOfTheWholeAnswersOfAPresetTheNewestFirst() throws {
    let archive = Archive(path: directory.path + "/weir.sqlite")
    var conversation = StoredConversation.plain("T", ["q", "a", "r", "b", "s", "c", "t", "d"])
    conversation.messages[1].reply = reply("fast", [30, 130], tokens: 11)
    conversation.messages[3].reply = reply("other", [30, 130], tokens: 11)
    conversation.messages[5].reply = reply("fast", [60], tokens: nil)
    conversation.messages[7].reply = .plain(preset: "fast", ending: .cancelled)
    try archive.saveNow([conversation.changes])
    let asked = conversation.messages.map(\.created)
    #expect(
      try archive.now(.speeds(of: "fast", model: "qwen", limit: 9)) == [
        ReplySpeed(asked: asked[5], ttftMilliseconds: 50, tokensPerSecond: nil),
        ReplySpeed(
          asked: asked[1],
          ttftMilliseconds: 20,
          tokensPerSecond: 100,
          decodingSeconds: 0.1
        ),
      ]
    )
    #expect(
      try archive.now(.speeds(of: "fast", model: "qwen", limit: 1)).map(\.asked) == [asked[5]]
    )
    #expect(try archive.now(.speeds(of: "fast", model: "another", limit: 9)) == [])
  }
}
