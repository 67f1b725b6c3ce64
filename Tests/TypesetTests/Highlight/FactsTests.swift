import Testing

@testable import Typeset

/// What a golden that was recorded wrongly cannot hide: single words of single lines, by hand.
@Suite struct FactsTests {
  /// A text in a language, whose last line holds `word` once, with this role.
  struct Fact: CustomTestStringConvertible, Sendable {
    let language: String
    let text: String
    let word: String
    let role: CodeRole

    init(_ language: String, _ text: String, _ word: String, _ role: CodeRole) {
      self.language = language
      self.text = text
      self.word = word
      self.role = role
    }

    var testDescription: String { "\(language): \(word) is \(role)" }
  }

  @Test("gives the word its role", arguments: strings + comments + words + numbers)
  func givesRole(fact: Fact) throws {
    let language = try #require(CodeLanguage(named: fact.language))
    let highlighter = Highlighter()
    var coloured = ColouredLine(spans: [], state: .fresh)
    var last = ""
    for line in fact.text.split(separator: "\n", omittingEmptySubsequences: false) {
      last = String(line)
      coloured = highlighter.colour(last, in: language, after: coloured.state)
    }
    let range = try #require(last.range(of: fact.word), "the line has no such word")
    let start = last.utf8.distance(from: last.startIndex, to: range.lowerBound)
    let roles = (start..<start + fact.word.utf8.count).map { offset in
      coloured.spans.first { $0.start <= offset && offset < $0.end }?.role ?? .plain
    }
    #expect(Set(roles) == [fact.role])
  }

  private static let strings = [
    Fact("swift", #"let a = "x \(name) y""#, "name", .plain),
    Fact("swift", #"let a = "x \(name) y""#, #"\("#, .escape),
    Fact("swift", ##"let a = #"x \(name) y"#"##, "name", .string),
    Fact("swift", "let a = \"\"\"\n  \"quoted\" // no", "// no", .string),
    Fact("swift", "let a = \"open\nlet b", "let", .keyword),
    Fact("swift", "let a = \"open \\(f(x\nlet b", "let", .keyword),
    Fact("ts", "`x ${name} y`", "name", .plain),
    Fact("ts", "`x ${name}\nlet", "let", .string),
    Fact("ts", "a = /\"[/]/ + b", "b", .plain),
    Fact("tsx", #"<div className="x">"#, "className", .attribute),
    Fact("kotlin", #"val a = "$name \$no""#, "$name", .variable),
    Fact("kotlin", #"val a = "$name \$no""#, "no", .string),
    Fact("kotlin", "val a = \"\"\"\n\\n \"x\"", #"\n"#, .string),
    Fact("kotlin", "val a = \"open ${f({x\nval b", "val", .keyword),
    Fact("tf", "a = \"open ${f({x\nb = 1", "b", .attribute),
    Fact("toml", "a = '''\nb = 1", "b = 1", .string),
    Fact("toml", "[a.b] # c", "[a.b]", .type),
    Fact("toml", "a = [\n  [1, 2],", "1", .number),
    Fact("yaml", "run: |\n  key: 1\nnext: 2", "next", .attribute),
    Fact("yaml", "run: |\n  key: 1", "key: 1", .string),
    Fact("yaml", "- run: >\n    text\n  with: x", "with", .attribute),
    Fact("zig", #"  \\ "x" // no"#, "// no", .string),
    Fact("dockerfile", "RUN <<EOF\nRUN x", "RUN x", .string),
    Fact("dockerfile", "RUN <<EOF\nx\nEOF\nRUN y", "RUN", .keyword),
    Fact("tf", #"a = "${var.x} $${var}""#, "${", .escape),
    Fact("tf", "a = <<-EOT\nb = 1", "b = 1", .string),
    Fact("tf", "a = <<-EOT\n  EOT\nb = 1", "b", .attribute),
    Fact("graphql", "\"\"\"\ntype A", "type A", .string),
    Fact("proto", #"string a = "\x41b""#, #"\x41"#, .escape),
    Fact("nix", "a = ''\n  # no ''${b", "# no", .string),
    Fact("nix", #""${a}/b""#, "a", .plain),
    Fact("elixir", #""x #{y} z""#, "y", .plain),
    Fact("elixir", "~r/\\d \"/ |> div", "div", .plain),
    Fact("python", #"f"{name!r} {{no}}""#, "name", .plain),
    Fact("python", #"f"{name!r} {{no}}""#, "no", .string),
    Fact("python", #"r"a\n""#, #"\n"#, .string),
    Fact("python", "\"\"\"\ndef f(): # no", "# no", .string),
    Fact("python", "a = 'open\ndef f():", "def", .keyword),
    Fact("sh", #""x $y \$z""#, "$y", .variable),
    Fact("sh", "'x $y'", "$y", .string),
    Fact("sh", "cat <<'EOF'\n$x\nEOF\nfi", "fi", .keyword),
    Fact("sh", "cat <<EOF\n$x", "$x", .variable),
    Fact("rust", "struct A { x: &'a str }", "'a", .type),
    Fact("rust", "r#\"\n\"quoted\" \\n\"# let", #"\n"#, .string),
    Fact("go", "`a\nb // no`", "// no", .string),
    Fact("c++", "R\"x(\n)\" \\n", #"\n"#, .string),
    Fact("c", "char *a = \"open\nint b;", "int", .type),
    Fact("sql", "select 'it''s' from", "from", .keyword),
    Fact("css", #"content: "\201C x";"#, #"\201C"#, .escape),
    Fact("json", #"{"a": "b: \n"}"#, #""a""#, .attribute),
    Fact("diff", "+ let a", "+ let a", .inserted),
    Fact("diff", "- let a", "- let a", .deleted),
    Fact("julia", #""x $y z""#, "$y", .variable),
    Fact("julia", "a = b' + c' + d", "c", .plain),
  ]

  private static let comments = [
    Fact("swift", "/* /* */ let */ a", "let", .comment),
    Fact("kotlin", "/* /* */ val */ a", "val", .comment),
    Fact("ts", "/* /* */ let */ a", "let", .keyword),
    Fact("julia", "#= #= =# let =# a", "let", .comment),
    Fact("rust", "/* /* */ let */ a", "let", .comment),
    Fact("python", "a = \"#no\" # yes", "# yes", .comment),
    Fact("sh", "echo a#b ${#c} # yes", "a#b", .plain),
    Fact("sql", "select 1 -- yes", "-- yes", .comment),
    Fact("toml", ##"a = "#no" # yes"##, "# yes", .comment),
    Fact("yaml", "a: b#no # yes", "b#no", .plain),
    Fact("yaml", "a: b#no # yes", "# yes", .comment),
    Fact("dockerfile", "RUN a#b", "a#b", .plain),
    Fact("zig", "/// doc", "/// doc", .comment),
    Fact("nix", "/* a\nlet */ x", "let", .comment),
  ]

  private static let words = [
    Fact("swift", "letter", "letter", .plain),
    Fact("swift", "a.default", "default", .plain),
    Fact("swift", "@MainActor func go()", "@MainActor", .attribute),
    Fact("swift", "@MainActor func go()", "go", .function),
    Fact("ts", "newest", "newest", .plain),
    Fact("ts", "a.delete", "delete", .plain),
    Fact("kotlin", "@Test fun value()", "@Test", .attribute),
    Fact("kotlin", "iffy", "iffy", .plain),
    Fact("python", "@cache", "@cache", .attribute),
    Fact("python", "isnt = classy", "isnt", .plain),
    Fact("python", "match = 1", "match", .plain),
    Fact("sh", "echo done", "done", .plain),
    Fact("rust", "#[derive(Debug)] struct A;", "#[derive(Debug)]", .attribute),
    Fact("rust", "matched", "matched", .plain),
    Fact("c", "#include <a.h>", "<a.h>", .string),
    Fact("sql", "SELECTED", "SELECTED", .plain),
    Fact("css", "a { color: red }", "color", .attribute),
    Fact("yaml", "a: true story", "true story", .plain),
    Fact("yaml", "a: true", "true", .constant),
    Fact("toml", "true = 1", "true", .attribute),
    Fact("zig", "iterator", "iterator", .plain),
    Fact("zig", "@import(\"std\")", "@import", .function),
    Fact("dockerfile", "FROM a AS b", "AS", .keyword),
    Fact("tf", "format = 1", "format", .attribute),
    Fact("graphql", "query Q { typed }", "typed", .plain),
    Fact("proto", "string message = 1;", "message", .plain),
    Fact("proto", "message A {}", "message", .keyword),
    Fact("nix", "inner", "inner", .plain),
    Fact("elixir", "ended", "ended", .plain),
    Fact("elixir", "if a, do: b", "do:", .constant),
    Fact("elixir", "@spec f(a)", "@spec", .attribute),
    Fact("julia", "ended", "ended", .plain),
    Fact("julia", "@time f", "@time", .attribute),
  ]

  private static let numbers =
    [
      "swift": ["1_000", "0xFF", "0b1_0", "0o7", "1.5e-3", "0x1.8p4"],
      "ts": ["1_000n", "0xFF", "0b10", "0o7", "1.5e-3"],
      "kotlin": ["1_000L", "0xFFu", "0b10", "1.5e-3", "2f"],
      "toml": ["1_000", "0xFF", "0b10", "0o7", "1.5e-3", "1979-05-27T07:32:00Z", "inf"],
      "yaml": ["1000", "0xFF", "0o7", "1.5e-3", ".inf", "2024-05-27"],
      "zig": ["1_000", "0xFF", "0b10", "0o7", "1.5e-3", "0x1.8p3"],
      "python": ["1_000", "0xFF", "0b10", "0o7", "1.5e-3", "2j"],
      "rust": ["1_000u32", "0xFF_u8", "0b10", "0o7", "1.5e-3f64"],
      "go": ["1_000", "0xFF", "0b10", "0o7", "1.5e-3", "2i"],
      "c": ["1'000", "0xFFul", "0b10", "1.5e-3f", "0x1.8p3"],
      "sql": ["1.5e3", "0xFF"],
      "dockerfile": ["8080", "53/udp"],
      "tf": ["1000", "1.5e-3"],
      "graphql": ["-12", "1.5e-3"],
      "proto": ["0x0F", "1.5e-3"],
      "nix": ["42", "1.5e-3"],
      "elixir": ["1_000", "0xFF", "0b10", "0o7", "1.5e-3", "?a"],
      "julia": ["1_000", "0xFF", "0b10", "0o7", "1.5e-3", "2im", "1f0"],
    ].sorted { $0.key < $1.key }.flatMap { language, forms in
      forms.map { form in
        Fact(language, "\(language == "yaml" ? "a:" : "a =") \(form)", form, .number)
      }
    }
}
