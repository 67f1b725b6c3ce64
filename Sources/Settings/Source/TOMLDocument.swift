import TOMLKit

/// A TOML file read as far as it can be: a statement that is broken is reported and left out.
struct TOMLDocument {
  /// The path of the file, for messages.
  let file: String
  private(set) var members: [TOMLNode.Member] = []
  private(set) var map = SourceMap()
  private(set) var problems: [ConfigProblem] = []

  /// A file with more broken places than this is given up.
  private static let greatestProblemCount = 20
  private static let greatestLengthInBytes = 1_000_000

  /// Reads bytes that may not be UTF-8; what is not is replaced by U+FFFD, and the first place reported.
  init(file: String, bytes: [UInt8]) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.init(file: file, text: text)
    } else {
      let text = String(decoding: bytes, as: UTF8.self)
      self.init(file: file, text: text)
      let line = zip(bytes, text.utf8).prefix { $0 == $1 }.count { $0.0 == UInt8(ascii: "\n") } + 1
      problems.append(ConfigProblem(file: file, line: line, fault: .syntax("not UTF-8")))
    }
  }

  init(file: String, text: String) {
    self.file = file
    guard text.utf8.count <= Self.greatestLengthInBytes else {
      problems = [ConfigProblem(file: file, fault: .unreadable(reason: "larger than 1 MB"))]
      return
    }
    var source = BrokenSource(text: text)
    while problems.count < Self.greatestProblemCount {
      map = SourceScanner.map(of: source.text)
      guard let problem = read(source.text) else { break }
      problems.append(problem)
      source.leaveOut(problem.line ?? 1, statements: map.statementLines)
    }
    if problems.count == Self.greatestProblemCount {
      problems.append(ConfigProblem(file: file, fault: .other("given up after so many mistakes")))
    }
  }

  func line(of path: [String]) -> Int? { map.line(of: path) }

  private mutating func read(_ text: String) -> ConfigProblem? {
    if let refusal = map.refusal {
      return ConfigProblem(file: file, line: refusal.line, fault: .syntax(refusal.sentence))
    }
    if let line = Self.lineOfNul(in: text) {
      return ConfigProblem(file: file, line: line, fault: .syntax("a NUL character"))
    }
    do {
      members = Self.members(of: try TOMLTable(string: text), at: [], map: map)
      return nil
    } catch let error as TOMLParseError {
      let fault = ConfigProblem.Fault.syntax(Self.sentence(error.description))
      return ConfigProblem(file: file, line: error.source.begin.line, fault: fault)
    } catch {
      return ConfigProblem(file: file, line: 1, fault: .syntax("not TOML"))
    }
  }

  private static func sentence(_ description: String) -> String {
    let start = "Error while parsing "
    let rest = description.hasPrefix(start) ? description.dropFirst(start.count) : description[...]
    // An unclosed string ends at its line, which the parser calls a control character.
    if rest.hasPrefix("string: unescaped control") {
      return "string: the line ends, or a control character stands, before the closing quote"
    }
    return String(rest).visibleForMessage
  }

  /// NUL, plain or escaped, would cut texts short on their way through the C interface of the parser.
  private static func lineOfNul(in text: String) -> Int? {
    guard text.utf8.contains(0) || text.contains("\\u0000") || text.contains("\\U00000000") else {
      return nil
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { line in
      line.utf8.contains(0) || line.contains("\\u0000") || line.contains("\\U00000000")
    }.map { $0 + 1 }
  }
}

extension TOMLDocument {
  /// The parser sorts keys by name; the order of the file comes back from the map.
  private static func members(
    of table: TOMLTable,
    at path: [String],
    map: SourceMap
  ) -> [TOMLNode.Member] {
    let ranked = table.keys.map { (name: $0, rank: map.places[path + [$0]]?.rank ?? .max) }
    return ranked.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.compactMap { name, _ in
      guard let value = table[name] else { return nil }
      return TOMLNode.Member(name: name, value: node(of: value, at: path + [name], map: map))
    }
  }

  private static func node(
    of value: TOMLValueConvertible,
    at path: [String],
    map: SourceMap
  ) -> TOMLNode {
    switch value.type {
    case .bool: value.bool.map(TOMLNode.bool) ?? .moment
    case .int: value.int.map(TOMLNode.integer) ?? .moment
    case .double: value.double.map(TOMLNode.number) ?? .moment
    case .string: value.string.map(TOMLNode.string) ?? .moment
    case .table: .table(value.table.map { members(of: $0, at: path, map: map) } ?? [])
    case .array:
      .array(
        (value.array.map(Array.init) ?? []).enumerated().map { index, element in
          node(of: element, at: path + ["#\(index)"], map: map)
        }
      )
    case .date, .time, .dateTime: .moment
    }
  }
}

/// The lines of a source, from which broken statements are taken out so that the rest can be read.
///
/// Lines are emptied, never removed, so that the numbers of the others stay.
private struct BrokenSource {
  private var lines: [Substring]

  init(text: String) {
    // "\r\n" is one Character, so the split is made on scalars.
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Substring($0) }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Empties the statement around a line; with a header goes its whole table, lest its keys fall
  /// to the table above.
  mutating func leaveOut(_ line: Int, statements: [Int]) {
    let start = max(1, min(statements.last { $0 <= line } ?? line, lines.count))
    let isHeader = Self.isHeader(lines[start - 1])
    let rest = lines.indices.dropFirst(start)
    let end = rest.first { Self.isHeader(lines[$0]) || !isHeader && Self.isMember(lines[$0]) }
    for index in (start - 1)..<(end ?? lines.count) { lines[index] = "" }
  }

  private static func isHeader(_ line: Substring) -> Bool {
    line.drop { $0 == " " || $0 == "\t" }.hasPrefix("[")
  }

  private static func isMember(_ line: Substring) -> Bool {
    let rest = line.drop { $0 == " " || $0 == "\t" }.utf8.drop { $0.isBareKey }
    return rest.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "=")
  }
}
