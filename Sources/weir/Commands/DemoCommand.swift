import ArgumentParser
import Conversation
import DemoEndpoint
import Glibc
import Reports

/// `weir demo`: the embedded endpoint for others to use.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Serve the demo models, whose answers are canned.",
    subcommands: [DemoServeCommand.self]
  )
}

/// `weir demo serve`: serves until SIGINT or SIGTERM.
struct DemoServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve an OpenAI-compatible endpoint on 127.0.0.1 until interrupted.",
    discussion: """
      Prints the base URL once the endpoint can be asked. Beside the demo models it has flat-N \
      (N words as fast as they go), rate-R-N (R words a second, N in all) and clock-R-N (as many, \
      each the moment at which it leaves), for measuring.

      With --fault every answer misbehaves as asked, to try presets, time limits and scripts:
      \(faultForms)

      A PLACE is a time of the answer (3s, 500ms) or a part of it (40%): --fault stall@3s,429:2
      """
  )

  @Option(help: "The port to listen on; 0 takes any free one.")
  var port: UInt16 = 0

  @Option(
    name: .customLong("fault"),
    help: ArgumentHelp(
      "What goes wrong, with commas between; may be given again.",
      valueName: "fault,\u{2026}"
    ),
    transform: { try FaultReader.faults(in: $0) }
  )
  var faults: [[Fault]] = []

  @Option(
    help: ArgumentHelp(
      "Serve the replies of a recording, byte for byte with their timing, in turn.",
      valueName: "file"
    ),
    completion: .file()
  )
  var recording: String?

  @Flag(help: .hidden)
  var onDemand = false

  private static var faultForms: String {
    FaultReader.forms.map { "  \($0.form): \($0.meaning)" }.joined(separator: "\n")
  }

  func run() throws {
    var recordings: [RecordedReply] = []
    do throws(UsageProblem) {
      if let recording { recordings = try RecordingSource(path: recording).replies }
    } catch {
      throw error.reported()
    }
    let server = try DemoServer(
      port: port,
      faults: faults.flatMap(\.self),
      recordings: recordings.map { reply in
        ServedRecording(
          reply.log,
          sent: reply.sent ?? MonotonicTime(nanoseconds: 0),
          model: reply.preset.model,
          isCutOff: reply.isCutOff
        )
      }
    )
    if onDemand { DemoAttendance(server: server).run() } else { serve(server) }
  }

  private func serve(_ server: DemoServer) {
    // Before any thread is started, so that all inherit it and only `sigwait` takes the signals. A
    // signal source of Dispatch would not do: in a release build nothing keeps it while this waits.
    var endings = sigset_t()
    sigemptyset(&endings)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&endings, number) }
    pthread_sigmask(SIG_BLOCK, &endings, nil)

    server.whenListening { result in
      switch result {
      case .success: Self.say("http://127.0.0.1:\(server.port)/v1\n", to: STDOUT_FILENO)
      case .failure(let error):
        Self.say("weir: \(error.localizedDescription)\n", to: STDERR_FILENO)
        Glibc.exit(1)
      }
    }
    var number: Int32 = 0
    withExtendedLifetime(server) { _ = sigwait(&endings, &number) }
  }

  private static func say(_ line: String, to descriptor: Int32) {
    _ = Array(line.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
