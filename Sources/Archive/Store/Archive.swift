import Conversation
import Dispatch
import GRDB

/// The conversations of this user in one SQLite file, which several weirs may use at once.
///
/// Opens when it is first asked for something. Everything happens on one serial queue, where completions run
/// too. What cannot be saved is kept in memory, in order, and tried again with the next save; a file that
/// cannot be used is never changed, moved or made anew.
// The queue alone touches what changes, so the class may cross threads.
package final class Archive: @unchecked Sendable {
  package let path: String
  private let queue = DispatchQueue(label: "weir.archive")
  private let writer = ProcessMark.current()
  private var connections: Connections?
  /// What is not saved yet, oldest first.
  private var waiting: [ConversationChanges] = []
  private var elsewhere = Elsewhere()

  package init(path: String) {
    self.path = path
  }

  /// Carries a request out later; the completion runs on the archive's queue.
  package func perform<Value>(
    _ request: ArchiveRequest<Value>,
    then: @escaping @Sendable (Result<Value, ArchiveTrouble>) -> Void
  ) {
    queue.async { [self] in then(carryOut(request)) }
  }

  /// Carries a request out at once, for commands without a screen.
  package func now<Value>(_ request: ArchiveRequest<Value>) throws(ArchiveTrouble) -> Value {
    try queue.sync { carryOut(request) }.get()
  }

  /// Saves changes, and before them what earlier ones are still waiting, all in one transaction; an acknowledged one
  /// outlives the machine's sudden end.
  package func save(
    _ changes: [ConversationChanges],
    then: @escaping @Sendable (Result<Saved, ArchiveTrouble>) -> Void
  ) {
    queue.async { [self] in then(carryOut(saving: changes)) }
  }

  /// As ``save(_:then:)``, at once.
  @discardableResult
  package func saveNow(_ changes: [ConversationChanges]) throws(ArchiveTrouble) -> Saved {
    try queue.sync { carryOut(saving: changes) }.get()
  }

  /// Closes the file; a further request opens it again.
  package func close() {
    queue.sync { disconnect() }
  }
}

extension Archive {
  private func carryOut(saving changes: [ConversationChanges]) -> Result<Saved, ArchiveTrouble> {
    waiting += changes
    let result = carryOut(ArchiveRequest<Saved>.save(waiting))
    guard case .success(var saved) = result else { return result }
    waiting = []
    saved.elsewhere = elsewhere.take()
    return .success(saved)
  }

  private func carryOut<Value>(_ request: ArchiveRequest<Value>) -> Result<Value, ArchiveTrouble> {
    do {
      switch request.work {
      case .reading(let body): return .success(try read(body))
      case .writing(let body): return .success(try write(body))
      }
    } catch {
      return .failure(note(error))
    }
  }

  private func read<Value>(_ body: (inout ReadTurn) throws -> Value) throws -> Value {
    let (value, hasInterrupted) = try connect().reader.read { db in
      var turn = ReadTurn(db: db)
      return (try body(&turn), turn.hasInterrupted)
    }
    // Whoever asked has an answer: what is put in order for the next one may fail.
    if hasInterrupted { try? write(InterruptedReplies.fold) }
    return value
  }

  private func write<Value>(_ body: (WriteTurn) throws -> Value) throws -> Value {
    guard let pool = try connect().writer else { throw ArchiveTrouble.readOnly(path) }
    var elsewhere = elsewhere
    let value = try pool.write { db in
      try elsewhere.look(db)
      let turn = try WriteTurn(db, by: writer)
      elsewhere.pass(turn.revision)
      return try body(turn)
    }
    self.elsewhere = elsewhere
    return value
  }

  /// The open file; one that was taken away or replaced since is opened anew.
  private func connect() throws -> Connections {
    let file = ArchiveFile(path: path)
    if let connections {
      if connections.identity == file.identity { return connections }
      disconnect()
    }
    let new = try Connections(file)
    connections = new
    try new.reader.read { try elsewhere.look($0) }
    if new.writer != nil, try new.reader.read(InterruptedReplies.exist) {
      try write(InterruptedReplies.fold)
    }
    return new
  }

  private func disconnect() {
    connections?.close()
    connections = nil
  }

  /// After trouble with the file itself it is opened anew: it may be another one, or mended, by then.
  private func note(_ error: any Error) -> ArchiveTrouble {
    let trouble = ArchiveTrouble(error, path: path)
    switch trouble {
    case .full, .locked, .unexpected, .exists: break
    case .readOnly, .inputOutput, .corrupt, .notAnArchive, .newer, .cannotOpen: disconnect()
    }
    return trouble
  }
}
