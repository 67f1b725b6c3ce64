/// Answers as long as one likes, of everything that answers are made of.
enum LongAnswer {
  private static let sentence =
    "The weir holds the **stream** for a moment, so that `measure()` can see what [came](http://a.b/c). "

  private static let section = """
    ## A section

    \(String(repeating: sentence, count: 5))

    1. first, \(sentence)
    2. second
       - nested, *once*
       - and again

    ```swift
    func measure(_ gap: Int) -> String {
      let text = "gap \\(gap) ms"  // a comment
      return text.isEmpty ? "none" : text
    }
    ```

    | name | value | note |
    |:-----|------:|------|
    | gap | 12 | \(sentence) |
    | rate | 84 | tokens |

    > \(sentence)


    """

  static func text(bytes: Int) -> String {
    String(repeating: section, count: bytes / section.utf8.count + 1)
  }

  /// One paragraph, list, table or piece of code without end.
  static func giants(bytes: Int) -> [(name: String, text: String)] {
    func repeated(_ piece: String) -> String {
      String(repeating: piece, count: bytes / piece.utf8.count + 1)
    }
    return [
      ("paragraph", repeated(sentence)),
      ("list", repeated("- \(sentence)\n")),
      ("quote", repeated("> \(sentence)\n")),
      ("table", "| a | b |\n|---|---|\n" + repeated("| \(sentence) | 12 |\n")),
      ("piece of code", "```swift\n" + repeated("let x = f(\"a\", 12) // comment\n")),
    ]
  }
}
