import Conversation
import Support
import Testing

/// Any sweep of random names and values, however it is written.
@Suite struct RandomSweepTests {
  private static let seeds = Soak.seeds(400, whole: 20_000)

  private static let preset = Preset(
    name: "fast",
    endpoint: Endpoint(name: "e", url: "http://e/v1"),
    model: "m"
  )

  private static func values(_ name: String, using random: inout SeededGenerator) -> [JSONValue] {
    let count = Int.random(in: 1...4, using: &random)
    let values = (0..<count).map { _ -> JSONValue in
      switch name {
      case "temperature": .number(Double(Int.random(in: 0...20, using: &random)) / 10)
      case "seed": .integer(Int.random(in: .min ... .max, using: &random))
      case "stop", "system", "model": .string("s" + .randomNasty(scalars: 5, using: &random))
      default:
        switch Int.random(in: 0..<5, using: &random) {
        case 0: .bool(Bool.random(using: &random))
        case 1: .integer(Int.random(in: -9...9, using: &random))
        case 2: .number(Double.random(in: -1e9...1e9, using: &random))
        case 3: .string(.randomNasty(scalars: 6, using: &random))
        default:
          .string(["true", "1", "1..3", "null", "x", "a=b"].randomElement(using: &random) ?? "")
        }
      }
    }
    return values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func sweep(_ seed: UInt64) throws -> Sweep {
    var random = SeededGenerator(seed: seed)
    let names = ["temperature", "seed", "stop", "system", "model", "x", "a.b", "typical_p"]
      .shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
    return try Sweep(axes: names.map { try SweepAxis($0, values($0, using: &random)) })
  }

  @Test(arguments: seeds)
  func whatIsWrittenIsReadAgain(seed: UInt64) throws {
    let sweep = try Self.sweep(seed)
    #expect(try Sweep(sweep.description) == sweep, "\(sweep.description.debugDescription)")
  }

  @Test(arguments: seeds)
  func cellsAreAllCombinationsOnce(seed: UInt64) throws {
    let sweep = try Self.sweep(seed)
    #expect(Set(sweep.cells).count == sweep.axes.map(\.values.count).reduce(1, *))
    #expect(sweep.cells.allSatisfy { $0.settings.map(\.name) == sweep.axes.map(\.name) })
  }

  @Test(arguments: seeds)
  func lanesOfASweepHaveLabelsOfTheirOwn(seed: UInt64) throws {
    let lanes = try Self.sweep(seed).applied(to: Self.preset)
    #expect(Set(Preset.labels(of: lanes)).count == lanes.count)
  }

  /// Neither a crash nor more than a sweep may have.
  @Test(arguments: seeds)
  func anyTextIsReadOrRefused(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "seed", "temperature", "=", ",", "..", ":", "×", "x", "*", " ", "\"", "'", "\\", "0.5", "9",
      "-", "1e9", "99999999999999999999", ".", "a", "\u{301}", "\n",
    ]
    let text = (0..<Int.random(in: 0..<24, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }
    let sweep = try? Sweep(text.joined())
    #expect(sweep.map { (1...Sweep.limit).contains($0.cells.count) } ?? true)
  }
}
