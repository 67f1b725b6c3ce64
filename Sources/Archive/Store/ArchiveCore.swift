import Conversation
import GRDB

/// The open file of an archive and what is still to be written to it.
// The archive's queue alone calls it, so it may cross threads.
final class ArchiveCore: @unchecked Sendable {
  let watch: DirectoryWatch
  private let file: ArchiveFile
  private let writer = ProcessMark.current()
  private var connections: Connections?
  /// What is not saved yet, oldest first.
  private var waiting: [ConversationChanges] = []
  /// What became of changes that were saved on the way of something else, or before something failed.
  private var unreported = Saved()
  private var elsewhere = Elsewhere()
  /// How many bytes of recordings are kept, compressed.
  var mostRawBytes = 256 << 20
  /// A file in which damage was found: it is not written to any more, only read.
  private var damaged: ArchiveFile.Identity?
  /// Whether something that was removed may still stand in the file.
  private var isErasing = false
  /// Whether a step of that waits on the queue.
  private var isEraseUnderWay = false

  init(path: String) {
    file = ArchiveFile(path: path)
    watch = DirectoryWatch(fileNamed: file.name + ArchiveFile.logEnding)
  }

  /// Opens the file for writing, if that goes.
  func prepare() { _ = attempt { try connectForWriting() } }

  /// Fails where any of these changes is not saved; without changes, where anything still waits.
  func save(_ changes: [ConversationChanges]) -> Result<Saved, ArchiveTrouble> {
    let trouble = saveWaiting()
    let blocked = Set(waiting.map(\.id))
    let free = changes.filter { !blocked.contains($0.id) }
    // What follows something that waits waits, too.
    waiting += changes.filter { blocked.contains($0.id) }
    if let trouble, trouble.isOfAll || free.count < changes.count || changes.isEmpty {
      waiting += free
      return .failure(trouble)
    }
    if !free.isEmpty {
      switch perform(ArchiveRequest<Saved>.save(free)) {
      case .success(let saved): unreported.merge(saved)
      case .failure(let trouble):
        waiting += free
        return .failure(trouble)
      }
    }
    defer { unreported = Saved() }
    return .success(unreported)
  }

  /// Tries again to save what waits, one by one: while the disk is full, an attempt costs no more than the oldest change.
  ///
  /// A change that fails by itself holds up those of its own conversation and no others.
  private func saveWaiting() -> ArchiveTrouble? {
    var first: ArchiveTrouble?
    var left: [ConversationChanges] = []
    var blocked: Set<ConversationID> = []
    while let oldest = waiting.first {
      waiting.removeFirst()
      if blocked.contains(oldest.id) {
        left.append(oldest)
        continue
      }
      switch perform(ArchiveRequest<Saved>.save([oldest])) {
      case .success(let saved): unreported.merge(saved)
      case .failure(let trouble):
        first = first ?? trouble
        blocked.insert(oldest.id)
        left.append(oldest)
        if trouble.isOfAll {
          waiting = left + waiting
          return trouble
        }
      }
    }
    waiting = left
    return first
  }

  /// Carries a request out behind what waits, so that it sees that, and nothing older is written over it later.
  func carryOut<Value>(_ request: ArchiveRequest<Value>) -> Result<Value, ArchiveTrouble> {
    if let trouble = saveWaiting(), let id = request.edited,
      waiting.contains(where: { $0.id == id })
    {
      return .failure(trouble)
    }
    let result = perform(request)
    if case .success = result { waiting.removeAll { request.removed.contains($0.id) } }
    return result
  }

  private func perform<Value>(_ request: ArchiveRequest<Value>) -> Result<Value, ArchiveTrouble> {
    attempt {
      switch request.work {
      case .reading(let body): return try read(body)
      case .writing(let body):
        let value = try write(body)
        if request.isErasing { isErasing = true }
        return value
      case .answering(let body): return try body(try connect().reader)
      }
    }
  }

  /// Whether a step of erasing is due that does not wait already; it counts as waiting then.
  func beginsErasing() -> Bool {
    defer { isEraseUnderWay = isErasing }
    return isErasing && !isEraseUnderWay
  }

  /// Does a step of erasing, where there is one to do; what hinders it is tried again behind the next request.
  func erase() -> Erasure.Outcome {
    isEraseUnderWay = false
    guard isErasing else { return .done }
    let result = attempt { try Erasure.step(try connectForWriting()) }
    guard case .success(let outcome) = result else { return .hindered }
    if outcome == .done { isErasing = false }
    return outcome
  }

  func lookElsewhere() -> Result<ChangesElsewhere, ArchiveTrouble> {
    attempt {
      try connect().reader.read { try elsewhere.look($0) }
      return elsewhere.take()
    }
  }

  func openForSearching() -> Result<DatabaseQueue, ArchiveTrouble> {
    attempt { try connect().searcher }
  }

  /// Closes the file, after one more attempt at what waits.
  func close() -> ArchiveTrouble? {
    defer { disconnect() }
    guard case .failure(let trouble) = save([]) else { return nil }
    return trouble
  }

  private func disconnect() {
    connections?.close()
    connections = nil
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
    let pool = try connectForWriting()
    var elsewhere = elsewhere
    let value = try pool.write { db in
      try elsewhere.look(db)
      let turn = try WriteTurn(db, by: writer, keepingRaw: mostRawBytes)
      elsewhere.pass(turn.revision)
      return try body(turn)
    }
    self.elsewhere = elsewhere
    DirectoryWatch.tell(file.path + ArchiveFile.logEnding)
    return value
  }

  /// The open file; one that was taken away or replaced since is opened anew.
  private func connect() throws -> Connections {
    if let connections {
      if connections.identity == file.identity { return connections }
      disconnect()
    }
    if file.identity != damaged { damaged = nil }
    let new = try Connections(file)
    connections = new
    watch.begin(in: file.directory)
    try new.reader.read { try elsewhere.look($0) }
    // What is to be put in order may fail: whoever asked has an answer.
    if try new.reader.read(InterruptedReplies.exist) { try? write(InterruptedReplies.fold) }
    return new
  }

  private func connectForWriting() throws -> DatabasePool {
    var connections = try connect()
    if damaged != nil { throw ArchiveTrouble.corrupt(file.path) }
    let isOpened = connections.pool == nil
    let pool = try connections.openForWriting()
    self.connections = connections
    if isOpened { isErasing = try pool.read(Erasure.stage) != .nothing }
    return pool
  }

  private func attempt<Value>(_ body: () throws -> Value) -> Result<Value, ArchiveTrouble> {
    do {
      return .success(try body())
    } catch {
      let trouble = ArchiveTrouble(error, path: file.path)
      // A file that is in trouble may be another one, or mended, by the next time.
      if case .corrupt = trouble { damaged = connections?.identity ?? file.identity }
      if trouble.isOfFile { disconnect() }
      return .failure(trouble)
    }
  }
}

extension ArchiveTrouble {
  /// Whether the file itself, not only this attempt, is in trouble.
  fileprivate var isOfFile: Bool {
    switch self {
    case .full, .locked, .unexpected, .exists: false
    case .readOnly, .inputOutput, .corrupt, .notAnArchive, .newer, .cannotOpen: true
    }
  }

  /// Whether no other change can be saved either.
  fileprivate var isOfAll: Bool {
    switch self {
    case .full, .locked: true
    case .unexpected, .exists: false
    case .readOnly, .inputOutput, .corrupt, .notAnArchive, .newer, .cannotOpen: true
    }
  }
}
