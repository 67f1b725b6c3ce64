/// Reads grapheme clusters from UTF-8 and draws each as glyphs.
///
/// A cluster is a `Character`, save that a hidden scalar is always one by itself, and that a cluster ends
/// after 32 scalars, so that no input makes a character of unbounded length.
/// For the line breaker's sake a cluster's columns never shrink when scalars are added to it.
struct ClusterScanner {
  /// One cluster; its glyphs are in the scanner until the next scan.
  struct Cluster {
    /// The offset after it.
    var end: Int
    /// A tab counts 0: its width depends on where it stands.
    var columns: Int
    var breakClass: BreakClass
  }

  static let longestClusterInScalars = 32

  private(set) var glyphs: [Glyph] = []
  private var scalars: [UInt32] = []

  /// Reads the cluster that begins at an offset before the end.
  mutating func scan(_ bytes: Span<UInt8>, at start: Int) -> Cluster {
    glyphs.removeAll(keepingCapacity: true)
    let byte = bytes[start]
    if byte < 0x20 || byte == 0x7F { return control(byte, in: bytes, at: start) }
    if let cluster = simple(bytes, at: start) { return cluster }
    let end = collect(bytes, from: start)
    draw()
    return Cluster(end: end, columns: columns, breakClass: breakClass)
  }

  /// A common character before another: told apart without the rules for joining.
  private mutating func simple(_ bytes: Span<UInt8>, at start: Int) -> Cluster? {
    let first = bytes.scalar(at: start)
    let end = start + first.length
    guard let width = ScalarKind.simpleWidth(of: first.value),
      end == bytes.count || ScalarKind.simpleWidth(of: bytes.scalar(at: end).value) != nil
    else { return nil }
    glyphs.append(Glyph(base: first.value, width: width))
    let breakClass: BreakClass =
      switch first.value {
      case 0x20: .space
      case 0..<0x7F: BreakClass(ascii: UInt8(first.value))
      default: width == 2 ? BreakClass(wide: first.value) : .text
      }
    return Cluster(end: end, columns: Int(width), breakClass: breakClass)
  }

  private var columns: Int { glyphs.reduce(0) { $0 + Int($1.width) } }

  private var breakClass: BreakClass {
    let base = scalars[0]
    if base < 0x7F {
      if base != 0x20 { return BreakClass(ascii: UInt8(base)) }
      return scalars.count == 1 ? .space : .text
    }
    switch ScalarKind(base) {
    case .wide: return BreakClass(wide: base)
    case .space, .wideSpace: return scalars.count == 1 ? .space : .text
    default: return .text
    }
  }

  private mutating func control(_ byte: UInt8, in bytes: Span<UInt8>, at start: Int) -> Cluster {
    let next = start + 1
    switch byte {
    case UInt8(ascii: "\n"): return Cluster(end: next, columns: 0, breakClass: .newline)
    case UInt8(ascii: "\t"): return Cluster(end: next, columns: 0, breakClass: .tab)
    case UInt8(ascii: "\r"):
      if next == bytes.count { return Cluster(end: next, columns: 0, breakClass: .pendingReturn) }
      if bytes[next] == UInt8(ascii: "\n") {
        return Cluster(end: next + 1, columns: 0, breakClass: .newline)
      }
    default: break
    }
    Substitute.append(for: UInt32(byte), to: &glyphs)
    return Cluster(end: next, columns: 1, breakClass: .text)
  }

  /// Gathers the scalars of one cluster and returns the offset after it.
  private mutating func collect(_ bytes: Span<UInt8>, from start: Int) -> Int {
    scalars.removeAll(keepingCapacity: true)
    let first = bytes.scalar(at: start)
    scalars.append(first.value)
    var end = start + first.length
    guard end < bytes.count, ScalarKind(first.value).canLead(first.value) else { return end }
    var recognizer = Unicode._CharacterRecognizer(first: first.value)
    while end < bytes.count, scalars.count < Self.longestClusterInScalars {
      let next = bytes.scalar(at: end)
      guard let scalar = Unicode.Scalar(next.value), !recognizer.hasBreak(before: scalar),
        belongs(next.value)
      else { break }
      scalars.append(next.value)
      end += next.length
    }
    return end
  }

  /// Whether a scalar that extends the character is drawn with it, rather than shown by itself.
  private func belongs(_ scalar: UInt32) -> Bool {
    switch ScalarKind(scalar) {
    case .hidden: false
    case .tag: scalars[0] == 0x1F3F4
    case .ideographSelector: scalars.count == 1 && ScalarKind(scalars[0]) == .wide
    default: true
    }
  }

  private mutating func draw() {
    let base = scalars[0]
    let kind = ScalarKind(base)
    switch kind {
    case .regional: drawFlag()
    case .unknownEmoji:
      // A white square: wide, and known to every C library.
      glyphs.append(Glyph(base: 0x2B1C, width: 2, isSubstitute: true))
    case _ where !kind.canLead(base): Substitute.append(for: base, to: &glyphs)
    case _ where isRiskyEmoji:
      glyphs.append(Glyph(base: base, width: kind == .wide ? 2 : 1))
      if kind != .wide { glyphs.append(.space) }
    default: for scalar in scalars { draw(scalar) }
    }
  }

  /// A pair of regional indicators as it is, half a pair as a wide letter of the same width.
  private mutating func drawFlag() {
    if scalars.count > 1, ScalarKind(scalars[1]) == .regional {
      glyphs.append(Glyph(base: scalars[0]))
      glyphs.append(Glyph(base: scalars[1]))
    } else {
      glyphs.append(Glyph(base: scalars[0] - 0x1F1E6 + 0xFF21, width: 2, isSubstitute: true))
    }
  }

  /// Whether terminals disagree about the width of this sequence.
  private var isRiskyEmoji: Bool {
    guard scalars.count > 1, let base = Unicode.Scalar(scalars[0]) else { return false }
    guard base.properties.isEmoji else { return false }
    if base.isASCII { return scalars[1] == 0xFE0F || scalars[1] == 0x20E3 }
    return scalars.dropFirst().contains {
      $0 != 0xFE0E && (ScalarKind($0) != .mark || $0 == 0x20E3)
    }
  }

  private mutating func draw(_ scalar: UInt32) {
    switch ScalarKind(scalar) {
    case .narrow, .regional: glyphs.append(Glyph(base: scalar))
    case .wide: glyphs.append(Glyph(base: scalar, width: 2))
    case .space, .fixedSpace: glyphs.append(.space)
    case .wideSpace: glyphs += [.space, .space]
    case .unknownEmoji: glyphs.append(Glyph(base: 0x2B1C, width: 2, isSubstitute: true))
    // The voiced marks of kana: of no width, but some terminals give them two columns. Their spacing forms
    // have two everywhere.
    case .mark where scalar == 0x3099 || scalar == 0x309A:
      glyphs.append(Glyph(base: scalar + 2, width: 2, isSubstitute: true))
    case .mark: attach(scalar)
    case .joiner, .ideographSelector, .tag, .hidden: break
    }
  }

  private mutating func attach(_ mark: UInt32) {
    // A mark with nothing to sit on would land in the cell to the left: give it a dotted circle.
    if glyphs.isEmpty { glyphs.append(Glyph(base: 0x25CC, isSubstitute: true)) }
    let last = glyphs.count - 1
    for index in 0..<4 where glyphs[last].marks[index] == 0 {
      glyphs[last].marks[index] = mark
      return
    }
  }
}

extension ScalarKind {
  /// Whether a cluster may begin with the scalar and be drawn as it is.
  fileprivate func canLead(_ scalar: UInt32) -> Bool {
    switch self {
    case .narrow, .wide, .space, .fixedSpace, .wideSpace, .regional, .unknownEmoji: true
    case .mark: scalar != 0x200C
    case .joiner, .ideographSelector, .tag, .hidden: false
    }
  }
}

extension Unicode._CharacterRecognizer {
  /// One that has seen a character's first scalar.
  init(first: UInt32) {
    self.init()
    if let scalar = Unicode.Scalar(first) { _ = hasBreak(before: scalar) }
  }
}

extension Span<UInt8> {
  /// The scalar at an offset of valid UTF-8, and its length in bytes.
  @inline(__always)
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(self[offset])
    if first < 0x80 { return (first, 1) }
    func continuation(_ index: Int) -> UInt32 { UInt32(self[offset + index]) & 0x3F }
    if first < 0xE0 { return ((first & 0x1F) << 6 | continuation(1), 2) }
    if first < 0xF0 {
      return ((first & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3)
    }
    let high = (first & 0x07) << 18 | continuation(1) << 12
    return (high | continuation(2) << 6 | continuation(3), 4)
  }
}
