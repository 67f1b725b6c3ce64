import Glibc
import Workbench

/// Opens addresses with the desktop's own program.
enum LinkOpener {
  /// Runs `xdg-open` to its end, which may be that of the browser; the address is one argument, and no shell sees it.
  static func open(_ url: String, program: String = "xdg-open") -> Action {
    if let refusal = LinkTarget(url).refusal { return report(refusal) }
    switch ChildProcess.runDetached([program, url]) {
    case .exited(status: 0): return .report(StatusMessage("opened \(url)", role: .success))
    case .exited(let status): return report("\(program) gave up on \(url) (status \(status))")
    case .killed: return report("\(program) was ended while it opened \(url)")
    case .notStarted(ENOENT): return .noOpener(url: url)
    case .notStarted(let code):
      return report("\(program) could not be started: \(String(cString: strerror(code)))")
    }
  }

  private static func report(_ text: String) -> Action {
    .report(StatusMessage("not opened: \(text)", role: .error))
  }
}
