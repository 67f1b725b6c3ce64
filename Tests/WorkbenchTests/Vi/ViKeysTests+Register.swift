extension ViKeysTests {
  static let register: [Row] = [
    Row("one |two", "dwP", "onetw|o ", "two"),
    Row("one |two", "dw0P", "tw|oone ", "two"),
    Row("o|ne", "ylp", "on|ne", "n"),
    Row("|ab", "yl3p", "aaa|ab", "a"),
    Row("|one two", "yw$p", "one twoone| ", "one "),
    Row("|one two", "yw$2P", "one twone one| o", "one "),
    Row("|a\nb", "yyp", "a\n|a\nb", "a$"),
    Row("|a\nb", "yyP", "|a\na\nb", "a$"),
    Row("a\n|b", "yy2p", "a\nb\n|b\nb", "b$"),
    Row("a\n|b\nc", "ddp", "a\nc\n|b", "b$"),
    Row("a\nb\n|c", "ddP", "a\n|c\nb", "c$"),
    Row("|a\nb\nc", "2yyGp", "a\nb\nc\n|a\nb", "a\nb$"),
    Row("o|ne\ntwo", "yjp", "one\n|one\ntwo\ntwo", "one\ntwo$"),
    Row("o|ne\ntwo\nx", "y/wo<CR>p", "on|ne\nte\ntwo\nx", "ne\nt"),
    Row("o|ne", "p", "o|ne"),
    Row("|", "p", "|"),
    Row("|ab", "xp", "b|a", "a"),
    Row("|", "yyp", "\n|", "$"),
    Row("|  a\nb", "yyjp", "  a\nb\n  |a", "  a$"),
  ]
}
