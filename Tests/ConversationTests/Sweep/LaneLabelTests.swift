import Conversation
import Testing

@Suite struct LaneLabelTests {
  private static func labels(_ axes: String, _ names: [String] = ["flat-10"]) throws -> [LaneLabel]
  {
    let endpoint = Endpoint(name: "e", url: "http://e/v1")
    let presets = try names.flatMap { name in
      try Sweep(axes).applied(to: Preset(name: name, endpoint: endpoint, model: "m"))
    }
    return Preset.laneLabels(of: presets)
  }

  private static func fitted(_ labels: [LaneLabel], _ columns: Int) -> [String] {
    labels.map { $0.fitted(toColumns: columns, among: labels) }
  }

  @Test func eachPartKeepsItsPlace() throws {
    let labels = try Self.labels(
      "model=flat-10,flat-20 × system=\"be brief\",\"be long\" × temperature=0,0.7"
    )
    #expect(labels[1].text == "flat-10 · “be brief” · t 0.7")
    #expect(
      Self.fitted(labels, 22) == [
        "…at-10 · “be br… · t 0", "…t-10 · “be b… · t 0.7", "…at-10 · “be lo… · t 0",
        "…t-10 · “be l… · t 0.7", "…at-20 · “be br… · t 0", "…t-20 · “be b… · t 0.7",
        "…at-20 · “be lo… · t 0", "…t-20 · “be l… · t 0.7",
      ]
    )
  }

  @Test(
    "no two read the same, and none is longer than it may be",
    arguments: 14...60
  )
  func staysTellable(columns: Int) throws {
    let axes =
      "model=flat-10,flat-20 × system=\"answer at length\",\"answer at once\" × temperature=0,0.75"
    let labels = try Self.labels(axes)
    let fitted = Self.fitted(labels, columns)
    #expect(Set(fitted).count == labels.count)
    #expect(fitted.filter { $0.count > columns } == [])
  }

  @Test func namesAreShortenedToWhatTellsThemApart() {
    let endpoint = Endpoint(name: "e", url: "http://e/v1")
    let labels = Preset.laneLabels(
      of: ["qwen3-30b-instruct", "qwen3-30b-thinking"].map {
        Preset(name: $0, endpoint: endpoint, model: "m")
      }
    )
    #expect(Self.fitted(labels, 10) == ["…-instruct", "…-thinking"])
  }

  @Test func detailsAreWhatNamesDoNotSay() {
    let endpoint = Endpoint(name: "e", url: "http://e/v1")
    var presets = ["warm", "cold", "cold"].map {
      Preset(name: $0, endpoint: endpoint, model: "m")
    }
    presets[0].parameters[.temperature] = .number(0.9)
    presets[2].parameters[.seed] = .integer(1)
    #expect(
      Preset.laneLabels(of: presets).map(\.details) == [
        ["t 0.9", "no seed"], ["t 0.2"], ["t 0.2"],
      ]
    )
  }
}
