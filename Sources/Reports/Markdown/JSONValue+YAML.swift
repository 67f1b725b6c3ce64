import Conversation

extension JSONValue {
  /// The value for the front matter: JSON, which YAML 1.2 reads, with all that is not printable there escaped.
  var yaml: String {
    var text = ""
    for scalar in self.text.unicodeScalars {
      switch scalar.value {
      case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
