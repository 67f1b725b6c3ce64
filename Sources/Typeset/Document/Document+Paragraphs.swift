extension Document {
  /// Where each paragraph, heading, item, table and piece of code begins in the source, in UTF-8 bytes, from the top; as
  /// far as the text was read.
  package var paragraphs: [Int] { blocks.map(\.source.lowerBound) }
}
