import CJSON

/// Parses one JSON text after another, fast, and reads what the fast parser refuses where that is possible.
///
/// An element is valid until the next `parse` and no longer than the parser.
package struct JSONParser: ~Copyable {
  /// A text larger than this has its memory given back before the next one.
  private static let mostKeptBytes = 1 << 20

  private var handle: OpaquePointer?
  private var largest = 0

  package init() {
    handle = cjson_parser_create()
  }

  deinit {
    if let handle { cjson_parser_destroy(handle) }
  }

  /// - Returns: The root, or `nil` for what is no JSON even for a tolerant reader.
  package mutating func parse(_ bytes: UnsafeRawBufferPointer) -> JSONElement? {
    if largest > Self.mostKeptBytes { renew() }
    largest = max(largest, bytes.count)
    if let root = parseStrictly(bytes) { return root }
    // Cut-off numbers and lone surrogates are sent by real servers (tried); see JSONRepair.
    guard let repaired = JSONRepair.repair(bytes) else { return nil }
    return repaired.withUnsafeBytes { parseStrictly($0) }
  }

  private mutating func renew() {
    if let handle { cjson_parser_destroy(handle) }
    handle = cjson_parser_create()
    largest = 0
  }

  private func parseStrictly(_ bytes: UnsafeRawBufferPointer) -> JSONElement? {
    guard let handle else { return nil }
    var root = cjson_element()
    let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard cjson_parse(handle, text, bytes.count, &root) else { return nil }
    return JSONElement(handle: root)
  }
}
