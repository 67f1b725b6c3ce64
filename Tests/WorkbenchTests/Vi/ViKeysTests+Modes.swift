extension ViKeysTests {
  /// What is one character for people, whatever Vim counts.
  static let clusters: [Row] = [
    Row("|👍🏽x", "x", "|x", "👍🏽"), Row("|👨‍👩‍👧b", "l", "👨‍👩‍👧|b"), Row("👨‍👩‍👧|b", "X", "|b", "👨‍👩‍👧"),
    Row("a |🇩🇪 b", "dw", "a |b", "🇩🇪 "), Row("|🇩🇪🇫🇷", "x", "|🇫🇷", "🇩🇪"),
    Row("|e\u{301}bè", "fè", "e\u{301}b|è"),
    Row("|👍🏽 x", "rY", "|Y x"), Row("|☎️x", "~", "☎️|x"), Row("|👍🏽a", "w", "👍🏽|a"),
    Row("|漢👍🏽\nabcd", "lj", "漢👍🏽\nab|cd"), Row("a|👍🏽", "D", "|a", "👍🏽"), Row("👍🏽|a", "i🙂<Esc>", "👍🏽|🙂a"),
  ]

  /// The mode and the keys of half a command, behind the text.
  static let modes: [Row] = [
    Row("|one", "i", "|one INSERT"), Row("|one", "a", "o|ne INSERT"),
    Row("o|ne", "A", "one| INSERT"),
    Row("o|ne", "cc", "| INSERT", "one$"), Row("|one", "v", "|one VISUAL"),
    Row("|one", "V", "|one VISUAL LINE"), Row("|one", "vV", "|one VISUAL LINE"),
    Row("|one", "vv", "|one"),
    Row("|one", "v$", "one| VISUAL"), Row("|one", "v<Esc>", "|one"), Row("|one", "2d3", "|one 2d3"),
    Row("|one", "2d3i", "|one 2d3i"), Row("|one", "2d3<Esc>", "|one"), Row("|one", "g", "|one g"),
    Row("|one", "gz", "|one"), Row("|one", "f", "|one f"), Row("|one", "v2i", "|one VISUAL 2i"),
    Row("|one", "v2i<Esc>", "|one VISUAL"), Row("|one", "/n", "|one /n"),
    Row("|one", "/nx<BS>", "|one /n"), Row("|one", "/n<BS><BS>", "|one"),
    Row("|one", "/n<Esc>x", "|ne", "o"),
    Row("|one", "Q", "|one"), Row("|one", "dQx", "|ne", "o"), Row("|one two", "d<CR>w", "one |two"),
    Row("|a\nb", "<NL>", "a\n|b"), Row("|a\nb", "d<NL>", "|", "a\nb$"),
    Row("|one", "d<Right>", "|ne", "o"),
    Row("o|ne", "<Home>", "|one"), Row("|one", "<End>", "on|e"), Row("|one", "<Del>", "|ne", "o"),
    Row("|one", "d<End>", "|", "one"), Row("a\n|b", "d<Up>", "|", "a\nb$"),
    Row("|one two", "fi<Esc>x", "|ne two", "o"), Row("|one", "99999999999999999999x", "|", "one"),
    Row("|one two", "v<C-w>", "|one two"), Row("one |two", "a<C-w><Esc>", "one| wo"),
    Row("|a", "A b<C-w>c<Esc>u", "|a"), Row("|a", "A b<C-_><Esc>", "a| "),
    Row("|a", "Ab<Left>c<Esc>.", "a|ccb"), Row("|", "u<C-r>..pP", "|"),
    Row("|", "ddyycc<Esc>", "|", "$"),
    Row("|", "viwd", "|"), Row("|", "v$d", "|"), Row("|", "99Gggjk}{%;,nN", "|"),
  ]
}
