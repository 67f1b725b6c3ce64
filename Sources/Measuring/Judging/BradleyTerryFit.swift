import Glibc

/// The strengths, as natural logarithms with a mean of 0, under which some comparisons are the likeliest.
struct BradleyTerryFit {
  let strengths: [Double]
  /// Standard errors, from the inverse of the Fisher information.
  let errors: [Double]

  /// - Parameters:
  ///   - wins: Of each over each; the comparisons of two are what both won.
  ///   - prior: Comparisons of each with a contestant of strength 0, half of them won; more than 0.
  init(wins: [[Double]], prior: Double) {
    let games = wins.indices.map { row in wins.indices.map { wins[row][$0] + wins[$0][row] } }
    let worths = Self.worths(won: wins.map { $0.reduce(prior / 2, +) }, games: games, prior: prior)
    let logs = worths.map { log($0) }
    let mean = logs.reduce(0, +) / Double(max(1, logs.count))
    strengths = logs.map { $0 - mean }
    errors = Self.errors(worths: worths, games: games, prior: prior)
  }

  /// Each step divides what one has won by what it would have won per worth (Hunter 2004, equation 3).
  private static func worths(won: [Double], games: [[Double]], prior: Double) -> [Double] {
    var worths = Array(repeating: 1.0, count: won.count)
    for _ in 0..<10_000 {
      var change = 0.0
      for index in worths.indices {
        var expected = prior / (worths[index] + 1)
        for other in worths.indices where games[index][other] > 0 {
          expected += games[index][other] / (worths[index] + worths[other])
        }
        let worth = won[index] / expected
        change = max(change, abs(worth / worths[index] - 1))
        worths[index] = worth
      }
      change = max(change, centre(&worths))
      if change < 1e-12 { break }
    }
    return worths
  }

  /// Multiplies all worths by what the prior likes best, and returns by how much.
  ///
  /// No comparison among them tells a common factor, so that the steps alone would take one per comparison to find it.
  private static func centre(_ worths: inout [Double]) -> Double {
    let chances = worths.map { $0 / (1 + $0) }
    let slope = chances.reduce(0) { $0 + 0.5 - $1 }
    let bend = chances.reduce(0) { $0 + $1 * (1 - $1) }
    guard bend > 0 else { return 0 }
    let factor = exp(max(-1, min(1, slope / bend)))
    worths = worths.map { $0 * factor }
    return abs(factor - 1)
  }

  /// Of each strength against the mean of all, which is all that comparisons can tell.
  private static func errors(worths: [Double], games: [[Double]], prior: Double) -> [Double] {
    let count = worths.count
    var information = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for row in 0..<count {
      information[row][row] += prior * worths[row] / ((worths[row] + 1) * (worths[row] + 1))
      for column in 0..<count where column != row {
        let sum = worths[row] + worths[column]
        let weight = games[row][column] * worths[row] * worths[column] / (sum * sum)
        information[row][row] += weight
        information[row][column] -= weight
      }
    }
    let covariance = inverse(information)
    let means = covariance.map { $0.reduce(0, +) / Double(count) }
    let mean = means.reduce(0, +) / Double(max(1, count))
    return (0..<count).map { max(0, covariance[$0][$0] - 2 * means[$0] + mean).squareRoot() }
  }

  /// Gauss and Jordan's elimination; needs no pivots, since the matrix is positive definite.
  private static func inverse(_ matrix: [[Double]]) -> [[Double]] {
    var (rest, result) = (
      matrix, matrix.indices.map { row in matrix.indices.map { $0 == row ? 1.0 : 0 } }
    )
    for pivot in rest.indices {
      let factor = 1 / rest[pivot][pivot]
      for column in rest.indices {
        rest[pivot][column] *= factor
        result[pivot][column] *= factor
      }
      for row in rest.indices where row != pivot {
        let amount = rest[row][pivot]
        guard amount != 0 else { continue }
        for column in rest.indices {
          rest[row][column] -= amount * rest[pivot][column]
          result[row][column] -= amount * result[pivot][column]
        }
      }
    }
    return result
  }
}
