import Conversation
import JSON

/// Turns the body of one successful answer into events and an ending, wherever the network cut it.
///
/// Takes an event stream, a plain JSON completion (some servers answer a streamed request with one), and JSON
/// lines. Pure: what it makes depends on the bytes alone.
package struct ReplyDecoder {
  private enum Form {
    /// No byte has come but white space and a byte order mark.
    case unknown
    case events
    case json
  }

  /// More than any sound answer; a server that sends more is cut off.
  static let mostBytes = 64 << 20
  /// Without a single event.
  private static let mostOddBytes = 1 << 20

  private let writer: ReplyErrorWriter
  private var form = Form.unknown
  private var splitter = SSELineSplitter()
  private var events = SSEEventDecoder()
  private var chunks: ChunkReader
  /// A body of JSON, or what came before the form was known.
  private var body: [UInt8] = []
  private var bytesReceived = 0
  private let given: String

  /// - Parameters:
  ///   - writer: Says what is wrong.
  ///   - given: The words that the answer was to begin with.
  ///   - prefill: How they were given; it is known for some ways that the server repeats them.
  package init(writer: ReplyErrorWriter, given: String = "", prefill: PrefillForm? = nil) {
    self.writer = writer
    self.given = given
    chunks = ChunkReader(writer: writer)
    if prefill == .prefix { chunks.echo = EchoFilter(of: given) }
  }

  /// The ending, as soon as nothing that still comes can change it.
  package var ending: Ending? {
    if let failure = chunks.failure { return .failed(failure) }
    return chunks.isDone ? finished : nil
  }

  /// Whether a `finish_reason` came, after which only figures and `[DONE]` are waited for.
  package var isFinishing: Bool { chunks.finishReason != nil }

  package mutating func feed(
    _ bytes: UnsafeRawBufferPointer,
    parser: inout JSONParser,
    batch: inout EventBatch
  ) {
    bytesReceived += bytes.count
    switch form {
    case .unknown:
      body.append(contentsOf: bytes)
      recognise(parser: &parser, batch: &batch)
    case .json:
      body.append(contentsOf: bytes)
    case .events:
      read(bytes, parser: &parser, batch: &batch)
    }
    if body.count + splitter.pendingCount + events.pendingCount > Self.mostBytes {
      chunks.fail(writer.decode(.endless))
    } else if !chunks.hasChunk, events.oddLine != nil, bytesReceived > Self.mostOddBytes {
      chunks.fail(writer.decode(.noStream(events.oddLine ?? [])))
    }
  }

  /// Takes note that the body ended cleanly.
  ///
  /// - Returns: How the reply ended.
  package mutating func finish(parser: inout JSONParser, batch: inout EventBatch) -> Ending {
    switch form {
    case .unknown: return ending ?? .failed(writer.shape(.empty))
    case .json: readJSON(parser: &parser, batch: &batch)
    case .events: readRest(parser: &parser, batch: &batch)
    }
    chunks.releaseEcho(batch: &batch)
    if let ending { return ending }
    if chunks.finishReason != nil || (form == .json && chunks.hasContent) { return finished }
    if chunks.hasContent { return .incomplete }
    if chunks.hasChunk { return .failed(writer.shape(form == .json ? .noContent : .emptyStream)) }
    guard let line = events.oddLine else { return .failed(writer.shape(.empty)) }
    return .failed(writer.decode(.noStream(line)))
  }

  private var finished: Ending {
    // A model may have nothing to add to what it was given.
    guard chunks.hasContent || !given.isEmpty else {
      return .failed(writer.shape(.noText(reason: chunks.finishReason)))
    }
    return .finished(reason: chunks.finishReason)
  }
}

extension ReplyDecoder {
  private mutating func recognise(parser: inout JSONParser, batch: inout EventBatch) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if body.count < 3, body.elementsEqual(mark.prefix(body.count)) { return }
    let start = body.starts(with: mark) ? 3 : 0
    guard let first = body[start...].first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      return
    }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      form = .json
      body.removeFirst(start)
    } else {
      form = .events
      let opening = body
      body = []
      opening.withUnsafeBytes { read($0, parser: &parser, batch: &batch) }
    }
  }

  private mutating func read(
    _ bytes: UnsafeRawBufferPointer,
    parser: inout JSONParser,
    batch: inout EventBatch
  ) {
    splitter.feed(bytes) { line in
      events.take(line) { chunks.take($0, parser: &parser, batch: &batch) }
    }
  }

  private mutating func readRest(parser: inout JSONParser, batch: inout EventBatch) {
    splitter.finish { line in
      events.take(line) { chunks.take($0, isLast: true, parser: &parser, batch: &batch) }
    }
    events.finish { chunks.take($0, isLast: true, parser: &parser, batch: &batch) }
  }

  /// Reads the body as one JSON text, else as lines of JSON.
  private mutating func readJSON(parser: inout JSONParser, batch: inout EventBatch) {
    let text = body
    body = []
    // Tried: llama.cpp repeats the words in a whole answer, and not in a stream.
    chunks.echo = EchoFilter(of: given)
    text.withUnsafeBytes { bytes in
      if let root = parser.parse(bytes) { return chunks.read(root, batch: &batch) }
      var lines = SSELineSplitter()
      lines.feed(bytes) { chunks.take(jsonLine: $0, parser: &parser, batch: &batch) }
      lines.finish { chunks.take(jsonLine: $0, parser: &parser, batch: &batch) }
    }
  }
}
