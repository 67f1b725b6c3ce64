import Conversation
import Testing

@testable import Measuring

@Suite struct MannWhitneyTests {
  /// The same by dealing the figures in every way there is.
  private static func dealt(_ first: [Double], _ second: [Double]) -> (u: Double, p: Double) {
    func u(_ first: [Double], _ second: [Double]) -> Double {
      first.reduce(0) { sum, a in
        sum + second.reduce(0) { $0 + (a > $1 ? 1 : a == $1 ? 0.5 : 0) }
      }
    }
    let all = first + second
    let middle = Double(first.count * second.count) / 2
    let seen = u(first, second)
    var (far, count) = (0.0, 0.0)
    for choice in 0..<(1 << all.count) where choice.nonzeroBitCount == first.count {
      let places = all.indices
      let chosen = places.filter { choice & (1 << $0) != 0 }.map { all[$0] }
      let others = places.filter { choice & (1 << $0) == 0 }.map { all[$0] }
      count += 1
      if abs(u(chosen, others) - middle) >= abs(seen - middle) - 1e-9 { far += 1 }
    }
    return (seen, far / count)
  }

  @Test("is exact for few figures, ties too", arguments: 0..<60 as Range<UInt64>)
  func isExact(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let highest = Int.random(in: 2...30, using: &generator)
    func sample() -> [Double] {
      (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Double(Int.random(in: 0...highest, using: &generator))
      }
    }
    let (first, second) = (sample(), sample())
    let test = try #require(MannWhitney(first, second))
    let reference = Self.dealt(first, second)
    #expect(test.method == .exact)
    #expect(test.u == reference.u)
    #expect(abs(test.p - reference.p) < 1e-12)
  }

  @Test func agreesWithAPrintedTable() throws {
    // The critical value of U for 5 and 5 at 5 %, two-sided, is 2: p is 8 of 252 there, and 14 of 252 beside it.
    let second = [10.0, 20, 30, 40, 50]
    let at2 = try #require(MannWhitney([1, 2, 3, 4, 25], second))
    #expect(at2.u == 2)
    #expect(abs(at2.p - 8.0 / 252) < 1e-12)
    let at3 = try #require(MannWhitney([1, 2, 3, 4, 35], second))
    #expect(at3.u == 3)
    #expect(abs(at3.p - 14.0 / 252) < 1e-12)
  }

  @Test("comes near the exact value above the bound of that", arguments: 0..<20 as Range<UInt64>)
  func comesNear(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shift = Double.random(in: 0...0.6, using: &generator)
    let few = 20
    let first = (0..<few).map { _ in Double.random(in: 0...1, using: &generator) + shift }
    let second = (0..<few).map { _ in Double.random(in: 0...1, using: &generator) }
    let exact = try #require(MannWhitney(first, second))
    let m = Double(few)
    let deviation = (m * m / 12 * (2 * m + 1)).squareRoot()
    let distance = max(0, abs(exact.u - m * m / 2) - 0.5) / deviation
    // By a direct sum over the normal density.
    let steps = 40_000
    let tail = (0..<steps).reduce(0.0) { sum, step in
      let x = distance + (Double(step) + 0.5) * 10 / Double(steps)
      return sum + exponential(-x * x / 2) * 10 / Double(steps)
    }
    let normal = min(1, 2 * tail / (2 * Double.pi).squareRoot())
    #expect(exact.method == .exact)
    #expect(abs(exact.p - normal) < 0.01)
    let more = try #require(MannWhitney(first + [2], second))
    #expect(more.method == .normal)
  }

  /// The exponential function by its series, so that the reference shares nothing with what it is for.
  private func exponential(_ x: Double) -> Double {
    let part = x / 64
    var (term, sum) = (1.0, 1.0)
    for n in 1...20 {
      term *= part / Double(n)
      sum += term
    }
    return (0..<6).reduce(sum) { value, _ in value * value }
  }

  @Test func findsNothingBetweenTheSame() throws {
    let values = (0..<50).map(Double.init)
    #expect(try #require(MannWhitney(values, values)).p == 1)
    #expect(try #require(MannWhitney([1, 1, 1], [1, 1])).p == 1)
    let equal = Array(repeating: 3.0, count: 30)
    #expect(try #require(MannWhitney(equal, equal)).p == 1)
    #expect(MannWhitney([], [1]) == nil)
  }

  @Test func findsAShiftOfManyFigures() throws {
    let values = (0..<50).map(Double.init)
    let test = try #require(MannWhitney(values.map { $0 + 30 }, values))
    #expect(test.method == .normal)
    #expect(test.p < 0.001)
  }
}

@Suite struct HolmAdjustmentTests {
  @Test func raisesBySteps() {
    #expect(HolmAdjustment.adjusted([]) == [])
    #expect(HolmAdjustment.adjusted([0.02]) == [0.02])
    let adjusted = HolmAdjustment.adjusted([0.01, 0.04, 0.03, 0.005])
    #expect(zip(adjusted, [0.03, 0.06, 0.06, 0.02]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(HolmAdjustment.adjusted([0.9, 0.8]) == [1, 1])
  }
}
