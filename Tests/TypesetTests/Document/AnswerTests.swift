import FoundationEssentials
import Support
import Testing

@testable import Typeset

/// Answers as models write them, at the widths of a wide pane, a half and a lane.
@Suite struct AnswerTests {
  @Test(arguments: ["comparison", "outline", "review", "transcript", "tutorial", "worlds"])
  func readsWell(name: String) throws {
    let folder = #filePath.replacing("AnswerTests.swift", with: "")
    let data = try #require(
      FileManager.default.contents(atPath: "\(folder)Answers/\(name).md")
    )
    let screens = [100, 60, 30].map { width in
      var document = Document(String(decoding: data, as: UTF8.self), widthInColumns: width)
      document.layOutAll()
      return "# \(width) columns\n" + document.rowsAsText.map { "|\($0)\n" }.joined()
    }
    expectFile(screens.joined(separator: "\n"), at: "\(folder)Screens/\(name).txt")
  }
}
