/// A symmetric and positive definite matrix, of which the half below the diagonal is kept, row by row.
struct SymmetricMatrix {
  private let size: Int
  private var cells: [Double]

  init(size: Int) {
    self.size = size
    cells = Array(repeating: 0, count: size * size)
  }

  /// The column is at most the row.
  subscript(row: Int, column: Int) -> Double {
    get { cells[row * size + column] }
    set { cells[row * size + column] = newValue }
  }

  /// The diagonal of its inverse, and the sum of each of that one's rows, by Cholesky's decomposition.
  ///
  /// Every innermost loop goes along rows, so that some hundred of them take milliseconds.
  func inverse() -> (diagonal: [Double], sums: [Double]) {
    let root = lowerRoot()
    // The inverse of the root, column by column, each of which lies in a row here.
    var inverted = Array(repeating: 0.0, count: size * size)
    inverted.withUnsafeMutableBufferPointer { inverted in
      root.withUnsafeBufferPointer { root in
        for column in 0..<size {
          inverted[column * size + column] = 1 / root[column * size + column]
          for row in column + 1..<max(size, column + 1) {
            let sum = Self.product(
              UnsafeBufferPointer(rebasing: root[row * size + column..<row * size + row]),
              UnsafeBufferPointer(rebasing: inverted[column * size + column..<column * size + row])
            )
            inverted[column * size + row] = -sum / root[row * size + row]
          }
        }
      }
    }
    var diagonal = Array(repeating: 0.0, count: size)
    var rootSums = diagonal
    for column in 0..<size {
      for row in column..<size {
        let cell = inverted[column * size + row]
        diagonal[column] += cell * cell
        rootSums[row] += cell
      }
    }
    let sums = (0..<size).map { column in
      (column..<size).reduce(0) { $0 + inverted[column * size + $1] * rootSums[$1] }
    }
    return (diagonal, sums)
  }

  /// The lower triangle whose product with its mirror is this matrix.
  private func lowerRoot() -> [Double] {
    var root = cells
    root.withUnsafeMutableBufferPointer { root in
      for row in 0..<size {
        for column in 0...row {
          let known = Self.product(
            UnsafeBufferPointer(rebasing: root[row * size..<row * size + column]),
            UnsafeBufferPointer(rebasing: root[column * size..<column * size + column])
          )
          let sum = root[row * size + column] - known
          root[row * size + column] =
            row == column ? sum.squareRoot() : sum / root[column * size + column]
        }
      }
    }
    return root
  }

  /// The scalar product of two rows of one length.
  private static func product(
    _ row: UnsafeBufferPointer<Double>,
    _ other: UnsafeBufferPointer<Double>
  ) -> Double {
    var sum = 0.0
    for place in 0..<row.count { sum += row[place] * other[place] }
    return sum
  }
}
