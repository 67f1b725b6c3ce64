/// How several presets are asked the same: what is printed with every result, since models that share one machine
/// disturb each other's times.
package struct AskingMode: Sendable, Hashable {
  package enum Order: String, Sendable, Hashable, CaseIterable {
    /// All at the same moment.
    case parallel
    /// One when the one before it has ended, in the order of the lanes.
    case sequential
    /// One when the one before it has ended, in random order.
    case shuffled
  }

  package var order: Order
  /// Whether each answer follows a request of a few tokens, so that a model that has to be loaded first is no slower
  /// than the others.
  package var warmsUp: Bool

  package init(order: Order = .parallel, warmsUp: Bool = false) {
    self.order = order
    self.warmsUp = warmsUp
  }

  /// The mode in words, as it stands beside results: `one by one, in random order, after a warm-up`.
  package var words: String {
    let words =
      switch order {
      case .parallel: "in parallel"
      case .sequential: "one by one"
      case .shuffled: "one by one, in random order"
      }
    return warmsUp ? words + ", after a warm-up" : words
  }

  /// The same for where room is dear: `random order, warm-up`.
  package var shortWords: String {
    let words = order == .shuffled ? "random order" : AskingMode(order: order).words
    return warmsUp ? words + ", warm-up" : words
  }
}
