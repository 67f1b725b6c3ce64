/// One way in which the embedded endpoint misbehaves when it is asked to, in every answer.
package enum Fault: Sendable, Hashable {
  /// A place in the course of an answer.
  package enum Place: Sendable, Hashable {
    /// From 0 to 1 of its events.
    case share(Double)
    /// After so much of its silences.
    case milliseconds(Double)
  }

  /// Silence on the wire.
  case stall(Place, milliseconds: Double)
  /// The connection is closed in the middle of an event.
  case drop(Place)
  /// Bytes that are neither events nor UTF-8, and an event that is not JSON.
  case garbage(Place)
  /// An error envelope inside the stream, which ends there.
  case envelope(Place)
  /// The first so many requests are refused with this status, `Retry-After` a second; all of them without a number.
  case status(Int, count: Int?)
  /// The head of the response comes late.
  case slowHeaders(milliseconds: Double)
  /// Each character of several bytes leaves in several writes.
  case splitUTF8
  /// Each byte leaves in a write of its own.
  case dribble
  /// Neither a finish reason nor `[DONE]` comes.
  case noEnd
  /// A comment stands before each event.
  case comments
  /// Lines end with CR LF.
  case crlf
  /// A response without a body.
  case empty
  /// One JSON object, though a stream was asked for.
  case plain
  /// A page of HTML with status 200, as proxies send.
  case html
}
