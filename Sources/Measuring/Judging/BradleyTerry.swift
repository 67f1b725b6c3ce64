import Glibc

/// How strong contestants are, so that the odds of one over another follow from the difference of two numbers.
///
/// The model of Bradley and Terry (1952), fitted by the algorithm of D. Hunter, "MM Algorithms for Generalized Bradley-Terry
/// Models", 2004. A tie is half a win for each. Who has won all, or never met the others, would have no rating at all: so
/// each has drawn against an unseen average contestant besides, for as many comparisons as the prior says.
/// Ratings are on Elo's scale (400 points for odds of ten to one) with a mean of 1000.
package struct BradleyTerry: Sendable {
  /// What is known of one contestant's strength.
  package struct Rating: Sendable, Hashable {
    package let name: String
    package let rating: Double
    /// The standard error, in points, against the mean of all.
    package let error: Double

    /// Where the rating lies with a confidence of 95 %.
    package var interval: ClosedRange<Double> {
      let half = WilsonInterval.deviate * error
      return rating - half...rating + half
    }
  }

  /// The strongest first, of equals by name.
  package let ratings: [Rating]

  package static let mean = 1000.0
  /// Points for odds of e to one.
  private static let scale = 400 / log(10.0)

  /// - Parameters:
  ///   - tally: Who won over whom.
  ///   - prior: In comparisons, more than 0.
  package init(_ tally: Tally, prior: Double = 1) {
    precondition(prior > 0, "without a prior there need be no ratings")
    let names = tally.contestants
    let places = Dictionary(zip(names, names.indices)) { first, _ in first }
    let wins = tally.wins.compactMap { win in
      places[win.winner].flatMap { winner in
        places[win.loser].map { BradleyTerryFit.Win(winner: winner, loser: $0, count: win.count) }
      }
    }
    let fit = BradleyTerryFit(of: names.count, wins: wins, prior: prior)
    ratings = zip(names, zip(fit.strengths, fit.errors))
      .map { name, figures in
        Rating(
          name: name,
          rating: Self.mean + Self.scale * figures.0,
          error: Self.scale * figures.1
        )
      }
      .sorted { $0.rating != $1.rating ? $0.rating > $1.rating : $0.name < $1.name }
  }
}
