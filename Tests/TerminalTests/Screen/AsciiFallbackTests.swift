import Testing

@testable import Terminal

@Suite struct AsciiFallbackTests {
  @Test(
    "stands in for what the screen draws with",
    arguments: [
      ("┌──┬──┐", "+--+--+"), ("│▸fast ●│", "|>fast *|"), ("├═══┤", "+===+"), ("▂▃▅▆▇█", "_=####"),
      ("“a”…", "\"a\"."), ("é漢", "??"), ("plain ~", "plain ~"),
    ]
  )
  func standsIn(text: String, expected: String) {
    let scalars = text.unicodeScalars.map { AsciiFallback.scalar(for: $0.value) }
    #expect(String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init))) == expected)
  }

  @Test func isAlwaysPrintableAscii() {
    let odd = (0...0xFFFF).filter { !(0x20...0x7E).contains(AsciiFallback.scalar(for: $0)) }
    #expect(odd == [])
  }
}
