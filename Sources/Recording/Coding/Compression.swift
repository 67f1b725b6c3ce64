import CZstd

/// Zstandard (RFC 8878), at the level that costs least.
enum Compression {
  /// What a damaged file may make of memory at most.
  private static let mostBytes = 256 << 20
  private static let level: Int32 = 1

  /// - Returns: `nil` when there is no memory.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    let most = ZSTD_compressBound(bytes.count)
    var isDone = true
    let result = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      let size = ZSTD_compress(buffer.baseAddress, most, bytes, bytes.count, level)
      isDone = ZSTD_isError(size) == 0
      count = isDone ? size : 0
    }
    return isDone ? result : nil
  }

  /// - Returns: `nil` for what is not whole, or is longer than any recording.
  static func expanded(_ bytes: [UInt8]) -> [UInt8]? {
    let size = ZSTD_getFrameContentSize(bytes, bytes.count)
    guard size <= UInt64(mostBytes) else { return nil }
    var isDone = true
    let result = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      let seen = ZSTD_decompress(buffer.baseAddress, Int(size), bytes, bytes.count)
      isDone = ZSTD_isError(seen) == 0 && seen == Int(size)
      count = isDone ? seen : 0
    }
    return isDone ? result : nil
  }
}
