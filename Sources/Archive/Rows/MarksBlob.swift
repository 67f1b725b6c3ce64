import Conversation
import FoundationEssentials

/// The arrivals of a reply's deltas as bytes.
///
/// For each, two numbers in base 128, low digits first, a set high bit for "more follows" (LEB128): the nanoseconds since
/// the one before, zigzag, then the length in bytes times four plus the channel (0 content, 1 reasoning, 2 refusal).
enum MarksBlob {
  /// As a column holds them: NULL for none.
  static func column(_ marks: [Reply.Mark]) -> Data? {
    marks.isEmpty ? nil : Data(bytes(of: marks))
  }

  static func bytes(of marks: [Reply.Mark]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(marks.count * 6)
    var last: UInt64 = 0
    for mark in marks {
      let gap = Int64(bitPattern: mark.time.nanoseconds &- last)
      last = mark.time.nanoseconds
      append(UInt64(bitPattern: (gap << 1) ^ (gap >> 63)), to: &bytes)
      append(UInt64(mark.lengthInBytes) << 2 | number(of: mark.channel), to: &bytes)
    }
    return bytes
  }

  /// What can be read of them; bytes that are none end it.
  static func marks(in bytes: [UInt8]) -> [Reply.Mark] {
    var rest = bytes[...]
    var marks: [Reply.Mark] = []
    marks.reserveCapacity(bytes.count / 5)
    var time: UInt64 = 0
    while let gap = takeNumber(from: &rest), let length = takeNumber(from: &rest) {
      time &+= (gap >> 1) ^ (0 &- (gap & 1))
      guard let channel = channel(of: length & 3),
        let lengthInBytes = Int(clamping: length >> 2).plausibleCount
      else { return marks }
      let mark = Delta.Mark(
        time: MonotonicTime(nanoseconds: time),
        lengthInBytes: lengthInBytes
      )
      marks.append(Reply.Mark(mark, of: channel))
    }
    return marks
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func takeNumber(from bytes: inout ArraySlice<UInt8>) -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = bytes.popFirst(), shift < 64 {
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }

  private static func number(of channel: Delta.Channel) -> UInt64 {
    switch channel {
    case .content: 0
    case .reasoning: 1
    case .refusal: 2
    }
  }

  private static func channel(of number: UInt64) -> Delta.Channel? {
    switch number {
    case 0: .content
    case 1: .reasoning
    case 2: .refusal
    default: nil
    }
  }
}
