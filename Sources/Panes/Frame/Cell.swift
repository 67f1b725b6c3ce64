import Workbench

/// One cell of a frame: a base character, its combining marks, and how it is drawn.
///
/// Plain memory, without references, so that frames are filled and compared at memory speed.
package struct Cell: Sendable, Hashable {
  /// Up to four combining marks (scalars), 0 where there is none.
  // First, since it is what must stand at a multiple of 16: so a cell takes 32 bytes, else 48.
  package var marks: SIMD4<UInt32>
  /// A Unicode scalar that is safe to send: never a control, never zero-width.
  ///
  /// 0 marks the second column of the wide character to the left.
  package var base: UInt32
  /// Always 0, so that none of the cell's memory is without a value.
  private var rest: UInt32 = 0
  package var style: Style

  package init(base: UInt32, marks: SIMD4<UInt32> = .zero, style: Style) {
    self.base = base
    self.marks = marks
    self.style = style
  }

  /// A space.
  package static func blank(_ style: Style = Style()) -> Cell { Cell(base: 0x20, style: style) }

  /// The second column of a wide character.
  package var isContinuation: Bool { base == 0 }
}
