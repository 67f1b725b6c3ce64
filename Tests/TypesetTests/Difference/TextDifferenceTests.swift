import Testing

@testable import Typeset

@Suite struct TextDifferenceTests {
  private static func text(_ old: String, _ new: String) -> String {
    TextDifference(old, new).text(old: old, new: new)
  }

  @Test(
    "reads as a person would mark it",
    arguments: [
      ("a cat sat", "a dog sat", "a [-cat-]{+dog+} sat"),
      ("a cat sat", "a cat", "a cat[- sat-]"),
      ("", "a", "{+a+}"),
      (
        "It is 3.14 dollars, I don't doubt.", "It is 3.15 dollars, I can't doubt.",
        "It is [-3.14-]{+3.15+} dollars, I [-don't-]{+can't+} doubt."
      ),
      ("one, two", "six, ten", "[-one, two-]{+six, ten+}"),
      (
        "He ate a pie at home.", "She got a cake at home.",
        "[-He ate a pie-]{+She got a cake+} at home."
      ),
      ("東京は日本の首都です。", "京都は日本の古都です。", "[-東京-]{+京都+}は日本の[-首-]{+古+}都です。"),
      ("cafe\u{301} noir", "café noir", "[-cafe\u{301}-]{+café+} noir"),
      ("a 🇩🇪🇫🇷 b", "a 🇩🇪 b", "a 🇩🇪[-🇫🇷-] b"),
      ("One. Two.", "One. Three. Two.", "One. {+Three. +}Two."),
      ("a\n\nb", "a\n\nc\n\nb", "a\n\n{+c\n\n+}b"),
      (
        "First point.\n\nSecond point.", "First thing.\n\nSecond thing.",
        "First [-point-]{+thing+}.\n\nSecond [-point-]{+thing+}."
      ),
    ]
  )
  func reads(old: String, new: String, expected: String) {
    #expect(Self.text(old, new) == expected)
  }

  @Test func paragraphsThatWereAddedDoNotShiftTheRest() {
    let paragraphs = [
      "The cat sat on the mat.", "Then it rained for days.", "Nobody was surprised.",
    ]
    let old = paragraphs.joined(separator: "\n\n")
    let new = "Here is what I know:\n\n" + old.replacing("days", with: "weeks")
    #expect(
      Self.text(old, new)
        == "{+Here is what I know:\n\n+}" + old.replacing("days", with: "[-days-]{+weeks+}")
    )
  }

  @Test func codeIsComparedLineByLine() {
    let old = "Run it:\n\n```swift\nlet a = 1\nlet b = 2\nprint(a)\n```\nDone.\n"
    let new = "Run it:\n\n```swift\nlet a = 1\nfoo()\nlet b = 3\nprint(a)\n```\nDone now.\n"
    #expect(
      Self.text(old, new)
        == "Run it:\n\n```swift\nlet a = 1\n{+foo()\n+}let b = [-2-]{+3+}\nprint(a)\n```\nDone{+ now+}.\n"
    )
  }

  @Test func wordsOfCodeAreNotThoseOfProse() {
    let old = "alpha beta gamma\n```\ndelta\n```\n"
    let new = "zeta\n```\nalpha beta gamma\n```\n"
    #expect(
      Self.text(old, new)
        == "[-alpha beta gamma-]{+zeta+}\n```\n[-delta-]{+alpha beta gamma+}\n```\n"
    )
  }

  @Test func aTextThatIsNoLongerWhatItWasIsComparedAnew() {
    var difference = TextDifference("a cat sat", "a dog sat")
    difference.extend(old: "a cow sat", new: "a dog sat")
    #expect(difference.runs == TextDifference("a cow sat", "a dog sat").runs)
  }

  @Test func similarityIsThePartThatIsTheSame() {
    #expect(TextDifference("", "").similarity == 1)
    #expect(TextDifference("", "a").similarity == 0)
    #expect(TextDifference("aaaa bbbb", "aaaa cccc").similarity == 5.0 / 9)
  }
}
