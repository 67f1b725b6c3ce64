/// The roles of one line of code, and what it leaves open.
package struct ColouredLine: Hashable, Sendable {
  /// In order, without overlap; what no span covers is plain.
  package var spans: [CodeSpan]
  package var state: LineState
}
