import Conversation
import Settings
import Testing

@testable import weir

@Suite struct PresetChoiceTests {
  private static let configuration: Configuration = {
    var configuration = Configuration()
    let endpoint = Endpoint(name: "e", url: "http://127.0.0.1:1")
    configuration.presets = ["first", "second"].map {
      Preset(name: $0, endpoint: endpoint, model: "m")
    }
    return configuration
  }()

  @Test(
    "goes on with the preset that answered last only where it is still there",
    arguments: [
      (nil, nil, "first"), (nil, "second", "second"), (nil, "of an import", "first"),
      ("second", "first", "second"),
    ]
  )
  func goesOn(name: String?, last: String?, chosen: String) throws {
    let choice = PresetChoice(name: name, last: last)
    #expect(try choice.preset(in: Self.configuration, demos: []).name == chosen)
  }

  @Test func refusesAnUnknownPresetThatIsNamed() {
    #expect(throws: UsageProblem.self) {
      try PresetChoice(name: "none", last: "first").preset(in: Self.configuration, demos: [])
    }
  }
}
