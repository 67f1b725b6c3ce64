import Support
import Testing

@testable import Settings

/// Mutated configurations: whatever the bytes, there is a configuration and there are messages.
@Suite struct ConfigurationFuzzTests {
  private static let pieces = [
    "[", "]", "[[", "{", "}", "=", ",", ".", "\"", "'", "\"\"\"", "'''", "\n", "\r\n", "#", "\\",
    "\\u0000", "\\U0010FFFF", "nan", "1e999", "2024-01-01", "[preset.x]\n", "inherits = \"fast\"\n",
    "endpoint = \"x\"\n", "\u{FEFF}", "\u{1B}[2J", "漢", "99999999999999999999", "a.b.c = ",
    "\u{A0}", "\u{2003}", "\u{7F}", "_", "+", "-", "0x", "1_", "inf", "1e", ":", "z", "T", "12:30",
    "a = ", " ", "\t", "true", "{ b = ", "[ 1, ",
  ]

  @Test(arguments: Soak.seeds(8, whole: 200))
  func neverStops(seed: UInt64) throws {
    let original = try File.readBytes(Repository.root + "/docs/examples/hossenfelder.toml")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &random) { Self.mutate(&bytes, &random) }
      let text = String(decoding: bytes, as: UTF8.self)
      let (configuration, problems) = ConfigurationLoader.load(
        text: text,
        path: "config.toml",
        environment: ["HOME": "/home/ada"]
      )
      let isTold = problems.allSatisfy { problem in
        problem.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      }
      #expect(isTold)
      #expect(ConfigurationReport(configuration).text.contains("\u{1B}") == false)
      #expect(problems.count < 1_000)
    }
  }

  @Test(arguments: Soak.seeds(4, whole: 100))
  func neverStopsAtAHeapOfPieces(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
      let (_, problems) = ConfigurationLoader.load(
        text: text,
        path: "config.toml",
        environment: [:]
      )
      #expect(problems.count < 100)
    }
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + 20))
    case 2: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
    case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 80)], at: place)
    default: bytes.removeLast(bytes.count - place)
    }
  }
}
