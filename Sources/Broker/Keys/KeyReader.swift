import Conversation
import Glibc

/// Reads what an endpoint takes from outside the configuration: its key, and `env:` header values.
///
/// Blocks for as long as a key command runs, so it belongs on no queue that streams wait for.
package struct KeyReader: Sendable {
  private let environment: [String: String]

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// - Throws: A `transport` error that names the source and never what it holds.
  package func credentials(for endpoint: Endpoint) throws(ReplyError) -> Credentials {
    var credentials = Credentials()
    if let source = endpoint.key {
      credentials.key = try key(from: source, endpoint: endpoint.name)
    }
    for header in endpoint.headers {
      credentials.headers.append(try field(of: header, endpoint: endpoint.name))
    }
    return credentials
  }

  private func field(
    of header: Header,
    endpoint: String
  ) throws(ReplyError) -> HTTPRequest.Field {
    let value: String
    switch header.value {
    case .literal(let text): value = text
    case .environment(let name):
      guard let text = environment[name], !text.isEmpty else {
        throw Self.error(
          endpoint,
          "the header \(header.name) wants \(name), which is not set; set it"
        )
      }
      value = text
    }
    guard !Self.breaksLine(value), !Self.breaksLine(header.name) else {
      throw Self.error(endpoint, "the header \(header.name) holds a line break; correct it")
    }
    return HTTPRequest.Field(header.name, value)
  }

  private func key(from source: KeySource, endpoint: String) throws(ReplyError) -> String {
    let (found, place): (String?, String)
    switch source {
    case .environment(let name):
      (found, place) = (environment[name], "the environment variable \(name) (key_env)")
    case .file(let path):
      (found, place) = (Self.contents(of: path), "the file \(path) (key_file)")
    case .command(let command):
      place = "key_command"
      switch KeyCommand(command, environment: environment).run() {
      case .printed(let text): found = text
      case .failed(let status):
        throw Self.error(
          endpoint,
          "key_command ended with status \(status); run it by hand to see why"
        )
      case .ranTooLong:
        throw Self.error(endpoint, "key_command gave no key within 10 s; it must not ask anything")
      }
    }
    guard let key = found.map(Self.trimmed), !key.isEmpty else {
      throw Self.error(endpoint, "\(place) holds no key; set it, or take the key source away")
    }
    guard !Self.breaksLine(key) else {
      throw Self.error(endpoint, "\(place) holds more than one line; it must hold the key alone")
    }
    return key
  }

  private static func error(_ endpoint: String, _ problem: String) -> ReplyError {
    ReplyError(kind: .transport, source: endpoint, problem: problem)
  }

  private static func breaksLine(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The first 64 kB of a file; `nil` where it cannot be read.
  private static func contents(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }
}
