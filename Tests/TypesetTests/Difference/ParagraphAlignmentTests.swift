import Support
import Testing

@testable import Typeset

@Suite struct ParagraphAlignmentTests {
  private static func partners(_ baseline: [String], _ text: [String]) -> [Int?] {
    ParagraphAlignment(
      text.joined(separator: "\n\n"),
      to: baseline.joined(separator: "\n\n")
    ).partners
  }

  @Test func cutsTextsAtBlankLinesAndAroundCode() {
    let text = "a\nb\n\n \nc\n```swift\nlet a\n\nlet b\n```\nd\r\n\r\n```\ne"
    let bytes = Array(text.utf8)
    let paragraphs = Paragraphs(bytes).ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(paragraphs == ["a\nb", "c", "```swift\nlet a\n\nlet b\n```", "d\r", "```\ne"])
  }

  @Test func pairsWhatIsAlike() {
    let baseline = [
      "Cats sleep most of the day.", "Dogs like long walks in the rain.", "Fish swim in circles.",
    ]
    let text = [
      "Let me explain.", "Most cats sleep all day.", "Birds sing.", "Fish swim in small circles.",
    ]
    #expect(Self.partners(baseline, text) == [nil, 0, nil, 2])
  }

  @Test func thePlacesBesideEachOtherGoOnTogether() {
    let alignment = ParagraphAlignment(
      "new words here\n\ncats sleep\n\nend",
      to: "cats sleep\n\nend"
    )
    #expect(alignment.offset(beside: 5) == 21)
    #expect(alignment.offset(beside: 12) == 28)
    #expect(alignment.offset(beside: 99) == 31)
  }

  @Test func tooManyParagraphsStayAlone() {
    let baseline = (0..<300).map { "common words a\($0)" }
    let text = (0..<300).map { "common words b\($0)" }
    #expect(Self.partners(baseline, text) == Array(repeating: nil, count: 300))
  }
}

/// What holds of the paragraphs of any two texts.
@Suite struct RandomAlignmentTests {
  private static let seeds = Soak.seeds(1_000, whole: 10_000)

  private static func paragraphs(using random: inout SeededGenerator) -> [String] {
    let words = ["cats", "sleep", "漢字", "in", "the", "rain", "!", "1"]
    return (0..<Int.random(in: 1...12, using: &random)).map { _ in
      (0..<Int.random(in: 1...5, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
  }

  @Test(arguments: seeds)
  func partnersAndPlacesKeepTheirOrder(seed: UInt64) {
    let texts = RandomTexts(seed: seed)
    let alignment = ParagraphAlignment(texts.new, to: texts.old)
    let partners = alignment.partners.compactMap(\.self)
    #expect(zip(partners, partners.dropFirst()).allSatisfy { $0 < $1 })
    #expect(alignment.partners.count == alignment.text.count)
    let places = (0...texts.old.utf8.count).map(alignment.offset)
    #expect(places == places.sorted())
    #expect(places.allSatisfy { (0...texts.new.utf8.count).contains($0) })
  }

  @Test(arguments: seeds)
  func aTextStandsBesideItself(seed: UInt64) {
    let text = RandomTexts(seed: seed).old
    let alignment = ParagraphAlignment(text, to: text)
    #expect(alignment.partners == alignment.baseline.indices.map(Optional.some))
    for offset in 0...(alignment.baseline.last?.upperBound ?? 0) {
      #expect(alignment.offset(beside: offset) == offset)
    }
  }

  @Test(arguments: seeds)
  func aParagraphMoreShiftsTheRestByOne(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let baseline = Self.paragraphs(using: &random)
    let place = Int.random(in: 0...baseline.count, using: &random)
    var text = baseline
    text.insert("Something else altogether.", at: place)
    let partners = ParagraphAlignment(
      text.joined(separator: "\n\n"),
      to: baseline.joined(separator: "\n\n")
    ).partners
    #expect(
      partners == baseline.indices.prefix(place).map(Optional.some) + [nil]
        + baseline.indices.suffix(from: place).map(Optional.some)
    )
  }
}
