import JSON
import Testing

@Suite struct JSONParserTests {
  /// A text and what it reads as, in the compact form.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: [UInt8]
    let result: String?

    init(_ name: String, _ text: String, _ result: String?) {
      self.init(name, bytes: Array(text.utf8), result)
    }

    init(_ name: String, bytes: [UInt8], _ result: String?) {
      (testDescription, text, self.result) = (name, bytes, result)
    }
  }

  private static let cases = [
    Case("sound", #"{"a":[1,-2.5,"x",true,null]}"#, #"{"a":[1,-2.5,"x",true,null]}"#),
    Case("white space", " [ 1 ,\n2 ] ", "[1,2]"),
    Case("escapes", #"["\u0041\n\"\\\/\ud83d\ude00"]"#, #"["A\n\"\\/😀"]"#),
    Case("lone leading surrogate", #"["a\ud83d","b"]"#, #"["a�","b"]"#),
    Case("lone trailing surrogate", #"["\ude00a"]"#, #"["�a"]"#),
    Case("two leading surrogates", #"["\ud83d\ud83d\ude00"]"#, #"["�😀"]"#),
    Case("surrogate before another escape", #"["\ud83d\n"]"#, #"["�\n"]"#),
    Case("invalid UTF-8", bytes: [0x5B, 0x22, 0x61, 0xFF, 0x22, 0x5D], #"["a�"]"#),
    Case("control character in a string", "[\"a\u{1}\tb\"]", #"["a\u0001\tb"]"#),
    Case("integer too large", "[123456789012345678901234567890]", "[1.2345678901234568e+29]"),
    Case("number too large", "[1e999999999999999,1]", "[null,1]"),
    Case("NaN and infinities", "[NaN,Infinity,-Infinity,2]", "[null,null,null,2]"),
    Case("cut off", #"{"a":[1,2"#, nil),
    Case("no JSON", "hello", nil),
    Case("empty", "", nil),
    Case("a string that is cut off", #"{"a":"b"#, nil),
    Case("an escape that is cut off", #"["\u12"#, nil),
    Case("text behind the value", "{} {}", nil),
  ]

  @Test("reads what is sound and what can be repaired", arguments: cases)
  func parses(_ test: Case) {
    #expect(Self.text(of: test.text) == test.result)
  }

  @Test(
    "reads what stands beside a depth of 20,000",
    arguments: [("[", "", "]"), ("{\"a\":", "1", "}")]
  )
  func readsBesideDepth(opening: String, middle: String, closing: String) {
    let openings = String(repeating: opening, count: 20_000)
    let closings = String(repeating: closing, count: 20_000)
    var parser = JSONParser()
    let text = Array(#"{"deep":\#(openings)\#(middle)\#(closings),"content":"here"}"#.utf8)
    #expect(text.withUnsafeBytes { parser.parse($0)?["content"]?.string } == "here")
  }

  @Test func refusesADepthOfTwentyThousandThatIsCutOff() {
    #expect(Self.text(of: Array(String(repeating: "[", count: 20_000).utf8)) == nil)
  }

  @Test func readsOneTextAfterAnother() {
    var parser = JSONParser()
    let numbers = ["[1]", "x", #"{"a":2}"#, "3"].map { text in
      Array(text.utf8).withUnsafeBytes { parser.parse($0)?.text }
    }
    #expect(numbers == ["[1]", nil, #"{"a":2}"#, "3"])
  }

  @Test func readsMembersByType() {
    var parser = JSONParser()
    let text = Array(#"{"i":3,"f":2.5,"w":4.0,"s":"t","b":true,"n":null,"a":[7,8],"o":{}}"#.utf8)
    let values = text.withUnsafeBytes { bytes -> [String?] in
      let root = parser.parse(bytes)
      return [
        root?["i"]?.integer?.description, root?["f"]?.number?.description,
        root?["w"]?.integer?.description, root?["s"]?.string, root?["b"]?.bool?.description,
        root?["n"]?.isNull.description, root?.present("n")?.text, root?["x"]?.text,
        root?["a"]?.first?.integer?.description, root?["a"]?.elements.map(\.text).joined(),
        root?["o"]?.isObject.description, root?["i"]?.string, root?["s"]?["x"]?.text,
      ]
    }
    #expect(
      values == [
        "3", "2.5", "4", "t", "true", "true", nil, nil, "7", "78", "true", nil, nil,
      ]
    )
  }

  private static func text(of bytes: [UInt8]) -> String? {
    var parser = JSONParser()
    return bytes.withUnsafeBytes { parser.parse($0)?.text }
  }
}
