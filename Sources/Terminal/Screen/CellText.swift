import CNcurses
import Panes

/// What of a cell is sent, in the form that ncurses and the terminal agree on.
///
/// The widths that count are those of the C library, since ncurses places by them: a character that
/// it takes for wider or narrower than its cells becomes U+FFFD, and the row keeps its columns.
struct CellText {
  let isUnicode: Bool

  /// Scalars of as many columns as the cell has; a wide one may come out narrow, a blank follows it then.
  func base(of cell: Cell, isWide: Bool) -> UInt32 {
    let base = cell.base
    if !isWide, (0x20...0x7E).contains(base) { return base }
    // The second half of a character that is not there.
    if base == 0 { return 0x20 }
    if !isUnicode { return AsciiFallback.scalar(for: base) }
    return weir_character_width(base) == (isWide ? 2 : 1) ? base : 0xFFFD
  }

  /// Only what truly takes no column and moves nothing (no bidi control) may follow `base`.
  func marks(of cell: Cell, base: UInt32) -> SIMD4<UInt32> {
    guard isUnicode, cell.marks != .zero, base == cell.base else { return .zero }
    var kept = SIMD4<UInt32>.zero
    var count = 0
    for index in 0..<4 {
      guard let scalar = Unicode.Scalar(cell.marks[index]), scalar.value > 0,
        weir_character_width(scalar.value) == 0, scalar.properties.generalCategory != .format
      else { continue }
      kept[count] = scalar.value
      count += 1
    }
    return kept
  }

  /// Whether a wide cell came out narrow and a blank takes its second column.
  func needsBlank(after base: UInt32, of cell: Cell, isWide: Bool) -> Bool {
    isWide && (base != cell.base || !isUnicode)
  }
}
