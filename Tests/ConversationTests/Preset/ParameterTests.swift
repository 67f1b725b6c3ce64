import Conversation
import Testing

@Suite struct ParameterTests {
  private static let values: [(Parameter, String, JSONValue)] = [
    (.temperature, "0.7", .number(0.7)), (.temperature, "1", .number(1)),
    (.maxTokens, "256", 256), (.seed, "-1", -1), (.logProbs, "true", true), (.logProbs, "5", 5),
    (.stop, "END", "END"), (.stop, "a,b", .array(["a", "b"])), (.reasoningEffort, "low", "low"),
  ]

  @Test("reads what a person types", arguments: values)
  func reads(parameter: Parameter, text: String, value: JSONValue) {
    #expect(parameter.value(fromText: text) == value)
    #expect(value.plainText == text)
  }

  @Test(
    "refuses what is no value and says what would be",
    arguments: [
      (Parameter.temperature, "hot", "a number from 0 to 2"),
      (.temperature, "2.1", "a number from 0 to 2"), (.temperature, "nan", "a number from 0 to 2"),
      (.minP, "-0.1", "a number from 0 to 1"), (.maxTokens, "0", "a whole number of at least 1"),
      (.seed, "1.5", "a whole number"), (.reasoningEffort, "", "a word"),
      (.logProbs, "21", "true, false or a number of alternatives from 0 to 20"),
    ]
  )
  func refuses(parameter: Parameter, text: String, expectation: String) {
    #expect(parameter.value(fromText: text) == nil)
    #expect(parameter.expectation == expectation)
  }
}
