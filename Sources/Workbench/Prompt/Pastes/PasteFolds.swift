/// Pasted texts that stand in a text as one character each, so that they move and go as a unit.
///
/// The character is U+FDD0, which Unicode keeps for a program's own use, with a variation selector that says
/// which text it is. What is not in here is no fold and stays as it is.
struct PasteFolds: Sendable, Equatable {
  /// One pasted text.
  struct Fold: Sendable, Equatable {
    /// Counts from 1, to tell folds apart on screen.
    let number: Int
    let text: String
    /// What is drawn in its place; it has no blank at which it could be broken.
    let label: String
  }

  private static let base: UInt32 = 0xFDD0
  private static let firstSelector: UInt32 = 0xE0100
  /// As many as there are variation selectors in a row.
  private static let most = 240

  private var folds: [UInt32: Fold] = [:]
  private var next: UInt32 = 0

  var isEmpty: Bool { folds.isEmpty }

  /// Keeps a text, whose lines end with LF.
  ///
  /// - Returns: The character that stands for it; `nil` when there are too many.
  mutating func add(_ text: String, lines: Int, number: Int) -> String? {
    guard folds.count < Self.most else { return nil }
    while folds[next] != nil { next = (next + 1) % UInt32(Self.most) }
    let mark = [Self.base, Self.firstSelector + next].compactMap(Unicode.Scalar.init)
    let size = ByteCount.text(text.utf8.count)
    let label = "[paste \(number): \(lines) lines, \(size)]".replacing(" ", with: "\u{A0}")
    folds[next] = Fold(number: number, text: text, label: label)
    next = (next + 1) % UInt32(Self.most)
    return String(String.UnicodeScalarView(mark))
  }

  /// Takes over those of another editor, over its own of the same character.
  mutating func add(_ other: PasteFolds) {
    folds.merge(other.folds) { $1 }
  }

  /// Forgets the texts whose characters stand in none of these.
  mutating func keep(onlyThoseIn texts: [String]) {
    guard !isEmpty else { return }
    var used: Set<UInt32> = []
    for text in texts { for place in places(in: text) { used.insert(place.id) } }
    folds = folds.filter { used.contains($0.key) }
  }

  /// The text with every fold opened.
  func expanded(_ text: String) -> String {
    replacing(text) { $0.text }
  }

  /// The text as it is drawn.
  func labelled(_ text: String) -> String {
    replacing(text) { $0.label }
  }

  /// The folds in a text, with the UTF-8 bytes that stand for each.
  func found(in text: String) -> [(range: Range<Int>, fold: Fold)] {
    places(in: text).compactMap { place in folds[place.id].map { (place.range, $0) } }
  }

  private func replacing(_ text: String, by replacement: (Fold) -> String) -> String {
    let found = found(in: text)
    guard !found.isEmpty else { return text }
    var result = ""
    var start = text.utf8.startIndex
    var offset = 0
    for (range, fold) in found {
      let index = text.utf8.index(start, offsetBy: range.lowerBound - offset)
      result += text[start..<index]
      result += replacement(fold)
      start = text.utf8.index(index, offsetBy: range.count)
      offset = range.upperBound
    }
    return result + text[start...]
  }

  /// Where the characters of folds stand: three bytes for U+FDD0 and four for the selector.
  private func places(in text: String) -> [(range: Range<Int>, id: UInt32)] {
    guard !isEmpty else { return [] }
    var places: [(range: Range<Int>, id: UInt32)] = []
    var offset = 0
    var isAfterBase = false
    for scalar in text.unicodeScalars {
      let id = scalar.value &- Self.firstSelector
      if isAfterBase, folds[id] != nil { places.append((offset - 3..<offset + 4, id)) }
      isAfterBase = scalar.value == Self.base
      offset += UTF8.width(scalar)
    }
    return places
  }
}
