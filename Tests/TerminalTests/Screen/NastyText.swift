import Support

/// Text that makes a screen fall apart where anything is left to chance.
enum NastyText {
  static let all = emoji + marks + directions + controls + widths + random

  /// Wide ones are of Unicode 9 at the latest: libvterm, which shows them, knows no later ones.
  private static let emoji = [
    "👨‍👩‍👧‍👦👍🏽🇩🇪🇩☎️❤️1️⃣🏴󠁧󠁢󠁳󠁣󠁴󠁿🫨\u{1FAE8}\u{1FADF}🙂", "👨\u{200D}\u{1F680}x\u{FE0F}\u{20E3}",
    "🏽🏽 \u{FE0F} \u{200D}a", "🇩🇪🇩🇪🇩 \u{1F1E6}",
  ]

  private static let marks = [
    "\u{301}\u{302}begins with marks", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}",
    "Z" + String(repeating: "\u{335}", count: 300), "한글 \u{1112}\u{1161}\u{11AB} \u{1161}\u{11AB}",
    "क्षि का \u{093F}\u{094D} สวัสดี นี้ བོད", "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}zero",
  ]

  private static let directions = [
    "שלום עולם abc 123 (סוגריים)", "مرحبا بالعالم 123 لا إله",
    "\u{202E}evil\u{202C} \u{2067}x\u{2069}",
    "a\u{200F}b\u{200E}c\u{61C}d \u{202A}\u{202B}\u{2066}",
  ]

  private static let controls = [
    "\u{1B}[2J\u{1B}[31m\u{7}\u{8}\u{0}\u{7F}\u{9B}31m\u{90}x\u{9C}", "tab\tx\ty\t\tz",
    "a\r\nb\nc\rd\u{85}e\u{2028}f",
    "\u{1B}]0;title\u{7}\u{1B}(0lqqk\u{E}x\u{F}",
  ]

  private static let widths = [
    "漢字漢字、。「」漢字漢字漢字", "ａｂｃ ｱｲｳ \u{3000}\u{3099}", "│┌─┐└┘├┤┬┴┼ ▌█▂▃",
    "\u{378}\u{E000}\u{10FFFF}\u{FFFE}\u{AD}",
    "𝐱𝔸𝒪 ﷽ ꧁ 𒐫 ⸻ \u{A9C5}", String(repeating: "漢a", count: 200), String(repeating: "w", count: 400),
    "∑ᵢ₌₁ⁿ √(x²) ⇒ ℝ ½ ∮ ⟨u, v⟩",
  ]

  private static let random = (0..<6 as Range<UInt64>).map { seed in
    var generator = SeededGenerator(seed: seed)
    return String.randomNasty(scalars: 120, using: &generator)
  }
}
