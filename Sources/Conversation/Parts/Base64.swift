/// Base64 as RFC 4648 has it, with padding and without line ends.
///
/// The library's own is `Data`'s, and bytes would be copied into one and back.
package enum Base64 {
  package static func text(of bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let count = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: count) { text in
      var place = 0
      for start in stride(from: 0, to: bytes.count, by: 3) {
        let left = bytes.count - start
        let second = left > 1 ? bytes[start + 1] : 0
        let third = left > 2 ? bytes[start + 2] : 0
        text[place] = digits[Int(bytes[start] >> 2)]
        text[place + 1] = digits[Int((bytes[start] & 3) << 4 | second >> 4)]
        text[place + 2] =
          left > 1 ? digits[Int((second & 15) << 2 | third >> 6)] : UInt8(ascii: "=")
        text[place + 3] = left > 2 ? digits[Int(third & 63)] : UInt8(ascii: "=")
        place += 4
      }
      return count
    }
  }
}
