import Foundation
import Panes
import Support
import Testing
import Workbench

@testable import Terminal

@Suite(.serialized) @MainActor struct AttributeTests {
  private static let cases: [(Attributes, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strike, "9"),
    ([.bold, .strike], "9"), ([.dim, .strike], "2"), ([.italic, .strike, .underline], "3"),
  ]

  /// The SGR numbers of all sequences.
  private static func numbers(in bytes: [UInt8]) -> Set<String> {
    let text = String(decoding: bytes, as: UTF8.self)
    let sequences = text.split(separator: "\u{1B}[").compactMap { part -> Substring? in
      let end = part.firstIndex { $0.isLetter }
      return end.flatMap { part[$0] == "m" ? part[..<$0] : nil }
    }
    return Set(sequences.flatMap { $0.split(separator: ";").map(String.init) })
  }

  private static func withCache(_ body: (String) throws -> Void) rethrows {
    let path = FileManager.default.temporaryDirectory.path + "/weir-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test(
    "every attribute reaches the terminal",
    arguments: ["xterm-256color", "tmux-256color", "xterm-kitty"]
  )
  func reachesTheTerminal(term: String) throws {
    try Self.withCache { path in
      for colorTerm in ["", "truecolor"] {
        let painted = try PaintedTerminal(
          rows: 1,
          columns: 10,
          term: term,
          colorTerm: colorTerm,
          cacheDirectory: path
        )
        for (attributes, number) in Self.cases {
          let style = Style(foreground: .palette(5), attributes: attributes)
          painted.paint { $0.write("xy", row: 0, column: 2, style: style) }
          #expect(Self.numbers(in: painted.sent).contains(number))
          // The terminal of the tests does not know dim.
          var shown = style
          shown.attributes.remove(.dim)
          #expect(painted.terminal.cell(row: 0, column: 2).style == shown)
          #expect(painted.terminal.cell(row: 0, column: 5).style == Style())
          painted.paint { $0.write("", row: 0) }
        }
      }
    }
  }

  @Test(
    "dim stands in for strike where the terminal is not known to have it",
    arguments: [("screen-256color", true), ("xterm-256color", false), ("linux", true)]
  )
  func fallsBack(term: String, hasCache: Bool) throws {
    try Self.withCache { path in
      let painted = try PaintedTerminal(
        rows: 1,
        columns: 10,
        term: term,
        cacheDirectory: hasCache ? path : nil
      )
      painted.paint { $0.write("x", row: 0, style: Style(attributes: .strike)) }
      let numbers = Self.numbers(in: painted.sent)
      #expect(numbers.contains("2"))
      #expect(numbers.isDisjoint(with: ["9", "5"]))
    }
  }

  @Test func isTheSameWithinALink() throws {
    try Self.withCache { path in
      let painted = try PaintedTerminal(rows: 1, columns: 10, cacheDirectory: path)
      painted.screen.takesLinks = true
      for (attributes, number) in Self.cases {
        let style = Style(foreground: .palette(5), attributes: attributes)
        painted.paint { frame in
          frame.write("xy", row: 0, style: style)
          frame.links = [FrameLink(row: 0, columns: 0..<2, url: "http://a", id: 1)]
        }
        let text = String(decoding: painted.sent, as: UTF8.self)
        let link = text.range(of: "\u{1B}]8;").map { Array(text[$0.lowerBound...].utf8) } ?? []
        #expect(Self.numbers(in: link).contains(number))
        var shown = style
        shown.attributes.remove(.dim)
        #expect(painted.terminal.cell(row: 0, column: 1).style == shown)
      }
    }
  }
}
