/// Sizes in bytes as people read them: `812 B`, `4.1 kB`, `12 MB`.
package enum ByteCount {
  package static func text(_ bytes: Int) -> String {
    if bytes < 1_000 { return "\(bytes) B" }
    if bytes < 999_500 { return scaled(bytes, unit: 1_000) + " kB" }
    return scaled(bytes, unit: 1_000_000) + " MB"
  }

  /// Two digits at least: one after the point below ten.
  private static func scaled(_ bytes: Int, unit: Int) -> String {
    let tenths = (bytes * 10 + unit / 2) / unit
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\((bytes + unit / 2) / unit)"
  }
}
