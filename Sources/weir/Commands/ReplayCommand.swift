import ArgumentParser
import Conversation

/// `weir replay`: a recording as it was when it came.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play a recording with its own timing."
  )

  @Argument(help: "A file that `weir record` wrote.", completion: .file())
  var file: String

  @Option(help: "How fast: 0.1 to 100 times.")
  var speed = 1.0

  @Flag(help: "Only the text, on standard output.")
  var plain = false

  func validate() throws {
    guard (0.1...100).contains(speed) else {
      throw ValidationError("--speed wants a number from 0.1 to 100, and not \(speed)")
    }
  }

  func run() throws {
    let source: RecordingSource
    do throws(UsageProblem) { source = try RecordingSource(path: file) } catch {
      StandardError.write("weir: \(error.message)")
      throw ExitStatus.usage.code
    }
    let exchange = Exchange(environment: ProcessEnvironment.variables, demo: nil)
    var status = ExitStatus.success
    do throws(StandardOutput.Closed) {
      for reply in source.replies where status == .success {
        status = try PlainReplay(reply: reply, speed: speed).run(over: exchange)
      }
    } catch {
      status = error.report()
    }
    if status != .success { throw status.code }
  }
}
