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

  /// The next prompt, the which of its kind it is, and the run; `nil` behind the last one.
  mutating func next(runs: Int) throws -> (prompt: ComparisonPrompt, repetition: Int, run: Int)? {
    if let last = current, last.run < runs {
      current = (last.prompt, last.repetition, last.run + 1)
    } else {
      current = try nextPrompt().map { ($0, noteSeen($0), 1) }
    }
    return current
  }

  private mutating func nextPrompt() throws -> ComparisonPrompt? {
    switch source {
    case .one(let prompt): return current == nil ? prompt : nil
    case .file(var file):
      do throws(PromptFileError) {
        let prompt = try file.next()
        source = .file(file)
        return prompt
      } catch {
        StandardError.write("weir: \(error.description)")
        throw ExitStatus.usage.code
      }
    }
  }

  private mutating func noteSeen(_ prompt: ComparisonPrompt) -> Int {
    let key = StableHash(prompt.text, prompt.id ?? "", prompt.system ?? "\0").value
    seen[key, default: 0] += 1
    return seen[key, default: 1]
  }
}
