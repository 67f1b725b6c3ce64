/// Where the lines of a part of the source begin, as cmark counts lines.
struct SourceLines {
  /// Offsets into the whole source; the last one is the end.
  private var starts: [Int]
  /// Lines that were put before the source for the parser's sake.
  private let added: Int

  init(of source: ArraySlice<UInt8>, added: Int) {
    self.added = added
    starts = [source.startIndex]
    var offset = source.startIndex
    while offset < source.endIndex {
      let byte = source[offset]
      offset += 1
      if byte == UInt8(ascii: "\r"), offset < source.endIndex, source[offset] == UInt8(ascii: "\n")
      {
        offset += 1
      } else if byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
        continue
      }
      starts.append(offset)
    }
    if starts.last != source.endIndex { starts.append(source.endIndex) }
  }

  /// Where a line begins that cmark numbers from 1; `nil` for a line that was put before.
  func start(ofLine line: Int) -> Int? {
    let index = line - added - 1
    guard index >= 0 else { return nil }
    return starts[min(index, starts.count - 1)]
  }

  /// Where the line begins that a place is in.
  func start(ofLineAt offset: Int) -> Int {
    starts[max(0, starts.partition { $0 <= offset } - 1)]
  }
}
