import Conversation
import JSON

@testable import Broker

/// Bodies read by a decoder, without a network.
enum DecodedReply {
  static let endpoint = Endpoint(name: "box", url: "http://h/v1")

  static func error(_ kind: ReplyError.Kind, _ problem: String, status: Int? = nil) -> ReplyError {
    ReplyError(kind: kind, source: "box", problem: problem, status: status)
  }

  /// What a body adds up to that arrives in the given parts.
  static func of(
    _ parts: [ArraySlice<UInt8>],
    given: String = "",
    prefill: PrefillForm? = nil
  ) -> ProbedReply {
    let request = HTTPRequest(
      url: "http://h/v1/chat/completions",
      headers: [],
      keys: ["sekrit"],
      secrets: ["sekrit"],
      plainURL: "http://h/v1/chat/completions"
    )
    let writer = ReplyErrorWriter(endpoint: endpoint, model: "m", request: request)
    var decoder = ReplyDecoder(writer: writer, given: given, prefill: prefill)
    var parser = JSONParser()
    var batch = EventBatch(request: RequestID(1), time: MonotonicTime(nanoseconds: 1))
    for part in parts where decoder.ending == nil {
      part.withUnsafeBytes { decoder.feed($0, parser: &parser, batch: &batch) }
    }
    let ending = decoder.ending ?? decoder.finish(parser: &parser, batch: &batch)
    var reply = ProbedReply(batch.takeEvents())
    reply.endings.append(ending)
    return reply
  }

  static func of(_ body: String) -> ProbedReply {
    of([Array(body.utf8)[...]])
  }

  /// The same for every place where the body can be cut in two, and byte by byte; the results that differ
  /// from the whole's.
  static func differences(of body: String, from reply: ProbedReply) -> [Int] {
    let bytes = Array(body.utf8)
    let cuts = bytes.indices.filter { of([bytes[..<$0], bytes[$0...]]) != reply }
    return of(bytes.indices.map { bytes[$0...$0] }) == reply ? cuts : cuts + [-1]
  }
}
