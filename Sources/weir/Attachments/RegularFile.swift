import Glibc
import Workbench

/// A file open for reading that is neither a pipe nor a device, so that reading it ends.
///
/// A class because it owns the descriptor.
final class RegularFile {
  private let descriptor: Int32
  let sizeInBytes: Int

  private init(descriptor: Int32, sizeInBytes: Int) {
    self.descriptor = descriptor
    self.sizeInBytes = sizeInBytes
  }

  /// Never waits for another process: a pipe is opened without waiting, and then refused.
  static func open(_ path: String) throws(AttachmentProblem) -> RegularFile {
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw problem(errno) }
    var facts = stat()
    if fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG {
      return RegularFile(descriptor: descriptor, sizeInBytes: Int(facts.st_size))
    }
    close(descriptor)
    throw facts.st_mode & S_IFMT == S_IFDIR ? .directory : .notAFile
  }

  deinit { close(descriptor) }

  /// The next bytes, fewer at the end of the file only.
  func read(upTo count: Int) throws(AttachmentProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: min(max(1, count), 65_536))
    while bytes.count < count {
      let read = Glibc.read(descriptor, &block, min(block.count, count - bytes.count))
      if read < 0, errno == EINTR { continue }
      if read < 0 { throw Self.problem(errno) }
      if read == 0 { break }
      bytes += block[..<read]
    }
    return bytes
  }

  private static func problem(_ code: Int32) -> AttachmentProblem {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .missing
    case EISDIR: .directory
    case ENXIO: .notAFile
    default: .unreadable(String(cString: strerror(code)))
    }
  }
}
