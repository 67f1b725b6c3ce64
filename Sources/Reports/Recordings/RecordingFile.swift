import Conversation
import FoundationEssentials
import JSON

/// Reads recordings from a `.weir.jsonl` file: one after the other, each from its head to the next one's.
///
/// The file may be from anywhere: what is wrong is named with its line, and times only go forward.
package struct RecordingFile: ~Copyable {
  private static let mostBytesOfALine = 1 << 28

  private var parser = JSONParser()
  private var replies: [RecordedReply] = []

  /// - Throws: ``RecordingFileError`` for a line that belongs to no recording, and for a file without one.
  package static func replies(
    in bytes: UnsafeRawBufferPointer
  ) throws(RecordingFileError) -> [RecordedReply] {
    var file = RecordingFile()
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let isBlank = line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
      if isBlank { continue }
      try file.take(UnsafeRawBufferPointer(rebasing: line), number)
    }
    guard !file.replies.isEmpty else {
      throw RecordingFileError(line: 0, problem: "holds no recording of weir's")
    }
    return file.replies
  }

  private mutating func take(
    _ line: UnsafeRawBufferPointer,
    _ number: Int
  ) throws(RecordingFileError) {
    func wrong(_ problem: String) -> RecordingFileError {
      RecordingFileError(line: number, problem: problem)
    }
    guard line.count <= Self.mostBytesOfALine, let json = parser.parse(line)?.jsonValue,
      json.asObject != nil
    else { throw wrong("no JSON object, or cut off") }
    if let version = json["recording"]?.asInteger {
      guard version == RecordedReply.version else {
        throw wrong("form \(version) is of a newer weir; this one reads \(RecordedReply.version)")
      }
      guard let reply = RecordedReply(head: json) else {
        throw wrong("a recording without a preset that has a name, an endpoint and a model")
      }
      return replies.append(reply)
    }
    guard !replies.isEmpty else { throw wrong("what comes before a recording's head") }
    guard replies[replies.count - 1].take(json) else {
      throw wrong("neither request, response, piece nor end of a recording")
    }
  }
}

extension RecordedReply {
  fileprivate init?(head json: JSONValue) {
    guard let preset = json["preset"].flatMap(Preset.init(json:)) else { return nil }
    self.init(
      preset: preset,
      prompt: json["prompt"]?.asText ?? "",
      asked: json["asked"]?.moment ?? WallTime(milliseconds: 0),
      log: WireLog(attempt: json["attempt"]?.count ?? 1)
    )
  }

  /// - Returns: Whether it is part of a recording.
  fileprivate mutating func take(_ json: JSONValue) -> Bool {
    if let url = json["request"]?.asText {
      let body = json.bytes ?? []
      log.request = WireLog.Request(url: url, fields: json.fields, body: body)
    } else if let status = json["response"]?.count, let time = json["at_ns"]?.time {
      log.response = WireLog.Response(time: time, status: status, fields: json.fields)
    } else if json["end"] != nil {
      ending = Ending(
        name: json["end"]?.asText ?? "",
        reason: json["reason"]?.asText,
        error: json["error"].flatMap(ReplyError.init(json:))
      )
      sent = json["sent_ns"]?.time
      ended = json["ended_ns"]?.time
      connection = json["connection"].map { ConnectionTiming(json: $0).plausible }
    } else if let time = json["at_ns"]?.time, let bytes = json.bytes {
      log.body += bytes
      let last = log.pieces.last?.time ?? time
      log.pieces.append(Delta.Mark(time: max(last, time), lengthInBytes: bytes.count))
    } else {
      return false
    }
    return true
  }
}

extension JSONValue {
  /// Nanoseconds of under nine years: at a tenth of its pace such an answer's time is still an `Int64`.
  fileprivate var time: MonotonicTime? {
    nanoseconds.flatMap { $0.nanoseconds < 1 << 58 ? $0 : nil }
  }

  fileprivate var bytes: [UInt8]? {
    if let text = self["text"]?.asText { return Array(text.utf8) }
    return self["base64"]?.asText.flatMap { Data(base64Encoded: $0) }.map { Array($0) }
  }

  fileprivate var fields: [WireLog.Field] {
    list("headers").compactMap { pair in
      guard let pair = pair.asArray, pair.count == 2, let name = pair[0].asText,
        let value = pair[1].asText
      else { return nil }
      return WireLog.Field(name, value)
    }
  }
}
