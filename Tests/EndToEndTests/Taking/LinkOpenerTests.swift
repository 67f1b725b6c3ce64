import Foundation
import Testing
import Workbench

@testable import weir

@Suite struct LinkOpenerTests {
  private static func message(_ action: Action) -> String? {
    if case .report(let message) = action { return message.text }
    return nil
  }

  /// Written by another process: a file that this one had open for writing may still be so in a child.
  private static func program(_ script: String, in home: Home) -> String {
    signal(SIGPIPE, SIG_IGN)
    let path = home.path + "/open"
    _ = PipedCommand(
      command: "cat > '\(path)' && chmod 755 '\(path)'",
      input: "#!/bin/sh\n\(script)\n"
    ).run { false }
    return path
  }

  @Test func givesTheAddressAsOneArgument() throws {
    let home = try Home()
    let program = Self.program("printf '%s|' \"$@\" > \"\(home.path)/seen\"", in: home)
    let url = "https://a.example/$(touch${IFS}x)?b='c'&d;e"
    #expect(Self.message(LinkOpener.open(url, program: program)) == "opened \(url)")
    #expect(try String(contentsOfFile: home.path + "/seen", encoding: .utf8) == url + "|")
  }

  @Test func saysThatItFailed() throws {
    let home = try Home()
    let failing = Self.program("exit 3", in: home)
    let text = Self.message(LinkOpener.open("https://a.example", program: failing))
    #expect(text == "not opened: \(failing) gave up on https://a.example (status 3)")
  }

  @Test func saysThatThereIsNoOpener() {
    let action = LinkOpener.open("https://a.example", program: "no-such-opener-\(UUID())")
    guard case .noOpener(url: "https://a.example") = action else {
      Issue.record("found \(action)")
      return
    }
  }

  @Test func opensNothingButTheWeb() {
    #expect(
      Self.message(LinkOpener.open("file:///etc/passwd"))
        == "not opened: only http and https are opened"
    )
  }
}
