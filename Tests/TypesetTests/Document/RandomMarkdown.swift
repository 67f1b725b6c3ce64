import Support

/// Markdown made by a grammar: containers in containers, every kind of block, inline markup of every kind and
/// its broken forms, definitions before, after and within what refers to them.
struct RandomMarkdown {
  private var random: SeededGenerator
  private var lines: [String] = []
  /// What stands before each line of the containers that are open.
  private var prefixes: [String] = []

  static func text(seed: UInt64) -> String {
    var maker = RandomMarkdown(random: SeededGenerator(seed: seed))
    let count = Int.random(in: 1...7, using: &maker.random)
    for _ in 0..<count { maker.addBlock(depth: 0) }
    let end = ["\n", "\n", "\n", "\r\n"].randomElement(using: &maker.random) ?? "\n"
    return maker.lines.joined(separator: end) + (maker.chance(3) ? "" : end)
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  private mutating func pick(_ from: [String]) -> String {
    from.randomElement(using: &random) ?? ""
  }

  private mutating func add(_ line: String) {
    // Now and then a line leaves its containers out: a lazy one, or their end.
    lines.append((chance(20) ? "" : prefixes.joined()) + line)
  }

  private mutating func addBlank() { if !chance(5) { add("") } }
}

extension RandomMarkdown {
  private mutating func addBlock(depth: Int) {
    switch Int.random(in: 0..<(depth < 4 ? 18 : 12), using: &random) {
    case 0, 1, 2: addParagraph()
    case 3:
      add(pick(["# ", "## ", "###### ", "#", "####### "]) + inline() + pick(["", " #", " ##"]))
    case 4:
      addParagraph()
      add(pick(["===", "---", "=", "-", " --- "]))
    case 5: addFence()
    case 6: add(pick(["---", "* * *", "___", "- - -", "--", "+++"]))
    case 7: addTable()
    case 8: addHTML()
    case 9: addDefinition()
    case 10: addIndentedCode()
    case 11: add(pick(["", "   ", "\t", "\u{0}", "\u{1B}[31m", "\u{202E}", "\u{FEFF}", "\r"]))
    case 12, 13, 14: addList(depth: depth)
    case 15, 16: addWithin(pick(["> ", ">", "  > "]), next: nil, depth: depth)
    default: addWithin("[^\(label())]: ", next: "    ", depth: depth)
    }
    addBlank()
  }

  private mutating func addParagraph() {
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      add(pick(["", "", "", " ", "   "]) + inline() + pick(["", "", "  ", "\\"]))
    }
  }

  private mutating func addFence() {
    let sign = pick(["```", "~~~", "````"])
    add(pick(["", "", "  "]) + sign + pick(["", "swift", " python x", "a`b"]))
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      add(
        pick(["", "let x = 1", "\tif a {", "  }", "``", "# no", "- no", "[^\(label())]: x", "漢字"])
      )
    }
    if !chance(6) { add(pick([sign, sign, sign + "`", sign + "  ", "```"])) }
  }

  private mutating func addTable() {
    let columns = Int.random(in: 1...4, using: &random)
    let edge = chance(3) ? "" : "|"
    func row(_ cells: [String]) -> String { edge + cells.joined(separator: "|") + edge }
    if chance(4) { addParagraph() }
    add(row((0..<columns).map { _ in inline() }))
    add(row((0..<columns).map { _ in pick(["---", ":--", "--:", ":-:", "-"]) }))
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let count = chance(4) ? Int.random(in: 1...6, using: &random) : columns
      add(row((0..<count).map { _ in chance(6) ? "" : inline() }))
    }
  }

  private mutating func addHTML() {
    add(pick(["<div>", "<!-- a", "<script>", "<?php", "<b>x</b>", "</p>", "<![CDATA[", "<!DOC"]))
    for _ in 0..<Int.random(in: 0...2, using: &random) { add(chance(3) ? "" : inline()) }
    add(pick(["</div>", "-->", "</script> x", "?>", "", "]]>"]))
  }

  private mutating func addDefinition() {
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      add(
        "[\(label())]:" + pick([" ", "\n", ""]) + pick(["/url", "<a b>", "http://x.yz", ""])
          + pick(["", "", " 'title'", " \"two\nlines\"", " (open", " \"x\" no"])
      )
    }
  }

  private mutating func addIndentedCode() {
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      add(pick(["    ", "\t", "      ", "     \t"]) + pick(["code", "- x", "> y", "", "*a*"]))
    }
  }

  private mutating func addList(depth: Int) {
    let isOrdered = chance(2)
    let sign = isOrdered ? pick([".", ")"]) : pick(["-", "*", "+"])
    let isLoose = chance(3)
    for number in 0..<Int.random(in: 1...4, using: &random) {
      let marker = (isOrdered ? "\(number + 7)" : "") + sign + pick([" ", " ", "  ", "     "])
      let task = chance(6) ? pick(["[ ] ", "[x] ", "[X]", "[ ]"]) : ""
      let next = String(repeating: " ", count: marker.count)
      addWithin(marker + task, next: chance(10) ? "  " : next, depth: depth)
      if isLoose || chance(8) { add("") }
    }
  }

  private mutating func addWithin(_ first: String, next: String?, depth: Int) {
    let start = lines.count
    prefixes.append(next ?? first)
    for _ in 0..<Int.random(in: 1...2, using: &random) { addBlock(depth: depth + 1) }
    prefixes.removeLast()
    guard start < lines.count, next != nil else { return }
    let line = lines[start].drop { $0 == " " }
    lines[start] = prefixes.joined() + first + line
  }
}

extension RandomMarkdown {
  private mutating func label() -> String {
    pick(["a", "B", "b", "c d", "C  D", "1", "note", "^1", "[", "a]", "é", ""])
  }

  private mutating func inline() -> String {
    (0..<Int.random(in: 1...6, using: &random)).map { _ in piece() }.joined(
      separator: chance(3) ? "" : " "
    )
  }

  private mutating func piece() -> String {
    let label = label()
    return switch Int.random(in: 0..<12, using: &random) {
    case 0: pick(["*", "**", "_", "~~", "***", "~", "`", "``"])
    case 1: pick(["*em*", "**strong**", "~~gone~~", "`code`", "`` a`b ``", "_u_", "***b***"])
    case 2: pick(["[\(label)]", "[x][\(label)]", "[\(label)][]", "[^\(label)]", "![\(label)]"])
    case 3: pick(["[t](/u)", "[t](<u v> 't')", "![i](p.png)", "[*t*](u \"", "[![i](a)](b)"])
    case 4: pick(["$x^2$", "\\(a_1\\)", "$$", "\\[ x \\]", "$5", "$a$b$", "\\frac", "$`"])
    case 5:
      pick(["&amp;", "&copy;", "&#35;", "&bogus;", "&", "&#0;", "\\*", "\\\\", "\\"])
    case 6:
      pick(["<b>", "</b>", "<http://a.b>", "<", "<!-- c -->", "<a\nb>", "www.x.yz", "a@b.cd"])
    case 7: pick(["漢字。", "e\u{301}", "🇩🇪", "👩‍💻", "שלום", "\u{202E}", "\u{7}", "\u{0}", "\u{A0}"])
    case 8: pick(["|", "\\|", ":", "]", "[", ")", "!", "#", "- ", "1. ", "> ", "\t", "  "])
    default: pick(["word", "two words", "snake_case", "a", "long-hyphenated-word", "12", "x*y"])
    }
  }
}
