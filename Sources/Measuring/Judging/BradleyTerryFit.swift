import Glibc

/// The strengths, as natural logarithms with a mean of 0, under which some comparisons are the likeliest.
struct BradleyTerryFit {
  /// How often one contestant won over another, both by their places.
  struct Win {
    let winner: Int
    let loser: Int
    let count: Double
  }

  /// Whom a contestant has met, and how often.
  private struct Opponent {
    let place: Int
    var games: Double
  }

  let strengths: [Double]
  /// Standard errors, from the inverse of the Fisher information.
  let errors: [Double]

  /// - Parameters:
  ///   - count: How many contestants there are.
  ///   - wins: The comparisons of two are what both won; each pair stands there once at most in either order.
  ///   - prior: Comparisons of each with a contestant of strength 0, half of them won; more than 0.
  init(of count: Int, wins: [Win], prior: Double) {
    var won = Array(repeating: prior / 2, count: count)
    var opponents: [[Opponent]] = Array(repeating: [], count: count)
    // In one order, so that sums are the same each time.
    for win in wins.sorted(by: { ($0.winner, $0.loser) < ($1.winner, $1.loser) }) {
      won[win.winner] += win.count
      for (own, other) in [(win.winner, win.loser), (win.loser, win.winner)] {
        if let known = opponents[own].firstIndex(where: { $0.place == other }) {
          opponents[own][known].games += win.count
        } else {
          opponents[own].append(Opponent(place: other, games: win.count))
        }
      }
    }
    let worths = Self.worths(won: won, opponents: opponents, prior: prior)
    let logs = worths.map { log($0) }
    let mean = logs.reduce(0, +) / Double(max(1, logs.count))
    strengths = logs.map { $0 - mean }
    errors = Self.errors(worths: worths, opponents: opponents, prior: prior)
  }

  /// Each step divides what one has won by what it would have won per worth (Hunter 2004, equation 3).
  private static func worths(won: [Double], opponents: [[Opponent]], prior: Double) -> [Double] {
    var worths = Array(repeating: 1.0, count: won.count)
    for _ in 0..<10_000 {
      var change = 0.0
      for index in worths.indices {
        let own = worths[index]
        var expected = prior / (own + 1)
        for opponent in opponents[index] {
          expected += opponent.games / (own + worths[opponent.place])
        }
        let worth = won[index] / expected
        change = max(change, abs(worth / own - 1))
        worths[index] = worth
      }
      change = max(change, centre(&worths))
      if change < 1e-10 { break }
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
  private static func errors(
    worths: [Double],
    opponents: [[Opponent]],
    prior: Double
  ) -> [Double] {
    let count = worths.count
    var information = SymmetricMatrix(size: count)
    for row in 0..<count {
      let own = worths[row]
      information[row, row] += prior * own / ((own + 1) * (own + 1))
      for opponent in opponents[row] {
        let sum = own + worths[opponent.place]
        let weight = opponent.games * own * worths[opponent.place] / (sum * sum)
        information[row, row] += weight
        if opponent.place < row { information[row, opponent.place] -= weight }
      }
    }
    let (diagonal, sums) = information.inverse()
    let means = sums.map { $0 / Double(count) }
    let mean = means.reduce(0, +) / Double(max(1, count))
    return (0..<count).map { max(0, diagonal[$0] - 2 * means[$0] + mean).squareRoot() }
  }
}
