/// Names a conversation in every archive and file: 32 hexadecimal digits.
package struct ConversationID: Sendable, Hashable {
  package let text: String

  /// - Parameter text: As an archive or a file has it; `nil` for anything but 32 hexadecimal digits.
  package init?(_ text: String) {
    guard text.utf8.count == 32, text.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      return nil
    }
    self.text = text.lowercased()
  }

  /// A new name.
  package init(using random: inout some RandomNumberGenerator) {
    let digits = (0..<2).map { _ in
      let half = String(UInt64.random(in: 0...UInt64.max, using: &random), radix: 16)
      return String(repeating: "0", count: 16 - half.count) + half
    }
    text = digits.joined()
  }
}
