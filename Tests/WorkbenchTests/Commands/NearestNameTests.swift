import Testing

@testable import Workbench

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("temperatur", "temperature"), ("Temperature", "temperature"), ("tmeperature", "temperature"),
    ("max_token", "max_tokens"), ("topp", "top_p"), ("zebra", nil), ("", nil), ("x", nil),
  ])
  func finds(_ name: String, _ nearest: String?) {
    let names = NearestName(known: ["temperature", "top_p", "top_k", "max_tokens"])
    #expect(names.nearest(to: name) == nearest)
  }

  @Test(arguments: [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3)])
  func countsEdits(_ left: String, _ right: String, _ count: Int) {
    #expect(NearestName.distance(left, right) == count)
  }
}
