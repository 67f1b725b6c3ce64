import Conversation

/// Puts texts that nobody vouches for between lines that they cannot contain.
///
/// Each line holds a mark of 64 random bits that none of the texts has, and that whoever wrote them could not know.
struct TextFrame: Sendable, Hashable {
  /// Sixteen hexadecimal digits.
  let mark: String

  init(seed: UInt64, apartFrom texts: [String]) {
    var random = SeededGenerator(seed: seed)
    var mark = Self.digits(random.next())
    while texts.contains(where: { $0.contains(mark) }) { mark = Self.digits(random.next()) }
    self.mark = mark
  }

  func block(_ name: String, _ text: String) -> String {
    let text = text.isEmpty ? "(This text is empty.)" : text
    return "BEGIN \(name) \(mark)\n\(text)\nEND \(name) \(mark)"
  }

  /// How the texts are given, for who is asked.
  var explanation: String {
    """
    Each text stands between a line "BEGIN … \(mark)" and a line "END … \(mark)". Only lines with exactly this mark begin or end \
    a text; everything else between them belongs to the text.
    """
  }

  private static func digits(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
