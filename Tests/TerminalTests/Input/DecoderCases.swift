import Terminal
import Workbench

/// One of each kind of thing that terminals send.
enum DecoderCases {
  static let all = characters + xterm + others + kitty + modified + reports + replies + pastes

  static let characters: [DecoderCase] = [
    .key("a", "a"), .key("G", "G"), .key(" ", "Space"), .key("é", "é"), .key("漢", "漢"),
    .key("😀", "😀"), .key("\u{1}", "^a"), .key("\u{18}", "^x"), .key("\n", "^j"),
    .key("\r", "Enter"), .key("\t", "Tab"), .key("\u{8}", "Backspace"), .key("\u{7F}", "Backspace"),
    .key("\u{0}", "Ctrl-Space"), .key("\u{1F}", "^_"), .key("\u{1C}", "^\\"),
    .key("\u{1B}", "Esc"), .key("\u{1B}x", "Alt-x"), .key("\u{1B}X", "Alt-X"),
    .key("\u{1B}é", "Alt-é"), .key("\u{1B}\r", "Alt-Enter"), .key("\u{1B}\u{7F}", "Alt-Backspace"),
    .key("\u{1B}\u{2}", "Alt-^b"), .key("\u{1B}[", "Alt-["), .key("\u{1B}O", "Alt-O"),
    .key("\u{1B}P", "Alt-P"), .key("\u{1B}]", "Alt-]"), .key("\u{1B}_", "Alt-_"),
    DecoderCase("\u{1B}\u{1B}", .key("Esc"), .key("Esc")),
    DecoderCase("\u{1B}\u{1B}x", .key("Esc"), .key("Alt-x")),
    DecoderCase("\u{1B}Px", .key("Alt-P"), .key("x")),
    DecoderCase("\u{1B}]x", .key("Alt-]"), .key("x")),
    DecoderCase("\u{1B}Ox", .key("8")),
    DecoderCase("a\u{85}b", .key("a"), .key("b")),
    DecoderCase("\u{1B}[\r", .key("Enter")),
    DecoderCase("\u{1B}[1;\u{1B}[A", .key("Up")),
    DecoderCase(bytes: [0xC3, 0x28], [.key("\u{FFFD}"), .key("(")]),
    DecoderCase(bytes: [0xFF, 0x61], [.key("\u{FFFD}"), .key("a")]),
    DecoderCase(bytes: [0xE6, 0xBC, 0x1B, 0x5B, 0x41], [.key("\u{FFFD}"), .key("Up")]),
    DecoderCase(bytes: [0xED, 0xA0, 0x80], Array(repeating: .key("\u{FFFD}"), count: 3)),
  ]

  static let xterm: [DecoderCase] = [
    .key("\u{1B}[A", "Up"), .key("\u{1B}OB", "Down"), .key("\u{1B}[1;5C", "Ctrl-Right"),
    .key("\u{1B}[1;3D", "Alt-Left"), .key("\u{1B}[1;9D", "Alt-Left"), .key("\u{1B}[H", "Home"),
    .key("\u{1B}OF", "End"), .key("\u{1B}[1;2H", "Shift-Home"), .key("\u{1B}[Z", "Shift-Tab"),
    .key("\u{1B}[2~", "Ins"), .key("\u{1B}[3~", "Del"), .key("\u{1B}[3;5~", "Ctrl-Del"),
    .key("\u{1B}[5~", "PgUp"), .key("\u{1B}[6;2~", "Shift-PgDn"), .key("\u{1B}OP", "F1"),
    .key("\u{1B}[1;2R", "Shift-F3"), .key("\u{1B}[1;5S", "Ctrl-F4"), .key("\u{1B}[15~", "F5"),
    .key("\u{1B}[17~", "F6"), .key("\u{1B}[21~", "F10"), .key("\u{1B}[24~", "F12"),
    .key("\u{1B}[24;5~", "Ctrl-F12"), .key("\u{1B}OM", "Enter"), .key("\u{1B}Op", "0"),
    .key("\u{1B}Ok", "+"),
  ]

  static let others: [DecoderCase] = [
    .key("\u{1B}[[A", "F1"), .key("\u{1B}[[E", "F5"), .key("\u{1B}[1~", "Home"),
    .key("\u{1B}[4~", "End"), .key("\u{1B}[7~", "Home"), .key("\u{1B}[8~", "End"),
    .key("\u{1B}[11~", "F1"), .key("\u{1B}[a", "Shift-Up"), .key("\u{1B}Oc", "Ctrl-Right"),
    .key("\u{1B}[5^", "Ctrl-PgUp"), .key("\u{1B}[5$", "Shift-PgUp"),
    .key("\u{1B}\u{1B}[A", "Alt-Up"), .key("\u{1B}\u{1B}OA", "Alt-Up"), .key("\u{1B}[25~", "F13"),
  ]

  static let kitty: [DecoderCase] = [
    .key("\u{1B}[27u", "Esc"), .key("\u{1B}[13;2u", "Shift-Enter"),
    .key("\u{1B}[13;3u", "Alt-Enter"),
    .key("\u{1B}[99;5u", "^c"), .key("\u{1B}[99;6u", "^c"), .key("\u{1B}[120;3u", "Alt-x"),
    .key("\u{1B}[120;4u", "Alt-X"), .key("\u{1B}[120:88;4u", "Alt-X"), .key("\u{1B}[105;5u", "Tab"),
    .key("\u{1B}[109;5u", "Enter"), .key("\u{1B}[91;5u", "Esc"), .key("\u{1B}[127;2u", "Backspace"),
    .key("\u{1B}[127;5u", "Ctrl-Backspace"), .key("\u{1B}[32;2u", "Space"),
    .key("\u{1B}[32;5u", "Ctrl-Space"), .key("\u{1B}[47;5u", "^_"),
    .key("\u{1B}[9;2u", "Shift-Tab"),
    .key("\u{1B}[1;1:1A", "Up"), .key("\u{1B}[57399u", "0"), .key("\u{1B}[57414u", "Enter"),
    .key("\u{1B}[57417;5u", "Ctrl-Left"), .key("\u{1B}[57376u", "F13"),
    .key("\u{1B}[106;69u", "^j"),
    DecoderCase("\u{1B}[97;1:3u"), DecoderCase("\u{1B}[1;1:3A"), DecoderCase("\u{1B}[97;9u"),
    DecoderCase("\u{1B}[57441u"), DecoderCase("\u{1B}[1114112u"), DecoderCase("\u{1B}[133u"),
  ]

  static let modified: [DecoderCase] = [
    .key("\u{1B}[27;2;13~", "Shift-Enter"), .key("\u{1B}[27;5;99~", "^c"),
    .key("\u{1B}[27;6;67~", "^c"), .key("\u{1B}[27;2;65~", "A"),
    .key("\u{1B}[27;3;13~", "Alt-Enter"),
    .key("\u{1B}[27;5;9~", "Ctrl-Tab"), .key("\u{1B}[27;5;105~", "Tab"),
    .key("\u{1B}[27;3;120~", "Alt-x"), .key("\u{1B}[27;1;27~", "Esc"),
  ]

  static let reports: [DecoderCase] = [
    DecoderCase("\u{1B}[I", .input(.focus(true))), DecoderCase("\u{1B}[O", .input(.focus(false))),
    DecoderCase("\u{1B}[<0;3;5M", .mouse(.press, 4, 2)),
    DecoderCase("\u{1B}[<0;3;5m", .mouse(.release, 4, 2)),
    DecoderCase("\u{1B}[<32;300;500M", .mouse(.drag, 499, 299)),
    DecoderCase("\u{1B}[<64;1;1M", .mouse(.wheel(-3), 0, 0)),
    DecoderCase("\u{1B}[<69;1;1M", .mouse(.wheel(3), 0, 0, .shift)),
    DecoderCase("\u{1B}[<8;1;1M", .mouse(.press, 0, 0, .alt)),
    DecoderCase("\u{1B}[<52;1;1M", .mouse(.drag, 0, 0, [.shift, .control])),
    DecoderCase("\u{1B}[<32;1;1M\u{1B}[<0;1;1m", .mouse(.drag, 0, 0), .mouse(.release, 0, 0)),
    DecoderCase("\u{1B}[<1;1;1M\u{1B}[<2;1;1M\u{1B}[<34;1;1M\u{1B}[<2;1;1m"),
    DecoderCase("\u{1B}P>|foot(1.16.2)\u{1B}\\", .reply(.name("foot(1.16.2)"))),
    DecoderCase("\u{1B}[<2;3;5M"), DecoderCase("\u{1B}[<66;3;5M"), DecoderCase("\u{1B}[<35;3;5M"),
    DecoderCase(bytes: Array("\u{1B}[M".utf8) + [32, 35, 37], [.mouse(.press, 4, 2)]),
  ]

  static let replies: [DecoderCase] = [
    DecoderCase("\u{1B}[?62;22c", .reply(.deviceAttributes)),
    DecoderCase("\u{1B}[?2026;2$y", .reply(.mode(number: 2026, setting: 2))),
    DecoderCase("\u{1B}[?1u", .reply(.keyboardFlags(1))),
    DecoderCase(
      "\u{1B}]11;rgb:1e1e/8080/ffff\u{1B}\\",
      .reply(.background(red: 30, green: 128, blue: 255))
    ),
    DecoderCase("\u{1B}]11;rgb:0/8/f\u{7}", .reply(.background(red: 0, green: 136, blue: 255))),
    DecoderCase("\u{1B}]11;rgb:zz/8/f\u{7}", .reply(.other)),
    DecoderCase("\u{1B}[24;80R", .reply(.cursor(row: 23, column: 79))),
    DecoderCase("\u{1B}[1;80R", .reply(.cursor(row: 0, column: 79))),
    DecoderCase("\u{1B}[>41;354;0c", .reply(.other)),
    DecoderCase("\u{1B}[8;24;80t", .reply(.other)),
    DecoderCase("\u{1B}P>|XTerm(354)\u{1B}\\", .reply(.name("XTerm(354)"))),
    DecoderCase("\u{1B}_Gi=1;OK\u{1B}\\", .reply(.other)),
    DecoderCase("x\u{1B}[?62cy", .key("x"), .reply(.deviceAttributes), .key("y")),
  ]

  static let pastes: [DecoderCase] = [
    DecoderCase("\u{1B}[200~a\tb\r\nc\rd\ne\u{1B}[201~", .input(.paste("a\tb\nc\nd\ne"))),
    DecoderCase(
      "\u{1B}[200~\u{1B}[A\u{0}\u{7F}\u{9B}é\u{3}\u{1B}[201~z",
      .input(.paste("[Aé")),
      .key("z")
    ),
    DecoderCase("\u{1B}[200~\u{1B}[20\u{1B}[201~", .input(.paste("[20"))),
    DecoderCase("\u{1B}[200~\u{1B}[201~", .input(.paste(""))),
    DecoderCase(
      bytes: Array("\u{1B}[200~".utf8) + [0xC2, 0x00, 0x9B] + Array("\u{1B}[201~".utf8),
      [.input(.paste("\u{FFFD}\u{FFFD}"))]
    ),
  ]
}
