import Glibc

/// The programs that were built beside the tests.
package enum BuiltProduct {
  /// The path of an executable target; the test target must depend on it.
  ///
  /// `WEIR_PROGRAM` names another weir to drive, such as the release build.
  package static func path(_ name: String) -> String {
    if name == "weir", let other = getenv("WEIR_PROGRAM") { return String(cString: other) }
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)),
      as: UTF8.self
    )
    return own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/" + name
  }
}
