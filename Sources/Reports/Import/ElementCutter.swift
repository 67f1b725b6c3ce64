/// Cuts a JSON file that comes in pieces into the elements of its outermost array, without reading what is in them;
/// an object that stands alone is an element, too.
struct ElementCutter {
  /// An element of the file, or what is known of one that was not kept.
  enum Element {
    case whole(UnsafeRawBufferPointer)
    case tooLong
    /// The file ends in it.
    case cutOff
  }

  private let mostBytes: Int
  private var partial: [UInt8] = []
  private var isTooLong = false
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isInArray = false
  /// Of the element that was handed out last, from 1.
  private(set) var number = 0

  init(mostBytes: Int) {
    self.mostBytes = mostBytes
  }

  /// Hands out each element that ends in these bytes; the view is valid during the call.
  mutating func feed(
    _ bytes: UnsafeRawBufferPointer,
    take: (Element, Int) throws -> Void
  ) rethrows {
    var start = 0
    for place in bytes.indices {
      let byte = bytes[place]
      if isInString {
        follow(inString: byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth == 0, byte == UInt8(ascii: "["), !isInArray {
          isInArray = true
          continue
        }
        if depth == 0 { start = place }
        depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard depth > 0 else { continue }
        depth -= 1
        if depth == 0 { try deliver(bytes[start...place], take) }
      default: break
      }
    }
    if depth > 0 { keep(bytes[start...]) }
  }

  /// Names the element that the file ends in.
  mutating func finish(take: (Element, Int) throws -> Void) rethrows {
    if depth > 0 { try take(.cutOff, number + 1) }
  }

  private mutating func follow(inString byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
    }
  }

  private mutating func deliver(
    _ end: Slice<UnsafeRawBufferPointer>,
    _ take: (Element, Int) throws -> Void
  ) rethrows {
    number += 1
    if partial.isEmpty, !isTooLong, end.count <= mostBytes {
      return try take(.whole(UnsafeRawBufferPointer(rebasing: end)), number)
    }
    keep(end)
    defer {
      partial = []
      isTooLong = false
    }
    if isTooLong { return try take(.tooLong, number) }
    let number = number
    try partial.withUnsafeBytes { try take(.whole($0), number) }
  }

  private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
    guard !isTooLong else { return }
    if partial.count + bytes.count > mostBytes {
      isTooLong = true
      partial = []
    } else {
      partial.append(contentsOf: bytes)
    }
  }
}
