import Glibc

/// A way to die without a word to anyone.
enum Crash: Character {
  case fatalError = "F"
  case index = "I"
  case overflow = "O"
  case unwrapping = "N"
  case segmentation = "S"
  case bus = "B"
  case abort = "A"
  case recursion = "R"
  case killed = "K"

  init?(key: Character) { self.init(rawValue: key) }

  func happen() {
    switch self {
    case .fatalError: Swift.fatalError("the probe was told to")
    case .index: _ = [Int](repeating: 0, count: one())[one()]
    case .overflow: _ = Int.max - 1 + one() + one()
    case .unwrapping: _ = (one() > 1 ? one() : nil).unsafelyAssumed
    case .segmentation: UnsafeMutablePointer<Int>(bitPattern: 8 * one())?.pointee = 1
    case .bus: raise(SIGBUS)
    case .abort: Glibc.abort()
    case .recursion: _ = recurse(one())
    case .killed: kill(getpid(), SIGKILL)
    }
  }

  /// 1, which the compiler does not know.
  @inline(never) private func one() -> Int { Int(getppid() > -1 ? 1 : 2) }

  @inline(never) private func recurse(_ depth: Int) -> Int {
    depth < 0 ? depth : recurse(depth + one()) + recurse(depth + 2)
  }
}

extension Int? {
  fileprivate var unsafelyAssumed: Int {
    guard let self else { preconditionFailure("nothing is there") }
    return self
  }
}
