import Support
import Testing

@testable import Broker

@Suite struct SecretFilterTests {
  private static func filtered(_ pieces: [ArraySlice<UInt8>], _ secrets: [String]) -> [[UInt8]] {
    var filter = SecretFilter(secrets)
    var passed = pieces.map { piece in Array(piece).withUnsafeBytes { filter.pass($0) } }
    passed.append(filter.release())
    return passed
  }

  @Test(
    "hides a secret wherever the stream is cut",
    arguments: [
      ("key sk-aab, again sk-aab", "key ******, again ******"), ("sk-aab", "******"),
      ("sk-sk-aab", "sk-******"), ("sk-aa", "sk-aa"), ("nothing", "nothing"), ("", ""),
      ("a second one: topsecret", "a second one: *********"),
    ]
  )
  func hides(text: String, shown: String) {
    let bytes = Array(text.utf8)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        let pieces = [bytes[..<first], bytes[first..<second], bytes[second...]]
        let passed = Self.filtered(pieces, ["sk-aab", "topsecret", ""])
        #expect(String(decoding: passed.joined(), as: UTF8.self) == shown, "\(first) \(second)")
      }
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func noSecretPassesInAnyPiecesAndNothingElseChanges(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let secrets = ["abab", "ba", "aab"].shuffled(using: &random)
    let bytes = (0..<60).map { _ in "abc".utf8.randomElement(using: &random) ?? 0 }
    var rest = bytes[...]
    var pieces: [ArraySlice<UInt8>] = []
    while !rest.isEmpty {
      pieces.append(rest.prefix(Int.random(in: 1...9, using: &random)))
      rest = rest.dropFirst(pieces[pieces.count - 1].count)
    }
    let passed = Self.filtered(pieces, secrets).flatMap(\.self)
    #expect(passed.count == bytes.count)
    #expect(zip(passed, bytes).allSatisfy { $0 == $1 || $0 == UInt8(ascii: "*") })
    let text = String(decoding: passed, as: UTF8.self)
    for secret in secrets { #expect(!text.contains(secret)) }
  }

  @Test func keepsNothingBackThatIsNoSecret() {
    let passed = Self.filtered([Array("sk-".utf8)[...], Array("b".utf8)[...]], ["sk-aab"])
    #expect(passed.map { String(decoding: $0, as: UTF8.self) } == ["", "sk-b", ""])
  }
}
