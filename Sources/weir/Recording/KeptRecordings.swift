import Archive
import Conversation
import Recording
import Reports

/// The recordings of the answers to one turn, from the archive.
struct KeptRecordings {
  let kept: KeptAnswers

  /// Adds them to a file.
  ///
  /// What is missing is said on standard error; where all is, nothing is written.
  func write(to path: String) throws(UsageProblem) -> ExitStatus {
    var whole: [RecordedReply] = []
    var missing: [String] = []
    for answer in kept.answers {
      let name = answer.message.reply?.preset.name ?? ""
      switch try recording(of: answer.message.key) {
      case .whole(let log):
        if let reply = RecordedReply(answer.message, prompt: answer.prompt, log: log) {
          whole.append(reply)
        }
      case .outline:
        missing.append("the bytes of \(name)'s answer had to make room, or were never kept")
      case .none: missing.append("nothing was recorded of \(name)'s answer")
      case .damaged: missing.append("the recording of \(name)'s answer cannot be read")
      }
    }
    for problem in missing { StandardError.write("weir: \(problem)") }
    guard !whole.isEmpty else { return .failure }
    let file = try ReplyRecorder(path: path)
    for reply in whole { file.add(reply) }
    return file.report(over: missing.isEmpty ? .success : .failure)
  }

  private func recording(of key: MessageKey) throws(UsageProblem) -> KeptRecording {
    do throws(ArchiveTrouble) { return try kept.archive.now(.recording(of: key)) } catch {
      throw UsageProblem(error.description)
    }
  }
}
