/// The usual ending of a file's name for a language as fences name it.
enum FileExtension {
  static func of(language: String) -> String {
    let name = language.lowercased()
    if let known = table[name] { return known }
    let isPlain = !name.isEmpty && name.utf8.count <= 10 && name.utf8.allSatisfy(isLetterOrDigit)
    return isPlain ? name : "txt"
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static let table = [
    "bash": "sh", "shell": "sh", "zsh": "sh", "console": "sh", "python": "py", "python3": "py",
    "javascript": "js", "typescript": "ts", "rust": "rs", "ruby": "rb", "kotlin": "kt",
    "csharp": "cs", "c++": "cpp", "c#": "cs", "objective-c": "m", "objc": "m", "markdown": "md",
    "haskell": "hs", "perl": "pl", "julia": "jl", "elixir": "ex", "erlang": "erl", "yml": "yaml",
    "terraform": "tf", "hcl": "tf", "protobuf": "proto", "golang": "go", "fortran": "f90",
    "text": "txt", "plaintext": "txt", "latex": "tex", "powershell": "ps1", "clojure": "clj",
    "ocaml": "ml", "makefile": "mk", "dockerfile": "dockerfile", "graphql": "graphql",
    "fsharp": "fs", "scheme": "scm", "lisp": "lisp", "vim": "vim", "assembly": "s", "asm": "s",
  ]
}
