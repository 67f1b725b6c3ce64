import Conversation
import Glibc
import Testing

@testable import Settings

@Suite struct RubricSettingsTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func write(_ text: String, to name: String) throws {
    guard let file = fopen(directory.path + "/" + name, "w") else {
      throw File.Failure.system(errno)
    }
    fputs(text, file)
    fclose(file)
  }

  private func load(_ text: String) -> ([Rubric], [String]) {
    let (configuration, problems) = ConfigurationLoader.load(
      text: text,
      path: directory.path + "/config.toml",
      environment: [:]
    )
    return (
      configuration.rubrics, problems.map { $0.description.replacing(directory.path, with: "") }
    )
  }

  @Test func readsTextsAndFilesBesideTheConfiguration() throws {
    try write("By rhyme.\n", to: "rhyme.md")
    let (rubrics, problems) = load(
      "[rubric.tone]\ntext = \"By tone.\"\n[rubric.rhyme]\nfile = \"rhyme.md\"\n"
    )
    #expect(
      rubrics == [
        Rubric(name: "tone", text: "By tone."), Rubric(name: "rhyme", text: "By rhyme.\n"),
      ]
    )
    #expect(problems == [])
  }

  @Test func namesEveryMistake() throws {
    try write(" \n", to: "empty.md")
    let (rubrics, problems) = load(
      """
      [rubric.a]
      [rubric.b]
      text = "t"
      file = "empty.md"
      [rubric.c]
      file = "none.md"
      [rubric.d]
      text = 1
      [rubric.e]
      txt = "t"
      [rubric."f g"]
      text = "t"
      """
    )
    #expect(rubrics == [])
    #expect(
      problems.map { $0.split(separator: ": ").dropFirst().joined(separator: ": ") } == [
        "rubric.a: wants either text, or file with the path of one",
        "rubric.b.file: /empty.md is empty",
        "rubric.c.file: /none.md: there is no such file",
        "rubric.d.text: found 1, expected what the judge goes by",
        "rubric.e: wants either text, or file with the path of one",
        "rubric.e.txt: unknown key; did you mean \"text\"?",
        "rubric.\"f g\": found a blank, expected a name of one word",
      ]
    )
  }
}
