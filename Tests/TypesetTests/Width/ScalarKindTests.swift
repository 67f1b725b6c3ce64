import Testing

@testable import Typeset

@Suite struct ScalarKindTests {
  @Test func simpleScalarsNeverJoinEachOther() {
    let simple = (UInt32(0x20)...0xFFFF).filter { ScalarKind.simpleWidth(of: $0) != nil }
    let text = simple.compactMap(Unicode.Scalar.init).reduce(into: "") { text, scalar in
      text.unicodeScalars.append(scalar)
      text.unicodeScalars.append(scalar)
      text.unicodeScalars.append("a")
    }
    #expect(text.count == 3 * simple.count)
  }

  @Test func simpleScalarsHaveTheWidthOfTheTable() {
    let wrong = (UInt32(0xA0)...0xFFFF).filter { scalar in
      ScalarKind.simpleWidth(of: scalar).map { Int($0) != CellWidth.tableWidth(of: scalar) } == true
    }
    #expect(wrong == [])
  }

  @Test(
    arguments: [
      (0x41, .narrow), (0x6F22, .wide), (0x301, .mark), (0x200D, .joiner), (0xFE0F, .joiner),
      (0xE0100, .ideographSelector), (0x20, .space), (0xA0, .fixedSpace), (0x3000, .wideSpace),
      (0x1F1E6, .regional), (0xE0041, .tag), (0x1FAE8, .unknownEmoji), (0x202E, .hidden),
      (0x1B, .hidden), (0xE000, .hidden), (0x600, .hidden), (0xD800, .hidden),
    ] as [(UInt32, ScalarKind)]
  )
  func tellsScalarsApart(scalar: UInt32, kind: ScalarKind) {
    #expect(ScalarKind(scalar) == kind)
  }
}
