/// How a lane is called, in the parts that can be shortened one by one.
package struct LaneLabel: Sendable, Hashable {
  static var separator: String { " · " }
  /// No part is made shorter.
  private static var leastPart: Int { 4 }

  /// All of it.
  package let text: String
  package let parts: [String]
  /// What it has otherwise than others, beyond what its text says; parameters first.
  package let details: [String]

  package init(text: String, parts: [String], details: [String] = []) {
    self.text = text
    self.parts = parts
    self.details = details
  }

  /// The text, or its parts shortened to so many characters in all, the longest first; longer where that is not possible.
  ///
  /// What is left of a part still tells it apart from those at its place in the other labels, where anything short can.
  package func fitted(toColumns columns: Int, among labels: [LaneLabel]) -> String {
    guard text.count > columns else { return text }
    var lengths = parts.map(\.count)
    func total(_ separator: String) -> Int {
      lengths.reduce(0, +) + separator.count * (parts.count - 1)
    }
    while total(Self.separator) > columns,
      let longest = lengths.indices.max(by: { lengths[$0] < lengths[$1] }),
      lengths[longest] > Self.leastPart
    { lengths[longest] -= 1 }
    let short = parts.indices.map { place in
      let others = labels.filter { $0.parts.count == parts.count }.map { $0.parts[place] }
      return Self.shortened(parts[place], to: lengths[place], among: Set(others))
    }
    return short.joined(separator: total(Self.separator) > columns ? " " : Self.separator)
  }

  /// A beginning where that is nobody else's, else what follows on what all of them begin with.
  private static func shortened(_ text: String, to length: Int, among all: Set<String>) -> String {
    guard text.count > length else { return text }
    let others = all.subtracting([text])
    let beginning = text.prefix(length - 1)
    if !others.contains(where: { $0.hasPrefix(beginning) }) { return beginning + "…" }
    let common = others.map { sharedLength(text, $0) }.max() ?? 0
    let rest = text.dropFirst(common)
    guard !rest.isEmpty else { return beginning + "…" }
    return rest.count < length ? "…" + text.suffix(length - 1) : "…" + rest.prefix(length - 2) + "…"
  }

  private static func sharedLength(_ one: String, _ other: String) -> Int {
    zip(one, other).prefix { $0 == $1 }.count
  }
}
