import Testing

@testable import Typeset

@Suite struct CodeLanguageTests {
  @Test(
    "finds a language by what a fence says",
    arguments: [
      "swift": "Swift", "SWIFT": "Swift", "py": "Python", "Python": "Python",
      "tsx": "TypeScript", "jsx": "JavaScript", "yml": "YAML", "rs": "Rust", "C++": "C++",
      "c#": "C#", "golang": "Go", "tf": "Terraform", "hcl": "Terraform", "proto": "Protobuf",
      "exs": "Elixir", "jl": "Julia", "kts": "Kotlin", "make": "Makefile", "bash": "Shell",
      "Dockerfile": "Dockerfile", "gql": "GraphQL",
    ]
  )
  func finds(word: String, name: String) {
    #expect(CodeLanguage(named: word)?.name == name)
  }

  @Test(arguments: ["", "klingon", "swift ", "text", "plain"])
  func knowsNoOther(word: String) {
    #expect(CodeLanguage(named: word) == nil)
  }
}
