/// Formulas in LaTeX's notation as text, where that is simple.
package enum MathText {
  /// Longer formulas are not simple; a bound, too, on what a stranger's text may cost.
  static let longestSource = 4_096

  /// The inside of `$…$` or `\(…\)` as Unicode text on one line: `x_i^2` as `xᵢ²`.
  ///
  /// Costs as much as the formula is long. What has no Unicode form of its own is written as in
  /// UnicodeMath (Unicode Technical Note 28): `e^{-x^2}` as `e^(−x²)`. The result is as little to be
  /// trusted as its source: it goes through the layout like any text.
  ///
  /// - Returns: `nil` for what is not simple (matrices, unknown commands, a slip of the pen): show the
  ///   source then, so that nothing is lost.
  package static func unicode(_ source: String) -> String? {
    guard source.utf8.count <= longestSource else { return nil }
    var parser = MathParser(source)
    do throws(MathParser.NotSimple) {
      let text = MathLine.text(of: try parser.pieces(until: .end), spacing: .wide)
      return text.isEmpty ? nil : text
    } catch {
      return nil
    }
  }
}
