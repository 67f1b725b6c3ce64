import Conversation
import Testing

@Suite struct PresetTests {
  private static func preset(_ name: String, model: String) -> Preset {
    Preset(name: name, endpoint: Endpoint(name: "e", url: "http://e/v1"), model: model)
  }

  @Test func aNameThatIsTakenIsNotAdded() {
    let own = [Self.preset("slow", model: "mine"), Self.preset("fast", model: "mine")]
    let others = [Self.preset("tour", model: "demo"), Self.preset("slow", model: "demo")]
    #expect(own.adding(others) == own + [others[0]])
  }
}
