/// A stretch of one row that leads somewhere.
package struct FrameLink: Sendable, Hashable {
  package var row: Int
  /// What lies outside the frame is left out.
  package var columns: Range<Int>
  /// Untrusted, as it stands in the text: the terminal is given only what is safe of it.
  package var url: String
  /// Stretches of one link, in several rows, share it, so that the terminal marks them together.
  package var id: Int

  package init(row: Int, columns: Range<Int>, url: String, id: Int) {
    self.row = row
    self.columns = columns
    self.url = url
    self.id = id
  }
}
