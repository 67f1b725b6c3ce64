import CMarkdown

/// Finds what may be labels of link references and footnotes, without the rules of Markdown: rather too many.
enum ReferenceLabels {
  /// A label of a link definition has at most this many bytes (CommonMark: 999 characters).
  private static let longest = 4_000

  /// The texts in brackets that hold no brackets themselves, in the form in which labels are compared.
  static func all(in bytes: ArraySlice<UInt8>) -> Set<String> {
    guard bytes.contains(UInt8(ascii: "[")) else { return [] }
    var labels: Set<String> = []
    scan(bytes) { label, _ in labels.insert(normalized(label)) }
    return labels
  }

  /// The labels before a colon as they are written, from the first.
  static func defined(in bytes: ArraySlice<UInt8>) -> [String] {
    definedPlaces(in: bytes).map { collapsed(bytes[$0]) }
  }

  /// Where the labels before a colon stand.
  static func definedPlaces(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    guard bytes.contains(sequence: "]:") else { return [] }
    var places: [Range<Int>] = []
    scan(bytes) { label, end in
      if end < bytes.endIndex, bytes[end] == UInt8(ascii: ":") { places.append(label.indices) }
    }
    return places
  }

  /// Where the labels of what may be footnotes stand, each with its `^`: by cmark's rule, which lets them
  /// hold brackets.
  static func footnotePlaces(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var index = bytes.startIndex
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "^") else { continue }
      let label = bytes[index...].prefix(longest).prefix { !"] \r\n\t\0".utf8.contains($0) }
      guard label.count > 1, bytes[label.endIndex...].starts(with: "]:".utf8) else { continue }
      places.append(label.indices)
      index = label.endIndex
    }
    return places
  }

  private static func scan(
    _ bytes: ArraySlice<UInt8>,
    found: (ArraySlice<UInt8>, _ end: Int) -> Void
  ) {
    var open: Int?
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): open = index + 1
      case UInt8(ascii: "]"):
        if let start = open, index - start <= longest, index > start {
          found(bytes[start..<index], index + 1)
        }
        open = nil
      default: break
      }
      index += 1
    }
  }

  /// Labels match whatever their case and their white space (CommonMark 4.7).
  static func normalized(_ label: ArraySlice<UInt8>) -> String { collapsed(label).lowercased() }

  private static func collapsed(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(
      separator: " "
    )
  }
}

extension ArraySlice<UInt8> {
  fileprivate func contains(sequence: StaticString) -> Bool {
    withUnsafeBytes { bytes in
      memmem(bytes.baseAddress, bytes.count, sequence.utf8Start, sequence.utf8CodeUnitCount) != nil
    }
  }
}
