/// Cuts a JSON file that comes in pieces into the elements of its outermost array, without reading what is in them;
/// an object that stands alone is an element, too.
struct ElementCutter {
  private var buffer: PieceBuffer
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isInArray = false

  init(mostBytes: Int) {
    buffer = PieceBuffer(mostBytes: mostBytes)
  }

  /// Hands out each element that ends in these bytes; the view is valid during the call.
  mutating func feed(
    _ bytes: UnsafeRawBufferPointer,
    take: (PieceBuffer.Piece, Int) throws -> Void
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
        if depth == 0 { try buffer.complete(bytes[start...place], take: take) }
      default: break
      }
    }
    if depth > 0 { buffer.keep(bytes[start...]) }
  }

  /// The number of the element that the file ends in; `nil` where all have ended.
  var numberOfCutOff: Int? { depth > 0 ? buffer.number + 1 : nil }

  private mutating func follow(inString byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
    }
  }
}
