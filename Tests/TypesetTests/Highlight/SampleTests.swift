import Support
import Testing

@testable import Typeset

/// Every definition of ours against a sample of its language.
@Suite struct SampleTests {
  /// Those that have the definition of another.
  private static let sharing = ["C++", "JavaScript"]
  private static let languages = CodeLanguage.all.filter {
    if case .embedded = $0.definition { !sharing.contains($0.name) } else { false }
  }

  @Test("reads the definition", arguments: languages)
  func readsDefinition(of language: CodeLanguage) throws {
    guard case .embedded(let text) = language.definition else { return }
    _ = try HighlightEngine(text: text())
  }

  @Test("colours the sample as its golden shows", arguments: languages)
  func coloursSample(of language: CodeLanguage) throws {
    let sample = try Sample(of: language)
    let golden = zip(sample.lines, sample.coloured(by: Highlighter())).map { line, coloured in
      let letters = coloured.letters(under: line)
      return letters.isEmpty ? line : "\(line)\n\(letters)"
    }
    expectFile(golden.joined(separator: "\n") + "\n", at: sample.goldenPath)
  }

  @Test("a sample is long enough and ends with nothing open", arguments: languages)
  func sampleIsWhole(of language: CodeLanguage) throws {
    let sample = try Sample(of: language)
    #expect(sample.lines.count >= 50)
    #expect(sample.coloured(by: Highlighter()).last?.state == .fresh)
  }

  @Test("goes on from any line as from the top", arguments: languages)
  func goesOnFromAnyLine(of language: CodeLanguage) throws {
    let sample = try Sample(of: language)
    let highlighter = Highlighter()
    let whole = sample.coloured(by: highlighter)
    var generator = SeededGenerator(seed: 7)
    for number in sample.lines.indices.dropFirst().shuffled(using: &generator) {
      let again = highlighter.colour(
        sample.lines[number],
        in: language,
        after: whole[number - 1].state
      )
      #expect(again == whole[number], "line \(number + 1)")
    }
  }
}
