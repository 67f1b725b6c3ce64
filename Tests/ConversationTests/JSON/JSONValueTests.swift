import Conversation
import Testing

@Suite struct JSONValueTests {
  private static let texts: [(JSONValue, String)] = [
    (.null, "null"), (true, "true"), (256, "256"), (.number(256), "256.0"), (0.2, "0.2"),
    (.number(.infinity), "null"), (.array([1, "x", .array([])]), #"[1,"x",[]]"#),
    ("a\"b\\c\n\u{1}\u{E9}\u{6F22}", "\"a\\\"b\\\\c\\n\\u0001\u{E9}\u{6F22}\""),
    (["b": 1, "a": ["c": .null]], #"{"b":1,"a":{"c":null}}"#),
  ]

  @Test("writes compact JSON", arguments: texts)
  func writes(value: JSONValue, text: String) {
    #expect(value.text == text)
  }

  @Test func keepsTheOrderAndThePlaceOfAReplacedMember() {
    var object = JSONObject([("b", 1), ("a", 2)])
    object["b"] = 3
    object["c"] = 4
    object["a"] = nil
    #expect(JSONValue.object(object).text == #"{"b":3,"c":4}"#)
  }

  @Test func mergesObjectsAndReplacesEverythingElse() {
    var object = JSONObject([("reasoning", ["effort": "low", "max": 1]), ("stop", ["a"])])
    object.merge(JSONObject([("reasoning", ["effort": "high"]), ("stop", ["b"])]))
    #expect(
      JSONValue.object(object).text == #"{"reasoning":{"effort":"high","max":1},"stop":["b"]}"#
    )
  }
}
