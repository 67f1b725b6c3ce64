import Glibc

/// Gathers a bracketed paste until its end mark, in time linear in its length.
struct PasteCollector {
  /// What is beyond this is dropped: a paste whose end never comes must not eat the memory.
  static let limitInBytes = 64 << 20
  private static let endMark = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How many bytes of the end mark the last bytes seen make up.
  private var matched = 0

  /// Takes what belongs to the paste.
  ///
  /// - Returns: How many bytes were taken, and the text when the end mark was among them.
  mutating func feed(_ input: UnsafeRawBufferPointer) -> (taken: Int, text: String?) {
    var index = 0
    while index < input.count {
      if matched == 0 {
        let end = Self.firstEscape(in: input, from: index)
        keep(UnsafeRawBufferPointer(rebasing: input[index..<end]))
        index = end
        guard index < input.count else { break }
      }
      if input[index] == Self.endMark[matched] {
        matched += 1
        index += 1
        if matched == Self.endMark.count { return (index, finish()) }
      } else {
        Self.endMark[..<matched].withUnsafeBytes { keep($0) }
        matched = 0
      }
    }
    return (index, nil)
  }

  private mutating func keep(_ part: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: part.prefix(Self.limitInBytes - min(bytes.count, Self.limitInBytes)))
  }

  private mutating func finish() -> String {
    // Repaired first: a control that is taken out between two bytes must not make a character of them.
    var repaired = String(decoding: bytes, as: UTF8.self)
    self = PasteCollector()
    return repaired.withUTF8 { String(decoding: Self.strippedOfControls($0), as: UTF8.self) }
  }

  private static func firstEscape(in input: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = input.baseAddress else { return input.count }
    let found = memchr(base + start, 0x1B, input.count - start)
    return found.map { UnsafeRawPointer($0) - base } ?? input.count
  }

  /// Line ends become LF; of the other controls (C0, DEL, C1) only the tab stays.
  private static func strippedOfControls(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        index += 1
        switch byte {
        case 0x0D:
          if next == 0x0A { index += 1 }
          buffer[count] = 0x0A
        case 0x09, 0x0A: buffer[count] = byte
        case 0x00..<0x20, 0x7F: continue
        case 0xC2 where (0x80...0x9F).contains(next):
          index += 1
          continue
        default: buffer[count] = byte
        }
        count += 1
      }
    }
  }
}
