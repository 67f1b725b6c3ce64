import Conversation

/// A recorded response, to be served byte for byte, each piece when it came then.
package struct ServedRecording: Sendable {
  private let log: WireLog
  private let isCutOff: Bool
  /// The name under which it is listed.
  let model: String
  /// From the request to the response's head.
  let headMilliseconds: Double

  /// - Parameters:
  ///   - log: Its times counted from one moment.
  ///   - sent: When the request went out, on the same clock.
  ///   - model: What the list of models calls it.
  ///   - isCutOff: Whether the connection is closed before the body's end.
  package init(_ log: WireLog, sent: MonotonicTime, model: String, isCutOff: Bool) {
    self.log = log
    self.model = model
    self.isCutOff = isCutOff
    headMilliseconds = max(0, (log.response?.time ?? sent).milliseconds(since: sent))
  }

  var status: Int { log.response?.status ?? 200 }

  /// The head's fields that are the response's own, and not the connection's (RFC 9110, 7.6.1) or masked.
  var fields: [WireLog.Field] {
    let hops: Set<String> = [
      "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer",
      "transfer-encoding", "upgrade", "content-length", "content-encoding", "date",
    ]
    return (log.response?.fields ?? []).filter {
      !hops.contains($0.name.lowercased()) && $0.value != Masking.mask
    }
  }

  var script: WireScript {
    var steps: [[WirePiece]] = []
    var last = log.response?.time ?? log.pieces.first?.time ?? MonotonicTime(nanoseconds: 0)
    var start = 0
    for piece in log.pieces {
      let end = min(log.body.count, start + piece.lengthInBytes)
      let gap = max(0, piece.time.milliseconds(since: last))
      steps.append([.wait(milliseconds: gap), .bytes(Array(log.body[start..<end]))])
      last = max(last, piece.time)
      start = end
    }
    if isCutOff { steps.append([.close]) }
    let played = steps
    return WireScript(count: played.count) { played[$0] }
  }
}
