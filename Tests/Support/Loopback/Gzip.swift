/// Makes gzip members (RFC 1952) without compressing, enough for a test of decoding.
package enum Gzip {
  /// Takes 65,535 bytes at most.
  package static func stored(_ bytes: [UInt8]) -> [UInt8] {
    precondition(bytes.count <= 65_535, "one stored block holds no more")
    let length = UInt16(bytes.count)
    var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    member.append(1)
    member += littleEndian(length)
    member += littleEndian(~length)
    member += bytes
    member += littleEndian(checksum(bytes))
    member += littleEndian(UInt32(bytes.count))
    return member
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
    }
    return ~sum
  }

  private static func littleEndian<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
