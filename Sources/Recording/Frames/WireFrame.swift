import Conversation

/// One frame of an event stream, as it stands in the body: its lines with the blank one that ends them.
package struct WireFrame: Sendable, Hashable {
  /// What is worth a look.
  package struct Oddity: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// A line that begins with a colon; many servers send them to keep the connection.
    package static let comment = Oddity(rawValue: 1)
    /// A line of a field that event streams do not have.
    package static let unknownField = Oddity(rawValue: 2)
    /// An event that is named an error, or data that begin as one.
    package static let error = Oddity(rawValue: 4)
    /// The network cut it inside a character.
    package static let splitCharacter = Oddity(rawValue: 8)
    package static let invalidText = Oddity(rawValue: 16)
    /// The body ended before the frame did.
    package static let unended = Oddity(rawValue: 32)
  }

  /// Where it stands in the body.
  package internal(set) var bytes: Range<Int>
  /// The arrival of its last byte.
  package internal(set) var time: MonotonicTime
  /// In how many pieces it came.
  package internal(set) var pieces: Int
  package internal(set) var oddities: Oddity = []

  /// The data, lines joined by line feeds; of a frame without any, an empty text.
  package func data(in body: [UInt8]) -> [UInt8] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = body[bytes]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      rest = rest.dropFirst(line.count + 1)
      if line.first == UInt8(ascii: "{") { return Array(line) }
      if let value = StreamField(line, named: "data") ?? StreamField(line, named: "error") {
        lines.append(value.value)
      }
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}

/// The value of a line of an event stream, without the one space that may follow the colon.
struct StreamField {
  let value: ArraySlice<UInt8>

  /// - Returns: `nil` for a line of another field.
  init?(_ line: ArraySlice<UInt8>, named name: StaticString) {
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    guard line.starts(with: name) else { return nil }
    let rest = line.dropFirst(name.count)
    guard let colon = rest.first else {
      value = rest
      return
    }
    guard colon == UInt8(ascii: ":") else { return nil }
    value = rest.dropFirst(rest.dropFirst().first == UInt8(ascii: " ") ? 2 : 1)
  }
}
