/// What the embedded endpoint offers as models: each is one way in which an answer can arrive.
enum DemoModel: Sendable, Hashable {
  case tour
  case slow
  case bursty
  case reasoning
  case stalls
  case cutOff
  case busy
  case splitUTF8
  /// Ends cleanly, but with neither a finish reason nor `[DONE]`.
  case unfinished
  /// `flat-N`: numbered words as fast as the connection takes them.
  case flat(words: Int)
  /// `rate-R-N`: numbered words, R of them a second.
  case rate(perSecond: Int, words: Int)
  /// `clock-R-N`: R words a second, each the nanoseconds of `CLOCK_MONOTONIC` at which it leaves, N in all.
  case clock(perSecond: Int, words: Int)

  /// The models that a person would try, in the order of the sidebar.
  static var guided: [DemoModel] {
    [.tour, .slow, .bursty, .reasoning, .stalls, .cutOff, .busy, .splitUTF8]
  }

  /// What `/v1/models` lists: the guided ones and an instance of each measuring one.
  static var listed: [DemoModel] {
    guided + [.unfinished, .flat(words: 1_000), .rate(perSecond: 50, words: 500)]
  }

  /// - Parameter name: A name as `name` gives it; N and R may be any count up to a million.
  init?(name: String) {
    if let model = Self.listed.first(where: { $0.name == name }) {
      self = model
      return
    }
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    let counts = parts.dropFirst().compactMap { Int($0) }.filter { (1...1_000_000).contains($0) }
    switch (parts[0], parts.count, counts.count) {
    case ("flat", 2, 1): self = .flat(words: counts[0])
    case ("rate", 3, 2): self = .rate(perSecond: counts[0], words: counts[1])
    case ("clock", 3, 2): self = .clock(perSecond: counts[0], words: counts[1])
    default: return nil
    }
  }

  var name: String {
    switch self {
    case .tour: "tour"
    case .slow: "slow"
    case .bursty: "bursty"
    case .reasoning: "reasoning"
    case .stalls: "stalls"
    case .cutOff: "cut-off"
    case .busy: "busy"
    case .splitUTF8: "split-utf8"
    case .unfinished: "unfinished"
    case .flat(let words): "flat-\(words)"
    case .rate(let perSecond, let words): "rate-\(perSecond)-\(words)"
    case .clock(let perSecond, let words): "clock-\(perSecond)-\(words)"
    }
  }
}
