import Conversation
import Glibc
import JSON
import Reports

/// The answers of a comparison on the disk, a line each: what is appended survives whatever ends the program.
///
/// A later line of a cell replaces an earlier one. A last line that was cut off is taken away before anything is appended, one that
/// only lacks its end is given it, and a damaged one in the middle is passed over. A class because it owns the descriptor, and a lock while it has a name.
final class AnswerFile {
  private let descriptor: Int32
  private let name: String
  /// Where the line of each answer begins that need not be asked for again, by cell.
  private(set) var done: [UInt64: Int] = [:]
  /// Lines that are none of ours.
  private(set) var damagedLines = 0
  private var end: Int = 0
  /// Whether the last line is whole but for its end.
  private var lacksLineEnd = false

  /// Opens a file, or makes one for its owner only.
  init(path: String) throws(UsageProblem) {
    name = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.problem(path, errno) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw UsageProblem("\(path) is not a file; answers can be gone on with from files alone")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw UsageProblem(
        "\(path) is in use by another comparison; wait for it or name another file"
      )
    }
    try readAll()
  }

  /// A file without a name, which goes with this value.
  init(temporaryIn directory: String) throws(UsageProblem) {
    name = "a temporary file in \(directory)"
    let path = "\(directory)/weir-compare-\(getpid())-\(UInt32.random(in: .min ... .max))"
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.problem(path, errno) }
    unlink(path)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// - Returns: Where the line begins.
  func append(_ record: AnswerRecord) throws(UsageProblem) -> Int {
    if lacksLineEnd { try write("\n") }
    lacksLineEnd = false
    let start = end
    try write(record.line)
    return start
  }

  private func write(_ text: String) throws(UsageProblem) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, end + written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw UsageProblem("cannot write \(name): \(String(cString: strerror(errno)))")
      }
      written += count
    }
    end += bytes.count
  }

  /// The answer whose line begins at a place.
  func record(at offset: Int) -> AnswerRecord? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 16_384)
    var place = offset
    while place < end {
      let count = pread(descriptor, &block, block.count, place)
      guard count > 0 else { break }
      if let lineEnd = block[..<count].firstIndex(of: UInt8(ascii: "\n")) {
        bytes += block[..<lineEnd]
        break
      }
      bytes += block[..<count]
      place += Int(count)
    }
    return JSONValue(json: String(decoding: bytes, as: UTF8.self)).flatMap {
      AnswerRecord(line: $0)
    }
  }

  private func readAll() throws(UsageProblem) {
    var rest: [UInt8] = []
    var restStart: Int = 0
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.problem(name, errno) }
      guard count > 0 else { break }
      var start = 0
      while let lineEnd = block[start..<count].firstIndex(of: UInt8(ascii: "\n")) {
        rest += block[start..<lineEnd]
        try take(rest, at: restStart)
        restStart += Int(rest.count) + 1
        rest.removeAll(keepingCapacity: true)
        start = lineEnd + 1
      }
      rest += block[start..<count]
    }
    end = restStart
    guard !rest.isEmpty else { return }
    if JSONValue(json: String(decoding: rest, as: UTF8.self)) != nil {
      try take(rest, at: restStart)
      end = restStart + rest.count
      lacksLineEnd = true
      return
    }
    let opening = Array(AnswerRecord.opening.utf8)
    guard restStart > 0 || rest.prefix(opening.count).elementsEqual(opening.prefix(rest.count))
    else { throw notOurs(line: 1) }
    ftruncate(descriptor, end)
  }

  private func take(_ line: [UInt8], at offset: Int) throws(UsageProblem) {
    guard let value = JSONValue(json: String(decoding: line, as: UTF8.self)),
      value.asObject != nil
    else {
      if offset == 0 { throw notOurs(line: 1) }
      damagedLines += 1
      return
    }
    guard let record = AnswerRecord(line: value), let cell = record.cell else {
      throw notOurs(line: nil)
    }
    done[cell] = record.isDone ? offset : nil
  }

  private func notOurs(line: Int?) -> UsageProblem {
    let place = line.map { ", line \($0)" } ?? ""
    return UsageProblem(
      "\(name)\(place) is not an answer of weir compare; nothing was changed there, name another file"
    )
  }

  private static func problem(_ path: String, _ reason: Int32) -> UsageProblem {
    UsageProblem("cannot open \(path): \(String(cString: strerror(reason)))")
  }
}
