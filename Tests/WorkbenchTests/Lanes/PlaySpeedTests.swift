import Testing

@testable import Workbench

@Suite struct PlaySpeedTests {
  @Test func goesThroughTheLadder() {
    var speed = PlaySpeed.realTime
    var seen: [String] = []
    for step in [-1, -1, -1, -1] + Array(repeating: 1, count: 10) {
      speed = speed.stepped(by: step)
      seen.append(speed.text)
    }
    let up = ["0.2x", "0.5x", "1x", "2x", "5x", "10x", "20x", "50x", "100x", "100x"]
    #expect(seen == ["0.5x", "0.2x", "0.1x", "0.1x"] + up)
  }

  @Test func stepsFromBetweenTwo() throws {
    let speed = try #require(PlaySpeed(3))
    #expect([speed.stepped(by: -1).text, speed.stepped(by: 1).text] == ["2x", "5x"])
  }

  @Test(
    "writes what it is",
    arguments: zip([1, 12, 0.1, 2.5, 1.25, 1.05], ["1x", "12x", "0.1x", "2.5x", "1.25x", "1.05x"])
  )
  func text(factor: Double, text: String) throws {
    #expect(try #require(PlaySpeed(factor)).text == text)
  }

  @Test(
    "catches up within three seconds, as far as it may go",
    arguments: zip([0, 1, 3, 4, 12, 60, 900], ["2x", "2x", "2x", "5x", "5x", "50x", "100x"])
  )
  func catchesUp(seconds: UInt64, text: String) {
    #expect(PlaySpeed.catchingUp(nanoseconds: seconds * 1_000_000_000).text == text)
  }

  @Test("is refused out of bounds", arguments: [0, -1, 0.09, 100.1, .nan, .infinity])
  func refuses(factor: Double) {
    #expect(PlaySpeed(factor) == nil)
  }
}
