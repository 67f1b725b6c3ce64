/// A fence of code that is open (CommonMark 4.5).
struct MarkdownFence: Equatable {
  let sign: UInt8
  let count: Int

  /// What closes it.
  var closing: String { String(repeating: Character(Unicode.Scalar(sign)), count: count) }

  /// Opens or closes a fence where the line, which has no end, does.
  static func follow(_ line: ArraySlice<UInt8>, _ fence: inout MarkdownFence?) {
    let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = line.dropFirst(indent)
    guard indent <= 3, let sign = rest.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~")
    else { return }
    let count = rest.prefix { $0 == sign }.count
    guard count >= 3 else { return }
    let info = rest.dropFirst(count)
    if let open = fence {
      let isBlank = info.allSatisfy { " \t\r".utf8.contains($0) }
      if sign == open.sign, count >= open.count, isBlank { fence = nil }
    } else if sign != UInt8(ascii: "`") || !info.contains(sign) {
      fence = MarkdownFence(sign: sign, count: count)
    }
  }
}
