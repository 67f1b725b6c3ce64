/// Where each key of a TOML source stands, which the parser does not tell.
struct SourceMap: Equatable {
  /// The line of a key, from 1, and its rank among all keys in the order of the file.
  struct Place: Equatable {
    var line: Int
    var rank: Int
  }

  /// A place that is refused, and why.
  struct Refusal: Equatable {
    var line: Int
    var sentence: String
  }

  /// Elements of an array go by `#0`, `#1` … in a path.
  private(set) var places: [[String]: Place] = [:]
  /// The first line of every statement, ascending.
  private(set) var statementLines: [Int] = []
  /// The first place that must not reach the parser, which would stop the program there.
  private(set) var refusal: Refusal?

  /// A key of a key, and so on, this often at most.
  static let greatestDepth = 64

  func line(of path: [String]) -> Int? { places[path]?.line }

  mutating func beginStatement(line: Int) {
    statementLines.append(line)
  }

  mutating func refuse(line: Int, _ sentence: String) {
    refusal = refusal ?? Refusal(line: line, sentence: sentence)
  }

  /// Notes the key and, where they are new, the tables that it implies.
  mutating func note(_ path: [String], line: Int) {
    guard path.count <= Self.greatestDepth else {
      return refuse(line: line, "tables nested too deep")
    }
    for length in 1...max(path.count, 1) {
      let part = Array(path.prefix(length))
      if places[part] == nil { places[part] = Place(line: line, rank: places.count) }
    }
  }
}
