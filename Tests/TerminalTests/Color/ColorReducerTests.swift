import Testing
import Workbench

@testable import Terminal

@Suite struct ColorReducerTests {
  static let abilities: [ColorAbility] = [
    .none, .palette8, .palette16, .palette256, .truecolor,
  ]

  @Test(
    "brings a colour down to what the terminal has",
    arguments: [
      (.terminalDefault, [-1, -1, -1, -1, -1]),
      (.palette(1), [-1, 1, 1, 1, 1]),
      (.palette(9), [-1, 1, 9, 9, 9]),
      (.palette(196), [-1, 1, 9, 196, 196]),
      (.palette(232), [-1, 0, 0, 232, 232]),
      (.rgb(red: 255, green: 0, blue: 0), [-1, 1, 9, 196, 0xFF0000]),
      (.rgb(red: 0x1E, green: 0x1E, blue: 0x2E), [-1, 0, 0, 235, 0x1E1E2E]),
      (.rgb(red: 128, green: 128, blue: 128), [-1, 7, 8, 244, 0x808080]),
      (.rgb(red: 255, green: 255, blue: 255), [-1, 7, 15, 231, 0xFFFFFF]),
      (.rgb(red: 0, green: 0, blue: 0), [-1, 0, 0, 16, 0x000100]),
      (.rgb(red: 0, green: 0, blue: 7), [-1, 0, 0, 16, 0x000107]),
      (.rgb(red: 0, green: 1, blue: 0), [-1, 0, 0, 16, 0x000100]),
    ] as [(Color, [Int32])]
  )
  func reduces(color: Color, expected: [Int32]) {
    #expect(Self.abilities.map { ColorReducer(ability: $0).number(of: color) } == expected)
  }

  @Test func keepsEveryColourOfThePalette() {
    let reducer = ColorReducer(ability: .palette256)
    #expect((0...255).map { reducer.number(of: .palette($0)) } == (0...255).map(Int32.init))
  }

  @Test func findsItsOwnCubeAndGreys() {
    let reducer = ColorReducer(ability: .palette256)
    let found = (16...255).map { index -> Int32 in
      let own = XtermPalette.color(UInt8(index))
      return reducer.number(
        of: .rgb(red: UInt8(own.red), green: UInt8(own.green), blue: UInt8(own.blue))
      )
    }
    // A grey of the ramp is also a corner of the cube, which comes first.
    #expect(found.enumerated().filter { $0.element != Int32($0.offset + 16) }.count <= 1)
  }
}
