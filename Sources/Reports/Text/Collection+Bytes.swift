extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where the bytes of a text begin, which is not empty; `nil` where they do not stand in these.
  func firstPlace(of text: some Collection<UInt8>) -> Int? {
    guard let first = text.first else { return nil }
    var rest = self[...]
    while let place = rest.firstIndex(of: first) {
      if rest[place...].starts(with: text) { return place }
      rest = rest[(place + 1)...]
    }
    return nil
  }

  func contains(_ text: some Collection<UInt8>) -> Bool { firstPlace(of: text) != nil }

  /// Without blanks and line ends at either end.
  var trimmed: SubSequence {
    let start = drop { $0 <= 0x20 }
    return start.prefix(
      (start.lastIndex { $0 > 0x20 } ?? start.startIndex - 1) + 1 - start.startIndex
    )
  }
}
