import Panes
import Support
import Testing
import Workbench

@testable import Terminal

@Suite(.serialized) @MainActor struct HyperlinkTests {
  private static let address = "https://example.org/a"

  private static func painted(rows: Int = 3, columns: Int = 20) throws -> PaintedTerminal {
    let painted = try PaintedTerminal(rows: rows, columns: columns)
    painted.screen.takesLinks = true
    return painted
  }

  private static func draw(_ count: String, in frame: inout Frame, row: Int = 1) {
    frame.write("see here: \(count)", row: row)
    frame.links = [FrameLink(row: row, columns: 4..<8, url: address, id: 7)]
    frame.cursor = Frame.Position(row: 0, column: 2)
  }

  private static var sequence: String {
    "\u{1B}[2;5H\u{1B}]8;id=7;\(address)\u{1B}\\here\u{1B}]8;;\u{1B}\\\u{1B}[1;3H"
  }

  @Test func sendsTheTextOfALinkWithinItsAddress() throws {
    let painted = try Self.painted()
    painted.paint { Self.draw("1", in: &$0) }
    let text = String(decoding: painted.sent, as: UTF8.self)
    #expect(text.hasSuffix(Self.sequence))
    #expect((0..<20).filter { painted.terminal.link(row: 1, column: $0) != nil } == [4, 5, 6, 7])
    #expect(painted.terminal.snapshot().cursor == Frame.Position(row: 0, column: 2))
  }

  @Test func sendsNothingWhileNothingChanges() throws {
    let painted = try Self.painted()
    for _ in 0..<2 { painted.paint { Self.draw("1", in: &$0) } }
    #expect(painted.sent == [])
  }

  @Test func sendsALinkAgainOnlyWithItsRow() throws {
    let painted = try Self.painted()
    painted.paint { Self.draw("1", in: &$0) }
    painted.paint { frame in
      Self.draw("1", in: &frame)
      frame.write("another row", row: 2)
    }
    #expect(!String(decoding: painted.sent, as: UTF8.self).contains("\u{1B}]8"))
    painted.paint { frame in
      Self.draw("2", in: &frame)
      frame.write("another row", row: 2)
    }
    #expect(String(decoding: painted.sent, as: UTF8.self).contains(Self.sequence))
  }

  @Test func keepsALinkThatTheCursorIsMovedOver() throws {
    let painted = try Self.painted()
    for (digit, column) in [("1", 5), ("2", 7)] {
      painted.paint { frame in
        Self.draw("1", in: &frame)
        frame.write("     \(digit)", row: 0)
        frame.cursor = Frame.Position(row: 1, column: column)
      }
    }
    // A step to the right is made by writing the `r` of the second row again, which is no change of that row.
    #expect(String(decoding: painted.sent, as: UTF8.self).hasPrefix("\u{1B}[A2\u{1B}[2dr"))
    #expect((4..<8).allSatisfy { painted.terminal.link(row: 1, column: $0) == Self.address })
  }

  @Test func costsNothingWhereNoLinkIs() throws {
    let painted = try Self.painted()
    let bytes = [true, false].map { takesLinks in
      painted.screen.takesLinks = takesLinks
      return ["", "tyXped", "count 1", "count 2", "typed", "tyXped"].map { text -> [UInt8] in
        painted.paint { $0.write(text, row: 1) }
        return painted.sent
      }.dropFirst(2)
    }
    #expect(bytes[0] == bytes[1])
  }

  @Test func leavesLinksOutWhereTheTerminalDoesNotKnowThem() throws {
    let painted = try PaintedTerminal(rows: 3, columns: 20)
    painted.paint { Self.draw("1", in: &$0) }
    #expect(!String(decoding: painted.sent, as: UTF8.self).contains("\u{1B}]8"))
    painted.screen.takesLinks = true
    painted.paint { Self.draw("1", in: &$0) }
    #expect(String(decoding: painted.sent, as: UTF8.self) == Self.sequence)
  }

  @Test func takesALinkOffTextThatStays() throws {
    let painted = try Self.painted()
    painted.paint { Self.draw("1", in: &$0) }
    painted.paint { $0.write("see here: 1", row: 1) }
    #expect((0..<20).allSatisfy { painted.terminal.link(row: 1, column: $0) == nil })
    #expect(painted.terminal.rows == ["", "see here: 1", ""])
  }

  @Test func linksToNothingThatIsNotSafe() throws {
    let painted = try Self.painted()
    painted.paint { frame in
      frame.write("see here", row: 1)
      frame.links = [FrameLink(row: 1, columns: 4..<8, url: "file:///etc/passwd", id: 1)]
    }
    #expect(!String(decoding: painted.sent, as: UTF8.self).contains("\u{1B}]8"))
  }

  @Test("shows the frame and its links after every change", arguments: Soak.seeds(4, whole: 40))
  func followsChanges(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let painted = try Self.painted(rows: 8, columns: 24)
    var frame = LinkedFrame(size: painted.size)
    for round in 0..<300 {
      frame.change(with: &random)
      if round % 50 == 49 { painted.screen.forget() }
      painted.paint(frame.frame)
      try #require(frame.differences(from: painted.terminal) == [])
      painted.paint(frame.frame)
      try #require(painted.sent == [])
    }
  }
}
