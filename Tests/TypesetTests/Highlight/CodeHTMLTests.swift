import Testing
import Typeset

@Suite struct CodeHTMLTests {
  @Test func marksTheWordsOfAKnownLanguage() {
    #expect(
      CodeHTML().html(of: "let a = \"<b>\" // \u{1B}[1m\n\n/* c\nd */", named: "Swift") == """
        <pre><code class="language-Swift"><span class="c-keyword">let</span> a <span class="c-symbol">=</span> \
        <span class="c-string">&quot;&lt;b&gt;&quot;</span> <span class="c-comment">// \u{FFFD}[1m</span>

        <span class="c-comment">/* c</span>
        <span class="c-comment">d */</span></code></pre>

        """
    )
  }

  @Test(
    "leaves others as they are",
    arguments: [("", ""), ("none\"<", " class=\"language-none&quot;&lt;\"")]
  )
  func leavesOthers(word: String, attribute: String) {
    #expect(
      CodeHTML().html(of: "let a & b\n", named: word)
        == "<pre><code\(attribute)>let a &amp; b\n</code></pre>\n"
    )
  }

  @Test func coloursNoMoreThanItMay() {
    let code = CodeHTML(mostLines: 1)
    #expect(
      code.html(of: "let\nlet", named: "swift") == """
        <pre><code class="language-swift"><span class="c-keyword">let</span>
        let</code></pre>

        """
    )
  }

  @Test func takesThePlaceOfCodeInMarkdownOnly() {
    let html = MarkdownHTML.html(
      of: "- `let`\n\n  ```swift x\n  let\n  ```\n",
      id: "m",
      code: CodeHTML()
    )
    #expect(
      html == """
        <ul>
        <li>
        <p><code>let</code></p>
        <pre><code class="language-swift"><span class="c-keyword">let</span>
        </code></pre>
        </li>
        </ul>

        """
    )
  }
}
