/// Where each key of a TOML source stands, which the parser does not tell.
struct SourceMap: Equatable {
  /// The line of a key, from 1, and its rank among all keys in the order of the file.
  struct Place: Equatable {
    var line: Int
    var rank: Int
  }

  /// Elements of an array go by `#0`, `#1` … in a path.
  private(set) var places: [[String]: Place] = [:]
  /// The first line of every statement, ascending.
  private(set) var statementLines: [Int] = []
  /// The first line whose keys are nested deeper than anything sensible.
  private(set) var tooDeepLine: Int?

  /// A key of a key, and so on, this often at most.
  static let greatestDepth = 64

  func line(of path: [String]) -> Int? { places[path]?.line }

  mutating func beginStatement(line: Int) {
    statementLines.append(line)
  }

  /// Notes the key and, where they are new, the tables that it implies.
  mutating func note(_ path: [String], line: Int) {
    guard path.count <= Self.greatestDepth else {
      tooDeepLine = tooDeepLine ?? line
      return
    }
    for length in 1...max(path.count, 1) {
      let part = Array(path.prefix(length))
      if places[part] == nil { places[part] = Place(line: line, rank: places.count) }
    }
  }
}
