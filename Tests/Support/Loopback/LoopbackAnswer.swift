/// Answers as servers write them.
package enum LoopbackAnswer {
  /// An HTTP/1.0 answer, whose body ends where the connection does.
  package static func http10(
    _ status: String = "200 OK",
    type: String = "application/json",
    headers: [String] = [],
    body: String
  ) -> String {
    let head = ["HTTP/1.0 \(status)", "Content-Type: \(type)", "Connection: close"] + headers
    return head.joined(separator: "\r\n") + "\r\n\r\n" + body
  }

  /// An event stream of the given data, one event each.
  package static func stream(_ data: [String], headers: [String] = []) -> String {
    let body = data.map { "data: \($0)\n\n" }.joined()
    return http10(type: "text/event-stream", headers: headers, body: body)
  }

  /// A chunk with a piece of content.
  package static func chunk(_ content: String) -> String {
    #"{"choices":[{"index":0,"delta":{"content":"\#(content)"}}]}"#
  }

  /// A chunk that ends the reply.
  package static func finish(_ reason: String = "stop") -> String {
    #"{"choices":[{"index":0,"delta":{},"finish_reason":"\#(reason)"}]}"#
  }
}
