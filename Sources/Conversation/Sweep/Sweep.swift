/// Values of some parameters, each of which is to be tried with each of the others:
/// `temperature=0,0.4,0.8 × seed=1,2`.
///
/// Without axes it has one cell, which changes nothing.
package struct Sweep: Sendable, Hashable {
  /// In the order in which they were written; no name stands twice.
  package let axes: [SweepAxis]

  /// The most cells a sweep may have.
  package static let limit = 64

  /// - Parameter axes: Of different names and with values; at most ``limit`` cells in all.
  /// - Throws: What of that is not so.
  package init(axes: [SweepAxis]) throws(SweepError) {
    var names: Set<String> = []
    var count = 1
    for axis in axes {
      guard names.insert(axis.name).inserted else { throw .repeatedName(axis.name) }
      let product = count.multipliedReportingOverflow(by: axis.values.count)
      count = product.overflow ? .max : product.partialValue
    }
    guard count <= Self.limit else { throw .tooManyCells(count) }
    self.axes = axes
  }

  /// Reads what people type.
  ///
  /// An axis is `name=value,value`; a value is a word, a number, `true`, a text in quotes (in which `\n`, `\t`
  /// and an escaped quote are understood) or a range such as `0..1:0.25`. Between axes stands `×`, `*`, an `x` between blanks,
  /// or nothing but a blank. A name that is no parameter (`repeat_penalty`, or
  /// `chat_template_kwargs.enable_thinking`, a dot for each step inwards) goes into the request as it is; `model` and
  /// `system` can be swept as well.
  /// - Parameter specifications: Each with one axis or several.
  /// - Throws: The first thing that is wrong, with its place.
  package init(_ specifications: [String]) throws(SweepError) {
    var axes: [SweepAxis] = []
    for specification in specifications {
      var reader = SweepReader(specification)
      let before = axes.count
      while let axis = try reader.nextAxis() { axes.append(axis) }
      guard axes.count > before else { throw .empty }
    }
    try self.init(axes: axes)
  }

  package init(_ specification: String) throws(SweepError) {
    try self.init([specification])
  }

  /// Every combination; the last axis changes fastest.
  package var cells: [SweepCell] {
    axes.reduce([SweepCell()]) { cells, axis in
      cells.flatMap { cell in
        axis.values.map { SweepCell(cell.settings + [SweepSetting(axis.name, $0)]) }
      }
    }
  }

  /// The preset as each cell has it, in the order of ``cells``.
  package func applied(to preset: Preset) -> [Preset] {
    cells.map { $0.applied(to: preset) }
  }

  /// The names that are no parameters weir knows and go into requests as they are, for a caller who doubts them.
  package var unknownNames: [String] {
    axes.map(\.name).filter { name in
      if case .field = SweepTarget(name) { return true }
      return false
    }
  }
}

extension Sweep: CustomStringConvertible {
  /// The sweep as it can be read again: `temperature=0,0.4 × seed=1,2`.
  package var description: String { axes.map(\.description).joined(separator: " × ") }
}
