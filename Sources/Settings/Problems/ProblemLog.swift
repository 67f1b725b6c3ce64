import Workbench

/// The mistakes found in one document, and the checks that every reader of a document makes.
struct ProblemLog {
  let document: TOMLDocument
  private(set) var problems: [ConfigProblem]

  init(document: TOMLDocument) {
    self.document = document
    problems = document.problems
  }

  /// By line, then in the order found; those without a line last.
  var sorted: [ConfigProblem] {
    problems.enumerated().sorted { left, right in
      (left.element.line ?? .max, left.offset) < (right.element.line ?? .max, right.offset)
    }.map(\.element)
  }

  mutating func report(_ fault: ConfigProblem.Fault, at path: SettingPath) {
    problems.append(
      ConfigProblem(
        file: document.file,
        line: document.line(of: path.keys),
        keyPath: path.description,
        fault: fault
      )
    )
  }

  mutating func reportWrong(_ node: TOMLNode, at path: SettingPath, expected: String) {
    report(.wrongValue(found: node.shown, expected: expected), at: path)
  }

  mutating func reportUnknownKey(at path: SettingPath, known: [String]) {
    let nearest = NearestName(known: known).nearest(to: path.keys.last ?? "")
    report(.unknownKey(nearest: nearest), at: path)
  }

  func origin(of path: SettingPath) -> ValueOrigin {
    .file(document.file, line: document.line(of: path.keys))
  }

  /// The members of a table; `nil`, and a report, when it is none.
  mutating func members(of node: TOMLNode, at path: SettingPath) -> [TOMLNode.Member]? {
    if case .table(let members) = node { return members }
    reportWrong(node, at: path, expected: "a table")
    return nil
  }
}
