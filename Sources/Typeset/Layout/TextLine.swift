/// One laid out line of a text.
package struct TextLine: Sendable, Hashable {
  /// UTF-8 offsets into the source, with the spaces and the line end that are not drawn.
  ///
  /// The ranges of all lines follow each other without a gap.
  package var sourceRange: Range<Int>
  /// Columns drawn, never more than the layout's width; spaces at the end count while they fit.
  package var widthInColumns: Int
  /// Whether the line goes on with the paragraph of the line above.
  package var isWrapped: Bool
}
