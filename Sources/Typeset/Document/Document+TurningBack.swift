extension Document {
  /// Goes back to what the text was when only its first bytes had come, at the cost of what is read differently then.
  ///
  /// The result is that of a document that was given this beginning and read; one that was finished is not any more.
  ///
  /// - Parameter count: Where a character begins, or the source ends.
  package mutating func turnBack(toBytes count: Int) {
    guard isFinished || count < source.count else { return }
    var kept = format == .markdown ? unitsKept(before: count) : 0
    let end = kept > 0 ? units[kept - 1].source.upperBound : 0
    if end < definedThrough {
      references = References()
      definedThrough = 0
      kept = 0
    }
    cutSource(toBytes: count)
    openUnits(from: kept)
    read()
  }

  /// How many units are the same whether the text ends here or goes on.
  ///
  /// What is cut may read as something else, and then as one with what stands before it; a list with blank lines between
  /// items that are gone may have had none between the others.
  private func unitsKept(before count: Int) -> Int {
    var kept = max(0, units.partition { $0.source.upperBound <= count } - 2)
    guard kept < units.count, let list = units[kept].list, looseLists.contains(list.id) else {
      return kept
    }
    while kept > 0, units[kept - 1].list?.id == list.id { kept -= 1 }
    return kept
  }

  /// Makes units, and what is open behind them, a tail of which nothing was read.
  private mutating func openUnits(from first: Int) {
    tail = Tail()
    var closedBlocks = 0
    if first > 0, first < units.count {
      tail.start = units[first].source.lowerBound
      tail.gap = units[first].gap
      tail.list = units[first].list
      closedBlocks = units[first].blocks.lowerBound
    }
    tail.closedThrough = tail.start
    tail.parsedThrough = tail.start
    tail.readThrough = tail.start
    looseLists.subtract(units[first...].compactMap { $0.list?.id })
    units.removeLast(units.count - first)
    blocks.removeLast(blocks.count - closedBlocks)
    looseOpenLists = []
    touch(from: closedBlocks)
  }
}
