/// A form in which conversations are written to a file.
package enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  /// One branch for people, which weir reads again.
  case markdown
  /// Everything, for programs and for other archives.
  case jsonl
  /// All branches on one page, for browsers and printers.
  case html

  /// The end of a file's name, without the dot.
  package var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .jsonl: "jsonl"
    case .html: "html"
    }
  }
}
