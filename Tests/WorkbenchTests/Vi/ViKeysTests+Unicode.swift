extension ViKeysTests {
  static let unicode: [Row] = [
    Row("漢|字かな x", "x", "漢|かな x", "字"),
    Row("|漢字かな x", "w", "漢字|かな x"),
    Row("|漢字かな x", "dw", "|かな x", "漢字"),
    Row("漢字|", "X", "|字", "漢"),
    Row("|éa", "x", "|a", "é"),
    Row("aé|b", "X", "a|b", "é"),
    Row("|éa", "l", "é|a"),
    Row("|漢字\nabcdef\n漢字", "2lj", "漢字\nab|cdef\n漢字"),
    Row("abcd|ef\n漢字漢", "j", "abcdef\n漢字|漢"),
    Row("|漢字", "2x", "|", "漢字"),
    Row("|漢字", "rX", "|X字"),
    Row("|a b", "r漢", "|漢 b"),
    Row("|é É", "~", "É| É"),
    Row("|éa", "gUl", "|Éa"),
    Row("漢字 |x", "F字", "漢|字 x"),
    Row("|漢字 x", "t ", "漢|字 x"),
    Row("漢|字", "a仮<Esc>", "漢字|仮"),
    Row("「漢|字」", "diw", "「|」", "漢字"),
    Row("|漢字", "ylp", "漢|漢字", "漢"),
    Row("|о два", "daw", "|два", "о "),
  ]
}
