import Glibc

/// A directory of a test's own, which goes with it.
final class TemporaryDirectory: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/weir-archive-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nowhere"
    }
  }

  deinit {
    let command = ["rm", "-rf", "--", path]
    var arguments = command.map { strdup($0) } + [nil]
    var process: pid_t = 0
    if posix_spawnp(&process, "rm", nil, nil, &arguments, environ) == 0 {
      waitpid(process, nil, 0)
    }
    for argument in arguments { free(argument) }
  }
}
