/// What each stretch of a text is and where it comes from.
struct TextSpans: Sendable, Equatable {
  /// A stretch of one style, up to where the next one starts.
  struct Run: Sendable, Equatable {
    var start: UInt32
    /// Where its source begins, in bytes from the document's start.
    var source: UInt32
    var style: TextStyle
    /// Whether the text stands in the source byte for byte.
    var isVerbatim: Bool
    /// An index into the links; -1 for none.
    var link: Int16
    /// How many bytes of the source a text that is not verbatim stands for as a whole; 0 where that is not known.
    var sourceCount: UInt32 = 0

    func continues(_ other: Run) -> Bool {
      style == other.style && link == other.link && isVerbatim && other.isVerbatim
        && source &- other.source == start - other.start
    }
  }

  private(set) var runs: [Run] = []
  private(set) var links: [String] = []

  /// Notes what follows; joined to the run before where it only goes on.
  mutating func append(_ run: Run) {
    if let last = runs.last, run.continues(last) { return }
    runs.append(run)
  }

  /// Adds the runs of a text that is put at `offset`; both name the same links.
  mutating func append(_ other: TextSpans, at offset: Int) {
    for var run in other.runs {
      run.start += UInt32(offset)
      append(run)
    }
  }

  /// Lets runs name the links of a list to which the text's own are added, and hands these out.
  mutating func moveLinks(behind count: Int) -> [String] {
    guard !links.isEmpty else { return [] }
    for index in runs.indices where runs[index].link >= 0 {
      runs[index].link = Int16(exactly: Int(runs[index].link) + count) ?? -1
    }
    defer { links = [] }
    return links
  }

  /// Where the source of the last run ends.
  func sourceEnd(textCount: Int) -> Int {
    runs.last.map {
      Int($0.source) + ($0.isVerbatim ? textCount - Int($0.start) : Int($0.sourceCount))
    } ?? 0
  }

  /// The index by which runs name a link.
  mutating func addLink(_ url: String) -> Int16 {
    guard links.count < Int(Int16.max) else { return -1 }
    links.append(url)
    return Int16(links.count - 1)
  }

  /// The run that an offset of the text is in, by its index; `nil` where there is no text.
  func index(at offset: Int) -> Int? {
    guard !runs.isEmpty else { return nil }
    return max(0, runs.partition { Int($0.start) <= offset } - 1)
  }

  /// The source that the text shown for a place stands for as a whole: that of a formula or an entity.
  ///
  /// - Returns: `nil` where each character stands for itself.
  func whole(ofSource source: Int) -> Range<Int>? {
    let index = runs.partition { Int($0.source) <= source } - 1
    guard index >= 0, !runs[index].isVerbatim else { return nil }
    let start = Int(runs[index].source)
    let range = start..<start + Int(runs[index].sourceCount)
    return range.contains(source) ? range : nil
  }

  func end(ofRun index: Int, textCount: Int) -> Int {
    index + 1 < runs.count ? Int(runs[index + 1].start) : textCount
  }

  /// The place in the source of a place in the text.
  func sourceOffset(of offset: Int) -> Int? {
    index(at: offset).map { index in
      let run = runs[index]
      return Int(run.source) + (run.isVerbatim ? offset - Int(run.start) : 0)
    }
  }

  /// The place in the text where a place in the source is shown, the nearest at or before it.
  func offset(ofSource source: Int, textCount: Int) -> Int {
    let index = runs.partition { Int($0.source) <= source } - 1
    guard index >= 0 else { return 0 }
    let run = runs[index]
    let distance = run.isVerbatim ? source - Int(run.source) : 0
    return min(Int(run.start) + distance, end(ofRun: index, textCount: textCount))
  }
}

extension RandomAccessCollection where Index == Int {
  /// How many of the first elements hold; the elements that do come before those that do not.
  package func partition(_ holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low - startIndex
  }
}
