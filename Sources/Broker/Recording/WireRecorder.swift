import Conversation

/// Makes the log of what goes over the wire, without the keys.
struct WireRecorder {
  private let endpoint: Endpoint
  private var keys: [String] = []
  private var filter = SecretFilter([])
  private var attempt = 0
  /// The lines of the response's head that have come.
  private var fields: [WireLog.Field] = []
  private var hasResponse = false

  init(endpoint: Endpoint) {
    self.endpoint = endpoint
  }

  mutating func begin(_ request: HTTPRequest) -> WireLog {
    attempt += 1
    keys = request.keys
    filter = SecretFilter(keys)
    fields = []
    hasResponse = false
    var log = WireLog(attempt: attempt)
    log.request = sent(request)
    return log
  }

  private func sent(_ request: HTTPRequest) -> WireLog.Request {
    let configured = Set(endpoint.headers.map { $0.name.lowercased() })
    let fields = request.headers.map { field in
      let isOpen = !configured.contains(field.name.lowercased())
      return WireLog.Field(field.name, isOpen ? masked(field.value) : Masking.mask)
    }
    var filter = SecretFilter(keys)
    let body = (request.bodyWithoutSecrets ?? request.body ?? []).withUnsafeBytes {
      filter.pass($0)
    }
    return WireLog.Request(
      url: Masking().masked(url: request.url),
      fields: fields,
      body: body + filter.release()
    )
  }

  /// Takes a line of the response's head; another head before the last one, as of a proxy, is forgotten.
  mutating func takeHeader(_ line: UnsafeRawBufferPointer) {
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") { fields = [] }
    guard let colon = text.firstIndex(of: ":") else { return }
    let name = String(text[..<colon])
    let value = text[text.index(after: colon)...].drop { $0 == " " }.prefix { !$0.isNewline }
    fields.append(
      WireLog.Field(name, Masking().isSecret(name) ? Masking.mask : masked(String(value)))
    )
  }

  /// Takes the head's end.
  mutating func endHead(status: Int, at time: MonotonicTime) -> WireLog? {
    guard !hasResponse else { return nil }
    hasResponse = true
    var log = WireLog(attempt: attempt)
    log.response = WireLog.Response(time: time, status: status, fields: fields)
    return log
  }

  mutating func takeBody(_ bytes: UnsafeRawBufferPointer, at time: MonotonicTime) -> WireLog {
    var log = WireLog(attempt: attempt)
    log.body = filter.pass(bytes)
    log.pieces = [Delta.Mark(time: time, lengthInBytes: bytes.count)]
    return log
  }

  /// What was kept back, once nothing follows.
  mutating func rest() -> WireLog? {
    var log = WireLog(attempt: attempt)
    log.body = filter.release()
    return log.body.isEmpty ? nil : log
  }

  private func masked(_ text: String) -> String {
    keys.filter { !$0.isEmpty }.reduce(text) { $0.replacing($1, with: Masking.mask) }
  }
}
