import Dispatch
import Workbench

/// Looks at and reads files that the prompt names, away from the main thread.
///
/// It has a serial queue of its own, so that a file system that hangs holds up nothing else.
struct AttachmentQueue {
  private let queue = DispatchQueue(label: "weir.attachments")
  private let mailbox: Mailbox
  private let reader: AttachmentReader

  init(mailbox: Mailbox, home: String?) {
    self.mailbox = mailbox
    reader = AttachmentReader(home: home)
  }

  func inspect(_ paths: [AttachmentPath]) {
    let (mailbox, reader) = (mailbox, reader)
    queue.async {
      let glances = paths.map { ($0, reader.glance(at: $0)) }
      mailbox.post(.attachmentsInspected(Dictionary(glances) { $1 }))
    }
  }

  func read(_ paths: [AttachmentPath], reading: Int) {
    let (mailbox, reader) = (mailbox, reader)
    queue.async { mailbox.post(.attachmentsRead(paths.map(reader.read), reading: reading)) }
  }
}
