import Foundation
import Testing

/// `docs/weir.1` against what the built program says of itself; `scripts/manual` writes the page.
@Suite struct ManualTests {
  @Test func manualNamesEveryCommandAndOption() throws {
    let manual = try Repository.text(of: "docs/weir.1")
    let missing = try Self.help().command.marks.filter { !manual.contains($0) }
    #expect(missing == [], "run scripts/manual")
  }

  /// What `weir --experimental-dump-help` prints, as far as it is needed here.
  private struct Help: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let commandName: String
    let shouldDisplay: Bool
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// The lines of a manual page that this command and those below it must have left there.
    var marks: [String] {
      let below = (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
      let options = (arguments ?? []).filter(\.shouldDisplay).flatMap(\.marks)
      return below.map { ".It Em \($0.commandName)\n" } + options + below.flatMap(\.marks)
    }
  }

  private struct Argument: Decodable {
    let names: [Name]?
    let shouldDisplay: Bool

    /// The long names, which stand behind the short one where there is one.
    var marks: [String] {
      let names = names ?? []
      let isBehindAnother = names.contains { $0.kind == "short" }
      return names.filter { $0.kind == "long" }
        .map { isBehindAnother ? ", -\($0.name)" : "Fl -\($0.name)" }
    }
  }

  private struct Name: Decodable {
    let kind: String
    let name: String
  }

  private static func help() throws -> Help {
    let weir = Process()
    let output = Pipe()
    weir.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "weir")
    weir.arguments = ["--experimental-dump-help"]
    weir.standardOutput = output
    try weir.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    weir.waitUntilExit()
    return try JSONDecoder().decode(Help.self, from: bytes)
  }
}
