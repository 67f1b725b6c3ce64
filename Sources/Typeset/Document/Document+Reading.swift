extension Document {
  /// The part of a document that later text may still change.
  struct Tail: Sendable {
    /// Where it begins, at the start of a line.
    var start = 0
    /// The gap before its first block.
    var gap = Block.Gap.none
    /// The place of its first item, where it goes on with a list of the top level.
    var list: ListPlace?
    /// Where the last whole line ended when the tail was last looked through for what can be closed.
    var closedThrough = 0
    /// Where the source ended when the tail was last given to the parser.
    var parsedThrough = 0
    /// Up to where the source is shown.
    var readThrough = 0
    /// Set while the tail is code in a fence whose end has not come.
    var code: OpenCode?
    /// Whether the last block shows text that was not read as Markdown yet.
    var isProvisional = false
  }

  /// Tails longer than this are read again only when they have grown by a sixteenth, much longer ones by a
  /// fourth, so that the cost of a paragraph or a table without end stays in proportion to its length.
  private static let longTail = 16_384

  /// Pieces in which a long text is taken in.
  private static let piece = 65_536

  /// Reads what the source gained.
  mutating func readTail() {
    while tail.readThrough < source.count {
      let end = min(source.count, max(tail.readThrough, tail.start) + Self.piece)
      readTail(through: end)
    }
  }

  private mutating func readTail(through end: Int) {
    if tail.code != nil, !extendCode(through: end) { return }
    if extendPlainly(through: end) { return }
    let size = end - tail.start
    let isWorthReading = end - tail.parsedThrough >= size / (size > 4 * Self.longTail ? 4 : 16)
    if size > Self.longTail, !isWorthReading, end == source.count {
      return showUnread(through: end)
    }
    let lastLine = endOfLastLine(before: end)
    if lastLine > tail.closedThrough { close(through: lastLine, isAll: false) }
    if tail.code != nil, !extendCode(through: end) { return }
    readOpen(through: end)
  }

  /// The offset behind the last line end that was not looked at; a carriage return at the very end may be
  /// half of one.
  private func endOfLastLine(before end: Int) -> Int {
    var index = end
    while index > tail.closedThrough {
      let byte = source[index - 1]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && index < end { return index }
      index -= 1
    }
    return tail.closedThrough
  }

  /// Shows the end of a long tail as it is, until it is worth reading it again.
  private mutating func showUnread(through end: Int) {
    let start = tail.readThrough
    var text = RichText()
    text.append(source[start..<end], style: TextStyle(), source: start)
    if tail.isProvisional {
      blocks[blocks.count - 1].append(text)
    } else {
      blocks.append(
        Block(.paragraph, text: text, margin: Margin(), gap: .none, source: start..<end)
      )
    }
    tail.isProvisional = true
    tail.readThrough = end
    touch(from: blocks.count - 1)
  }

  private var closedBlocks: Int { units.last?.blocks.upperBound ?? 0 }

  /// Reads the tail for what is shown of it.
  private mutating func readOpen(through end: Int) {
    let reading = Reading(of: source[tail.start..<end], in: self)
    readBytes += end - tail.start
    setLoose(lists: looseLists, open: reading.looseLists)
    replaceTail(with: reading.blocks)
    tail.parsedThrough = end
    tail.readThrough = end
    tail.isProvisional = false
  }

  /// Notes which lists are loose; the rows of one that changes move, though its items are not read again.
  private mutating func setLoose(lists: Set<Int>, open: Set<Int>) {
    let changed = looseLists.union(looseOpenLists).symmetricDifference(lists.union(open))
    looseLists = lists
    looseOpenLists = open
    guard !changed.isEmpty else { return }
    let items = units.reversed().prefix { $0.list.map { changed.contains($0.id) } ?? false }
    if let first = items.last { firstStale = min(firstStale, first.blocks.lowerBound) }
  }

  /// Puts blocks in place of those of the tail, and keeps of these what has not changed.
  private mutating func replaceTail(with new: [Block]) {
    let first = closedBlocks
    let kept = min(blocks.count - first, new.count)
    for index in 0..<kept { blocks[first + index].become(new[index]) }
    blocks.removeLast(blocks.count - first - kept)
    blocks.append(contentsOf: new.dropFirst(kept))
    touch(from: first)
  }

  /// Lays out blocks that are laid out already again, as far as they have changed, and counts rows anew.
  mutating func touch(from index: Int) {
    firstStale = min(firstStale, index)
    updateStarts()
  }

  /// Closes the units of the tail that nothing can change any more.
  mutating func close(through end: Int, isAll: Bool) {
    let reading = Reading(of: source[tail.start..<end], in: self)
    readBytes += end - tail.start
    tail.closedThrough = end
    tail.parsedThrough = end
    tail.readThrough = end
    tail.isProvisional = false
    setLoose(lists: looseLists.union(reading.looseLists), open: [])
    nextList = max(nextList, reading.nextList)
    let closed = isAll ? reading.units.count : closable(reading, readThrough: end)
    let first = closedBlocks
    replaceTail(with: reading.blocks)
    for unit in reading.units.prefix(closed) {
      units.append(
        Unit(
          source: unit.source,
          blocks: first + unit.blocks.lowerBound..<first + unit.blocks.upperBound,
          gap: unit.gap,
          list: unit.list,
          labels: ReferenceLabels.all(in: source[unit.source])
        )
      )
    }
    let before = tail.start
    if closed < reading.units.count {
      let next = reading.units[closed]
      tail.start = next.source.lowerBound
      tail.gap = next.gap
      tail.list = next.list
    } else if isAll {
      tail.start = end
    }
    learn(from: before..<tail.start)
    tail.code = nil
    if closed == reading.units.count - 1, !isAll { beginCode(through: end) }
  }

  private mutating func beginCode(through end: Int) {
    guard let fence = CodeFence(opening: source[tail.start..<end]) else { return }
    let lines = source[tail.start..<end].count { $0 == UInt8(ascii: "\n") }
    tail.code = OpenCode(fence: fence, lineStart: end, shownThrough: end, owesLineEnd: lines > 1)
  }

  /// How many of the units read nothing can change: all but the last, and but those that refer to what the
  /// rest may come to define.
  private func closable(_ reading: Reading, readThrough end: Int) -> Int {
    guard let last = reading.units.last else { return 0 }
    let count = reading.units.count - 1
    let open = ReferenceLabels.defined(in: source[last.source.lowerBound..<end])
      .filter { !references.contains($0) }.map { $0.lowercased() }
    guard !open.isEmpty else { return count }
    let first = reading.units.prefix(count).firstIndex { unit in
      !ReferenceLabels.all(in: source[unit.source]).isDisjoint(with: open)
    }
    return first ?? count
  }

  /// Takes in the definitions of a part that was closed, and reads again what referred to them before.
  private mutating func learn(from range: Range<Int>) {
    let new = references.collect(from: source[range])
    guard !new.isEmpty else { return }
    definedThrough = range.upperBound
    for index in units.indices
    where units[index].source.upperBound <= range.lowerBound
      && !units[index].labels.isDisjoint(with: new)
    {
      guard readAgain(units[index]) else { return startOver() }
    }
  }

  /// Reads the whole text again with what is known now; for a definition that changes more than words.
  private mutating func startOver() {
    let known = references
    let end = tail.readThrough
    units = []
    looseLists = []
    looseOpenLists = []
    tail = Tail()
    references = known
    close(through: end, isAll: isFinished)
  }

  /// - Returns: Whether it has as many blocks as before; else nothing has changed.
  private mutating func readAgain(_ unit: Unit) -> Bool {
    let reading = Reading(of: source[unit.source], gap: unit.gap, list: unit.list, in: self)
    revisits += 1
    readBytes += unit.source.count
    guard reading.blocks.count == unit.blocks.count else { return false }
    for (index, block) in zip(unit.blocks, reading.blocks) { blocks[index].become(block) }
    touch(from: unit.blocks.lowerBound)
    return true
  }
}
