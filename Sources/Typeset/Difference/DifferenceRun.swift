/// A stretch of two texts that is the same in both, or that is not.
package struct DifferenceRun: Sendable, Hashable {
  /// What the two sides have to do with each other.
  package enum Kind: Sendable, Hashable {
    /// The same bytes.
    case same
    /// One stands for the other.
    case changed
    case onlyOld
    case onlyNew
  }

  package let kind: Kind
  /// UTF-8 bytes into the old text; empty, at its place, where only the new one has something.
  package let old: Range<Int>
  /// UTF-8 bytes into the new text; empty, at its place, where only the old one has something.
  package let new: Range<Int>

  package init(_ kind: Kind, old: Range<Int>, new: Range<Int>) {
    self.kind = kind
    self.old = old
    self.new = new
  }

  /// The run of the comparison the other way round.
  package var mirrored: DifferenceRun {
    let kind: Kind =
      switch self.kind {
      case .same: .same
      case .changed: .changed
      case .onlyOld: .onlyNew
      case .onlyNew: .onlyOld
      }
    return DifferenceRun(kind, old: new, new: old)
  }
}
