import Glibc
import Workbench

/// Puts text on the clipboard, by every way that may work here, and says which were taken.
enum Clipboard {
  /// Runs the desktop's own tool where there is one; blocks until the tool has the text.
  ///
  /// - Returns: The tool's name, or `nil` where none is found or it failed.
  static func copyWithTool(_ text: String, environment: [String: String]) -> String? {
    var tools: [[String]] = []
    if environment["WAYLAND_DISPLAY"]?.isEmpty == false { tools.append(["wl-copy"]) }
    if environment["DISPLAY"]?.isEmpty == false {
      tools.append(["xclip", "-selection", "clipboard"])
      tools.append(["xsel", "--clipboard", "--input"])
    }
    for tool in tools where ChildProcess.run(tool, input: .bytes(Array(text.utf8))) == 0 {
      return tool[0]
    }
    return nil
  }

  /// The line for the user.
  static func report(what: String, count: Int, tool: String?) -> StatusMessage {
    let size = "\(what), \(count) characters"
    guard let tool else {
      return StatusMessage(
        "copied \(size), by OSC 52, if the terminal allows it",
        role: .success
      )
    }
    return StatusMessage("copied \(size), by \(tool) and OSC 52", role: .success)
  }
}
