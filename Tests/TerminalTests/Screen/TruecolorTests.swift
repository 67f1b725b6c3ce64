import Foundation
import Support
import Testing
import Workbench

@testable import Terminal

@Suite(.serialized) @MainActor struct TruecolorTests {
  /// A directory for compiled entries that goes with the test.
  private final class Cache {
    let path = FileManager.default.temporaryDirectory.path + "/weir-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private static let styles = [
    Style(
      foreground: .rgb(red: 18, green: 52, blue: 86),
      background: .rgb(red: 255, green: 128, blue: 1)
    ),
    Style(foreground: .palette(3), background: .palette(12)),
    Style(foreground: .palette(208)),
    Style(),
  ]

  private func shown(on painted: PaintedTerminal) -> [Style] {
    painted.paint { frame in
      for (column, style) in Self.styles.enumerated() {
        frame.write("x", row: 0, column: column, style: style)
      }
    }
    return Self.styles.indices.map { painted.terminal.cell(row: 0, column: $0).style }
  }

  @Test(
    "shows every colour beside the palette's own",
    arguments: [
      "xterm-256color", "tmux-256color", "xterm-kitty", "xterm", "never-heard-of",
    ]
  )
  func showsEveryColour(term: String) throws {
    let cache = Cache()
    let painted = try PaintedTerminal(
      rows: 2,
      columns: 10,
      term: term,
      colorTerm: "truecolor",
      cacheDirectory: cache.path
    )
    #expect(painted.screen.ability == .truecolor)
    #expect(shown(on: painted) == Self.styles)
  }

  @Test func compilesOnce() throws {
    let cache = Cache()
    let compiler = TerminfoCompiler(directory: cache.path)
    let first = try #require(compiler.entry(base: "xterm-256color", ability: .truecolor))
    #expect(first.directory == cache.path)
    let file = "\(cache.path)/w/\(first.name)"
    let before = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    #expect(compiler.entry(base: "xterm-256color", ability: .truecolor) == first)
    let after = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    #expect(before == after)
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path) == ["w"])
  }

  @Test func has256ColoursWhereNothingCanBeKept() throws {
    let painted = try PaintedTerminal(
      rows: 2,
      columns: 10,
      colorTerm: "truecolor",
      cacheDirectory: "/proc/nowhere"
    )
    #expect(painted.screen.ability == .palette256)
  }

  @Test(
    "shows no more than was asked for",
    arguments: [
      (.palette256, .palette256), (.palette16, .palette16), (.none, ColorAbility.none),
    ] as [(ColorMode, ColorAbility)]
  )
  func obeysTheMode(mode: ColorMode, ability: ColorAbility) throws {
    let cache = Cache()
    let painted = try PaintedTerminal(
      rows: 2,
      columns: 10,
      colorTerm: "truecolor",
      cacheDirectory: cache.path,
      mode: mode
    )
    #expect(painted.screen.ability == ability)
    let reducer = ColorReducer(ability: ability)
    let expected = Self.styles.map { style in
      [style.foreground, style.background].map { color -> Color in
        let number = reducer.number(of: color)
        return number < 0 ? .terminalDefault : .palette(UInt8(number))
      }
    }
    #expect(shown(on: painted).map { [$0.foreground, $0.background] } == expected)
  }

  @Test(
    "knows the ability of plain terminals",
    arguments: [
      ("linux", .palette8), ("vt100", ColorAbility.none),
    ] as [(String, ColorAbility)]
  )
  func knowsPlainTerminals(term: String, ability: ColorAbility) throws {
    #expect(try PaintedTerminal(rows: 1, columns: 5, term: term).screen.ability == ability)
  }

  @Test func givesPairsOutAnewWhenTheyRunOut() throws {
    // 8 colours have 64 pairs; together with the terminal's own there are 81.
    let painted = try PaintedTerminal(rows: 81, columns: 4, term: "xterm")
    let colors = [Color.terminalDefault] + (0..<8).map { Color.palette($0) }
    let styles = colors.flatMap { front in colors.map { Style(foreground: front, background: $0) } }
    for (row, style) in styles.enumerated() {
      painted.paint { $0.write("x", row: row, style: style) }
      #expect(painted.terminal.cell(row: row, column: 0).style == style)
    }
  }
}
