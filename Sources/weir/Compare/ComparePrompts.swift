import Conversation
import Glibc
import Reports

/// The prompts of a comparison, each as often as there are runs, read as they are asked for.
struct ComparePrompts {
  private enum Source {
    case one(ComparisonPrompt)
    case file(PromptFile)
  }

  private var source: Source
  /// How many there are; `nil` for a pipe, which can be read only once.
  let count: Int?
  /// How often each was seen, by a number that follows from it.
  private var seen: [UInt64: Int] = [:]
  private var current: (prompt: ComparisonPrompt, repetition: Int, run: Int)?

  init(_ prompt: ComparisonPrompt) {
    source = .one(prompt)
    count = 1
  }

  /// Reads a file once through, so that what is wrong in it is said before anything is asked; `-` is standard input.
  init(path: String) throws(UsageProblem) {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw UsageProblem("cannot read \(path): \(String(cString: strerror(errno)))")
    }
    let name = path == "-" ? "standard input" : path
    guard lseek(descriptor, 0, SEEK_CUR) >= 0 else {
      count = nil
      source = .file(PromptFile(descriptor: descriptor, name: name))
      return
    }
    let start = lseek(descriptor, 0, SEEK_CUR)
    var trial = PromptFile(descriptor: descriptor, name: name)
    var count = 0
    do throws(PromptFileError) {
      while try trial.next() != nil { count += 1 }
    } catch {
      throw UsageProblem(error.description)
    }
    self.count = count
    lseek(descriptor, start, SEEK_SET)
    source = .file(PromptFile(descriptor: descriptor, name: name))
  }

  /// Whether somebody types them on a terminal.
  var areTyped: Bool {
    guard case .file(let file) = source else { return false }
    return isatty(file.descriptor) == 1
  }

  /// All that are left, once each.
  mutating func rest() throws(UsageProblem) -> [ComparisonPrompt] {
    var prompts: [ComparisonPrompt] = []
    do throws(PromptFileError) {
      while let next = try next(runs: 1) { prompts.append(next.prompt) }
    } catch {
      throw UsageProblem(error.description)
    }
    return prompts
  }

  /// What must be readable before there is a next one; `nil` where it can be had without waiting.
  func awaited(runs: Int) -> Int32? {
    guard count == nil, case .file(let file) = source, !file.isReady else { return nil }
    if let current, current.run < runs { return nil }
    return file.descriptor
  }

  /// Reads once from what is awaited.
  mutating func readMore() {
    guard case .file(var file) = source else { return }
    file.readMore()
    source = .file(file)
  }

  /// The next prompt, the which of its kind it is, and the run; `nil` behind the last one.
  mutating func next(
    runs: Int
  ) throws(PromptFileError) -> (prompt: ComparisonPrompt, repetition: Int, run: Int)? {
    if let last = current, last.run < runs {
      current = (last.prompt, last.repetition, last.run + 1)
    } else {
      current = try nextPrompt().map { ($0, noteSeen($0), 1) }
    }
    return current
  }

  private mutating func nextPrompt() throws(PromptFileError) -> ComparisonPrompt? {
    switch source {
    case .one(let prompt): return current == nil ? prompt : nil
    case .file(var file):
      defer { source = .file(file) }
      return try file.next()
    }
  }

  private mutating func noteSeen(_ prompt: ComparisonPrompt) -> Int {
    let key = StableHash(prompt.text, prompt.id ?? "", prompt.system ?? "\0").value
    seen[key, default: 0] += 1
    return seen[key, default: 1]
  }
}
