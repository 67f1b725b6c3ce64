extension [Glyph] {
  /// A text on one line, everything hidden shown, line ends too; tabs become one space.
  package init(oneLine text: some StringProtocol) {
    self.init()
    var text = String(text)
    reserveCapacity(text.utf8.count)
    text.withUTF8 { utf8 in
      var scanner = ClusterScanner()
      var offset = 0
      while offset < utf8.count {
        let cluster = scanner.scan(utf8.span, at: offset)
        switch cluster.breakClass {
        case .newline: Substitute.append(for: 0x0A, to: &self)
        case .pendingReturn: Substitute.append(for: 0x0D, to: &self)
        case .tab: append(.space)
        default: append(contentsOf: scanner.glyphs)
        }
        offset = cluster.end
      }
    }
  }

  package var widthInColumns: Int { reduce(0) { $0 + Int($1.width) } }

  /// As many glyphs as fit, the last column an ellipsis where some were left out.
  package func fitted(toColumns columns: Int) -> [Glyph] {
    guard widthInColumns > columns else { return self }
    guard columns > 0 else { return [] }
    var result: [Glyph] = []
    var used = 0
    for glyph in self {
      guard used + Int(glyph.width) < columns else { break }
      result.append(glyph)
      used += Int(glyph.width)
    }
    return result + [Glyph(base: 0x2026)]
  }
}
