/// What a line of code leaves open for the next: a comment, a string, a here-document.
///
/// It belongs to the language and the `Highlighter` it came from, and is good as long as that lives.
package struct LineState: Hashable, Sendable {
  let number: Int32

  /// Nothing is open, as at the top of a text.
  package static let fresh = LineState(number: 0)
}
