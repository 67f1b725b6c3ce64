import Reports

/// The replies of a file of recordings.
struct RecordingSource {
  let replies: [RecordedReply]

  init(path: String) throws(UsageProblem) {
    let bytes = try InputText.bytes(path: path)
    let result = bytes.withUnsafeBytes { view in
      Result { () throws(RecordingFileError) in try RecordingFile.replies(in: view) }
    }
    switch result {
    case .success(let replies): self.replies = replies
    case .failure(let error):
      throw UsageProblem("cannot play \(path): \(error.errorDescription ?? "it is no recording")")
    }
  }
}
