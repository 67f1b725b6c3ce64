import Archive
import Conversation
import Workbench

// Searching all messages, recordings, and the prompts that are kept by name.
extension HistoryDesk {
  /// Looks for messages, in the place of any search before; the hits come as they are found.
  func search(_ text: String, _ query: QueryNumber) {
    let mailbox = mailbox
    archive.search(text) { news in
      switch news {
      case .hits(let hits):
        mailbox.post(.history(.found(hits, isLast: false, query: query)))
      case .ended: mailbox.post(.history(.found([], isLast: true, query: query)))
      case .failed(let trouble):
        mailbox.post(.history(.notFound(reason: trouble.description, query: query)))
      }
    }
  }

  func readRecording(of key: MessageKey) {
    let mailbox = mailbox
    archive.perform(.recording(of: key)) { result in
      switch result {
      case .success(let kept): mailbox.post(.history(.recording(kept, of: key)))
      case .failure(let trouble):
        mailbox.post(.history(.noRecording(reason: trouble.description, of: key)))
      }
    }
  }

  func listPrompts() {
    let mailbox = mailbox
    archive.perform(.savedPrompts) { result in
      switch result {
      case .success(let prompts): mailbox.post(.history(.prompts(prompts)))
      case .failure(let trouble):
        mailbox.post(.history(.noPrompts(reason: trouble.description)))
      }
    }
  }

  /// Keeps or forgets a prompt, and says what there is then.
  func changePrompts(_ request: ArchiveRequest<Void>) {
    let mailbox = mailbox
    archive.perform(request) { result in
      if case .failure(let trouble) = result {
        mailbox.post(
          .history(.noPrompts(reason: "the prompt was not saved: \(trouble.description)"))
        )
      }
    }
    listPrompts()
  }
}
