import Glibc
import Testing

@testable import Typeset

@Suite struct CellWidthTests {
  @Test(
    "counts the columns of a character as it is drawn",
    arguments: [
      ("a", 1), (" ", 1), ("\t", 1), ("\n", 0), ("é", 1), ("e\u{301}", 1), ("한", 2), ("漢", 2),
      ("\u{3000}", 2), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("☎", 1), ("☎\u{FE0F}", 2), ("❤️", 2), ("1️⃣", 2),
      ("🇩🇪", 2),
      ("🇩", 2), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2), ("\u{1FAE8}", 2), ("का", 2), ("…", 1), ("—", 1), ("→", 1), ("█", 1),
      ("，", 2), ("\u{1B}", 1), ("\u{202E}", 8),
      ("\u{301}", 1),
    ] as [(Character, Int)]
  )
  func countsColumns(character: Character, columns: Int) {
    #expect(CellWidth.columns(of: character) == columns)
  }

  @Test func addsUpTheCharactersOfAText() {
    #expect(CellWidth.columns(of: "ab漢 é👍🏽".dropFirst()) == 7)
    #expect(CellWidth.columns(of: "") == 0)
  }

  @Test func claimsTheWidthThatTheCLibraryHas() throws {
    let wcwidth = try #require(CLibraryWidth())
    var disagreements: [String] = []
    // The planes that hold anything but private and unassigned scalars.
    for value in Array(1...0x323AF) + Array(0xE0000...0xE0FFF) as [UInt32] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for glyph in [Glyph](oneLine: String(Character(scalar))) {
        let marks = (0..<4).map { glyph.marks[$0] }.filter { $0 != 0 }
        if wcwidth(glyph.base) != Int(glyph.width) || marks.contains(where: { wcwidth($0) != 0 }) {
          disagreements.append(String(value, radix: 16))
        }
      }
    }
    #expect(disagreements == [])
  }
}

/// The C library's `wcwidth`, which the Glibc module hides, in a UTF-8 locale.
private struct CLibraryWidth {
  private let function: @convention(c) (UInt32) -> Int32

  init?() {
    guard setlocale(LC_CTYPE, "C.UTF-8") != nil, let symbol = dlsym(nil, "wcwidth") else {
      return nil
    }
    function = unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
  }

  func callAsFunction(_ scalar: UInt32) -> Int { Int(function(scalar)) }
}
