import Support
import Testing
import Workbench

@Suite struct ThemePickerTests {
  private static func picking() -> WorkbenchHarness {
    var harness = WorkbenchHarness { $0.themeNames = ["dark", "light", "plain"] }
    harness.press("F7 Up")
    return harness
  }

  private static func theme(_ name: String) -> Action {
    .themeLoaded(Theme(name: name, styles: [:]))
  }

  @Test func previewsTheThemeUnderTheCursorAndKeepsTheChosenOne() {
    var harness = Self.picking()
    #expect(harness.effects == [.loadTheme("light")])
    harness.apply(Self.theme("light"))
    #expect(harness.state.theme.name == "light")
    harness.press("Enter")
    harness.apply(Self.theme("light"))
    #expect(harness.state.theme.name == "light")
    #expect(
      harness.effects.last
        == .keepChoices(Choices(preset: "fast", theme: "light", isSidebarHidden: false))
    )
  }

  @Test func aPreviewThatComesAfterThePickerWasClosedIsIgnored() {
    var harness = Self.picking()
    harness.press("Esc")
    harness.apply(Self.theme("light"))
    #expect(harness.state.theme.name == "plain")
  }

  @Test func aPreviewThatWasPassedIsIgnored() {
    var harness = Self.picking()
    harness.press("Up")
    harness.apply(Self.theme("light"))
    #expect(harness.state.theme.name == "plain")
    harness.apply(Self.theme("dark"))
    #expect(harness.state.theme.name == "dark")
  }

  @Test func acceptingNothingGoesBack() {
    var harness = Self.picking()
    harness.apply(Self.theme("light"))
    harness.type("xyz")
    harness.press("Enter")
    #expect(harness.state.theme.name == "plain")
    #expect(!harness.screen().contains("themes"))
  }
}
