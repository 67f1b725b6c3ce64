/// When a comparison counts as failed: `a.win_rate < 0.5 or b.errors > 0`.
///
/// `and` binds closer than `or`. A name is a lane's label or a preset's name, which stands for all its lanes; `*` stands for
/// every lane. A comparison holds as soon as it does for one of the lanes it is about.
package struct FailCondition: Sendable, Hashable {
  package enum Operator: String, Sendable, Hashable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case equal = "=="
    case unequal = "!="
    case below = "<"
    case above = ">"

    func holds(_ left: Double, _ right: Double) -> Bool {
      switch self {
      case .atMost: left <= right
      case .atLeast: left >= right
      case .equal: left == right
      case .unequal: left != right
      case .below: left < right
      case .above: left > right
      }
    }
  }

  /// One comparison of a figure with a number.
  package struct Term: Sendable, Hashable {
    package let name: String
    package let figure: LaneFigure
    package let comparison: Operator
    package let number: Double
    /// As it was written.
    package let text: String
  }

  /// Any of these, all terms of each.
  package let alternatives: [[Term]]

  /// All terms, as they were written.
  package var terms: [Term] { alternatives.flatMap { $0 } }
}

/// One lane as a condition sees it.
package struct ComparedLane: Sendable, Hashable {
  package let label: String
  package let preset: String
  package let figures: LaneFigures
  package let standing: Standing?

  package init(label: String, preset: String, figures: LaneFigures, standing: Standing?) {
    self.label = label
    self.preset = preset
    self.figures = figures
    self.standing = standing
  }
}

extension FailCondition {
  /// What a condition comes to.
  package enum Result: Sendable, Hashable {
    case holds([String])
    case doesNotHold
    /// A figure is not known, so nobody can say; each sentence says which.
    case unknown([String])
  }

  /// Whether it holds; each sentence says for which lane, with the figure.
  package func check(_ lanes: [ComparedLane]) -> Result {
    var unknown: [String] = []
    for terms in alternatives {
      var held: [String] = []
      var open: [String] = []
      var fails = false
      for term in terms {
        switch term.check(lanes) {
        case .holds(let sentences): held += sentences
        case .doesNotHold: fails = true
        case .unknown(let sentences): open += sentences
        }
      }
      if fails { continue }
      if open.isEmpty { return .holds(held) }
      unknown += open
    }
    return unknown.isEmpty ? .doesNotHold : .unknown(unknown)
  }
}

extension FailCondition.Term {
  /// Whether it is about this lane.
  package func concerns(label: String, preset: String) -> Bool {
    name == "*" || name == label || name == preset
  }

  fileprivate func check(_ lanes: [ComparedLane]) -> FailCondition.Result {
    // A label wins over a preset's name, which it may be.
    let named = lanes.filter { $0.label == name }
    let meant =
      named.isEmpty ? lanes.filter { concerns(label: $0.label, preset: $0.preset) } : named
    var held: [String] = []
    var unknown: [String] = []
    for lane in meant {
      guard let value = figure.value(of: lane.figures, lane.standing) else {
        unknown.append("\(lane.label): \(figure.rawValue) is not known")
        continue
      }
      if comparison.holds(value, number) {
        held.append("\(lane.label): \(figure.rawValue) is \(Self.text(of: value)) (\(text))")
      }
    }
    if !held.isEmpty { return .holds(held) }
    return unknown.isEmpty ? .doesNotHold : .unknown(unknown)
  }

  /// Up to three decimals, and none for a whole number, as counts are.
  private static func text(of value: Double) -> String {
    let shown = (value * 1_000).rounded() / 1_000
    return Int(exactly: shown).map(String.init) ?? "\(shown)"
  }
}
