import Testing

/// What bash offers for a command line that ends in the last of the words.
@Suite(.timeLimit(.minutes(1))) struct CompletionTests {
  @Test(
    "completes",
    arguments: [
      (["con"], ["config"]),
      (["ask", "-p", ""], ["fast", "32k"]),
      (["open", "-p", "f"], ["fast"]),
      (["open", "--color", "tr"], ["truecolor"]),
      (["ask", "-f", "mai"], ["main.c"]),
    ]
  )
  func completes(words: [String], offered: [String]) throws {
    let home = try Home()
    try home.configure(["fast": "http://127.0.0.1:1/v1", "32k": "http://127.0.0.1:1/v1"])
    try home.write("", to: "main.c")
    let line = (["weir"] + words).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try BuiltProgram(environment: home.environment).shell(
      """
      cd "$HOME"
      source <(weir --generate-completion-script bash)
      COMP_WORDS=(\(line)) COMP_CWORD=\(words.count)
      COMP_LINE="${COMP_WORDS[*]}" COMP_POINT=${#COMP_LINE}
      _weir weir "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    )
    let output = offered.map { $0 + "\n" }.joined()
    #expect(outcome == BuiltProgram.Outcome(status: 0, output: output))
  }
}
