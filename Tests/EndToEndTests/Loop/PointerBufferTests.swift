import Support
import Terminal
import Testing
import Workbench

@testable import weir

@Suite struct PointerBufferTests {
  private static func wheel(_ lines: Int) -> TerminalInput {
    .mouse(MouseEvent(kind: .wheel(lines), row: 5, column: 50))
  }

  private static func drag(_ column: Int, _ modifiers: Key.Modifiers = []) -> TerminalInput {
    .mouse(MouseEvent(kind: .drag, row: 5, column: column, modifiers: modifiers))
  }

  private static let key = TerminalInput.key(Key(.character("x")))

  @Test func aFastWheelCostsOneUpdateAFrame() {
    var buffer = PointerBuffer()
    // A report every millisecond, each in a read of its own, and a frame every sixteen.
    let updates = (1...320).flatMap {
      buffer.take([Self.wheel($0 % 4 == 0 ? -3 : 3)], isFrameDue: $0 % 16 == 0)
    }
    #expect(updates == Array(repeating: Self.wheel(24), count: 20))
    #expect(!buffer.isHolding)
  }

  @Test func manyTurnsInOneReadAreOneUpdate() {
    var decoder = KeyDecoder()
    let bytes = Array(String(repeating: "\u{1B}[<65;51;6M", count: 500).utf8)
    let inputs = bytes.withUnsafeBytes { decoder.feed($0) }.compactMap { item in
      if case .input(let input) = item { input } else { nil }
    }
    var buffer = PointerBuffer()
    #expect(buffer.take(inputs, isFrameDue: true) == [Self.wheel(1_500)])
  }

  @Test func aDragIsWhereItEnds() {
    var buffer = PointerBuffer()
    #expect(buffer.take([Self.drag(1), Self.drag(2)], isFrameDue: false) == [])
    #expect(buffer.take([Self.drag(3)], isFrameDue: true) == [Self.drag(3)])
  }

  @Test func whatElseComesIsLetThroughAtOnceInOrder() {
    var buffer = PointerBuffer()
    #expect(buffer.take([Self.wheel(3), Self.wheel(3)], isFrameDue: false) == [])
    #expect(
      buffer.take([Self.key, Self.wheel(-3)], isFrameDue: false)
        == [Self.wheel(6), Self.key, Self.wheel(-3)]
    )
    let release = TerminalInput.mouse(MouseEvent(kind: .release, row: 5, column: 9))
    #expect(buffer.take([Self.drag(8)], isFrameDue: false) == [])
    #expect(buffer.take([release], isFrameDue: false) == [Self.drag(8), release])
  }

  @Test func modifiersKeepEventsApart() {
    var buffer = PointerBuffer()
    let inputs = [Self.drag(1), Self.drag(2, .alt), Self.drag(3, .alt)]
    #expect(buffer.take(inputs, isFrameDue: true) == [Self.drag(1), Self.drag(3, .alt)])
  }

  @Test func whatComesToNothingIsNothing() {
    var buffer = PointerBuffer()
    #expect(buffer.take([Self.wheel(3), Self.wheel(-3)], isFrameDue: false) == [])
    #expect(buffer.isHolding)
    #expect(buffer.flush() == [])
    #expect(!buffer.isHolding)
  }
}
