import FoundationEssentials
import Glibc

/// A directory of a test's own, taken away with all that is in it.
final class TemporaryDirectory {
  let path: String

  init() throws {
    var template = Array("/tmp/weir-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The permission bits of a file in it.
  func mode(of name: String) -> mode_t {
    var status = stat()
    return stat("\(path)/\(name)", &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private struct Failure: Error {}
}
