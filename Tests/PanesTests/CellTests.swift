import Panes
import Testing
import Workbench

/// What a cell is in memory, by which frames are compared.
@Suite struct CellTests {
  private static let colors: [Color] = [
    .terminalDefault, .palette(0), .palette(7), .palette(255), .rgb(red: 0, green: 0, blue: 0),
    .rgb(red: 1, green: 2, blue: 3), .rgb(red: 255, green: 254, blue: 253),
  ]

  private static let styles = colors.flatMap { foreground in
    colors.flatMap { background in
      [Attributes(), [.bold], [.strike, .dim], Attributes(rawValue: .max)].map {
        Style(foreground: foreground, background: background, attributes: $0)
      }
    }
  }

  @Test func aStyleIsWhatItWasMadeOf() {
    var index = 0
    for foreground in Self.colors {
      for background in Self.colors {
        for attributes in [Attributes(), [.bold], [.strike, .dim], Attributes(rawValue: .max)] {
          var style = Self.styles[index]
          #expect(style.foreground == foreground)
          #expect(style.background == background)
          #expect(style.attributes == attributes)
          style.attributes.formUnion(.reverse)
          style.foreground = .palette(9)
          #expect(style.foreground == .palette(9))
          #expect(style.background == background)
          #expect(style.attributes == attributes.union(.reverse))
          style.background = .rgb(red: 9, green: 8, blue: 7)
          #expect(style.foreground == .palette(9))
          #expect(style.background == .rgb(red: 9, green: 8, blue: 7))
          index += 1
        }
      }
    }
    #expect(Set(Self.styles).count == index)
  }

  @Test func allMemoryOfACellHasAValue() {
    let size =
      MemoryLayout<UInt64>.size + 2 * MemoryLayout<UInt32>.size
      + MemoryLayout<SIMD4<UInt32>>.size
    #expect(MemoryLayout<Cell>.stride == size)
    #expect(MemoryLayout<Cell>.size == size)
  }
}
