import CMarkdown
import Synchronization

/// A Markdown text as cmark-gfm reads it: CommonMark with tables, strike, task lists, autolinks, footnotes.
///
/// Owns the nodes; a ``MarkdownNode`` is valid as long as its tree.
struct MarkdownTree: ~Copyable {
  private let handle: OpaquePointer

  /// cmark's extensions change tables of the library while they parse.
  private static let parsing = Mutex<Void>(())

  /// - Returns: `nil` when memory runs out.
  init?(_ bytes: [UInt8]) {
    let root = Self.parsing.withLock { _ in Self.parse(bytes).map { UInt(bitPattern: $0) } }
    guard let root, let handle = OpaquePointer(bitPattern: root) else {
      return nil
    }
    self.handle = handle
  }

  deinit { cmark_node_free(handle) }

  var root: MarkdownNode { MarkdownNode(handle: handle) }

  private static func parse(_ bytes: [UInt8]) -> OpaquePointer? {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    bytes.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    return cmark_parser_finish(parser)
  }
}
