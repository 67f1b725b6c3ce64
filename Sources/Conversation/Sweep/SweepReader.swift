/// A value of a sweep as it was written.
struct SweepItem: Sendable, Hashable {
  /// Without its quotes, and with what their escapes stand for.
  var text: String
  var isQuoted: Bool
}

/// Reads the axes of a sweep from a line, one after another; every scalar is looked at a few times at most.
///
/// By scalars, since a quote or a comma with a combining mark behind it is no other character here.
struct SweepReader {
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) {
    rest = text[...].unicodeScalars
  }

  /// - Returns: `nil` at the end.
  mutating func nextAxis() throws(SweepError) -> SweepAxis? {
    skipSeparators()
    guard !rest.isEmpty else { return nil }
    let start = rest
    let name = String(takeWhile(\.isOfSweepName))
    skipBlanks()
    guard !name.isEmpty, rest.first == "=" else { throw .noAxis(String(start.prefix(40))) }
    guard name.first != ".", name.last != ".", !name.contains("..") else { throw .noAxis(name) }
    guard !Self.reserved.contains(name) else { throw .noParameter(name) }
    var values: [JSONValue] = []
    repeat {
      rest.removeFirst()
      values += try Self.values(of: try nextItem(of: name), named: name)
      // What is more than any sweep may have need not be read.
      guard values.count <= Sweep.limit else { throw .tooManyCells(values.count) }
    } while rest.first == ","
    return try SweepAxis(name, values)
  }

  /// What the request itself is made of, and what lanes of several presets are for.
  private static let reserved: Set<String> = [
    "messages", "stream", "stream_options", "n", "preset", "endpoint",
  ]

  private static func values(
    of item: SweepItem,
    named name: String
  ) throws(SweepError) -> [JSONValue] {
    let target = SweepTarget(name)
    var items = [item]
    if !item.isQuoted, target.takesRanges, let range = SweepRange(item.text) {
      guard range.isUpwards else { throw .wrongRange(name: name, text: item.text) }
      guard range.count <= Sweep.limit else { throw .tooManyCells(range.count) }
      items = range.texts.map { SweepItem(text: $0, isQuoted: false) }
    }
    var values: [JSONValue] = []
    for item in items {
      guard let value = target.value(of: item) else {
        throw .wrongValue(name: name, text: item.text, expected: target.expectation)
      }
      values.append(value)
    }
    return values
  }

  /// The value that begins here, up to the comma, the next axis or the end.
  private mutating func nextItem(of name: String) throws(SweepError) -> SweepItem {
    skipBlanks()
    if let quote = rest.first, quote == "\"" || quote == "'" {
      return try quoted(by: quote, of: name)
    }
    var text = String.UnicodeScalarView()
    while let scalar = rest.first, scalar != ",", !isAtAxis {
      if scalar.isBlank {
        // One blank at a time would look for an axis at each.
        text += takeWhile(\.isBlank)
        if startsAxis(rest) { break }
      } else {
        text.append(rest.removeFirst())
      }
    }
    while text.last?.isBlank == true { text.removeLast() }
    guard !text.isEmpty else { throw .noValue(name: name) }
    return SweepItem(text: String(text), isQuoted: false)
  }

  private mutating func quoted(
    by quote: Unicode.Scalar,
    of name: String
  ) throws(SweepError) -> SweepItem {
    let start = rest.prefix(24)
    rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == quote {
        skipBlanks()
        guard rest.isEmpty || rest.first == "," || isAtAxis || startsAxis(rest) else {
          throw .textAfterQuote(name: name, text: String(rest.prefix(24)))
        }
        return SweepItem(text: String(text), isQuoted: true)
      }
      if scalar == "\\" { text += escaped() } else { text.append(scalar) }
    }
    throw .openQuote(name: name, text: String(start))
  }

  /// What an escape stands for, after its backslash; an unknown one stands for itself.
  private mutating func escaped() -> [Unicode.Scalar] {
    switch rest.popFirst() {
    case "n": ["\n"]
    case "t": ["\t"]
    case "r": ["\r"]
    case let sign? where sign == "\\" || sign == "\"" || sign == "'": [sign]
    case let other?: ["\\", other]
    case nil: ["\\"]
    }
  }

  /// Whether a sign that parts axes stands here.
  private var isAtAxis: Bool { rest.first == "×" || rest.first == "*" }

  /// Whether `name =` stands there, or an `x` by itself before one.
  private func startsAxis(_ text: Substring.UnicodeScalarView) -> Bool {
    if startsName(text) { return true }
    let afterX = text.dropFirst()
    return (text.first == "x" || text.first == "X") && afterX.first?.isBlank == true
      && startsName(afterX.drop(while: \.isBlank))
  }

  private func startsName(_ text: Substring.UnicodeScalarView) -> Bool {
    let afterName = text.drop(while: \.isOfSweepName)
    return afterName.startIndex > text.startIndex
      && afterName.drop(while: \.isBlank).first == "="
  }

  private mutating func skipSeparators() {
    skipBlanks()
    while let first = rest.first {
      if first == "x" || first == "X" {
        let after = rest.dropFirst()
        guard after.first?.isBlank == true,
          after.drop(while: \.isBlank).first != "="
        else { return }
      } else if !isAtAxis {
        return
      }
      rest.removeFirst()
      skipBlanks()
    }
  }

  private mutating func skipBlanks() { _ = takeWhile(\.isBlank) }

  private mutating func takeWhile(
    _ holds: (Unicode.Scalar) -> Bool
  ) -> Substring.UnicodeScalarView {
    let taken = rest.prefix(while: holds)
    rest = rest[taken.endIndex...]
    return taken
  }
}

extension Unicode.Scalar {
  /// Whether names of parameters are made of it.
  var isOfSweepName: Bool {
    isASCII
      && (properties.isAlphabetic || ("0"..."9").contains(self)
        || "_-.".unicodeScalars.contains(self))
  }

  fileprivate var isBlank: Bool { properties.isWhitespace }
}
