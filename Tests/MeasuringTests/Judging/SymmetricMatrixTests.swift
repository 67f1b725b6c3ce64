import Support
import Testing

@testable import Measuring

@Suite struct SymmetricMatrixTests {
  @Test func invertsWhatIsKnown() {
    var matrix = SymmetricMatrix(size: 2)
    (matrix[0, 0], matrix[1, 0], matrix[1, 1]) = (4, 2, 3)
    // Of (4 2, 2 3) the inverse is (3 -2, -2 4) / 8.
    let (diagonal, sums) = matrix.inverse()
    #expect(zip(diagonal, [0.375, 0.5]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(zip(sums, [0.125, 0.25]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("gives sums that the matrix takes to ones", arguments: 0..<20 as Range<UInt64>)
  func givesSums(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let size = Int.random(in: 1...12, using: &random)
    var matrix = SymmetricMatrix(size: size)
    for row in 0..<size {
      for column in 0..<row { matrix[row, column] = Double.random(in: -1...1, using: &random) }
      matrix[row, row] = Double(size) + 1
    }
    let sums = matrix.inverse().sums
    for row in 0..<size {
      let product = (0..<size).reduce(0) {
        $0 + matrix[max(row, $1), min(row, $1)] * sums[$1]
      }
      #expect(abs(product - 1) < 1e-9)
    }
  }

  @Test func ofNothingThereIsNothing() {
    #expect(SymmetricMatrix(size: 0).inverse().diagonal.isEmpty)
  }
}
