import Conversation
import JSON

/// What a recording's bytes became when they came: the events of a reply, made by the decoder of live streams.
package enum ReplyReplay {
  /// - Parameters:
  ///   - log: Its times counted from when the reply was asked for.
  ///   - preset: Who was asked; only for the words of errors.
  ///   - request: Whose events they are.
  ///   - given: The words that the answer was to begin with.
  /// - Returns: The events in order, the last one an ending, with the times of the log.
  package static func events(
    of log: WireLog,
    preset: Preset,
    request: RequestID,
    given: String = ""
  ) -> [StreamEvent] {
    let writer = ReplyErrorWriter(endpoint: preset.endpoint, model: preset.model)
    var events: [StreamEvent] = []
    func add(_ kind: StreamEvent.Kind, at time: MonotonicTime) {
      events.append(StreamEvent(request: request, time: time, kind: kind))
    }
    var last = log.response?.time ?? MonotonicTime(nanoseconds: 0)
    guard let response = log.response, response.status < 400 else {
      var parser = JSONParser()
      let envelope = log.body.withUnsafeBytes { bytes in
        parser.parse(bytes).flatMap { ErrorEnvelope($0, in: .error) }
      }
      let status = log.response?.status ?? 0
      let error = writer.status(status, body: log.body, envelope: envelope, retryAfter: nil)
      add(.ended(.failed(error)), at: log.pieces.last?.time ?? last)
      return events
    }
    add(.phase(.answering), at: last)
    var decoder = ReplyDecoder(writer: writer, given: given, prefill: preset.endpoint.prefill)
    var parser = JSONParser()
    var start = 0
    log.body.withUnsafeBytes { body in
      for piece in log.pieces where decoder.ending == nil {
        let end = min(body.count, start + piece.lengthInBytes)
        last = max(last, piece.time)
        var batch = EventBatch(request: request, time: last)
        let bytes = UnsafeRawBufferPointer(rebasing: body[start..<end])
        decoder.feed(bytes, parser: &parser, batch: &batch)
        events += batch.takeEvents()
        start = end
      }
    }
    var batch = EventBatch(request: request, time: last)
    let ending = decoder.ending ?? decoder.finish(parser: &parser, batch: &batch)
    events += batch.takeEvents()
    add(.ended(ending), at: last)
    return events
  }
}
