extension CodeLanguage {
  /// The language of a fence's info word or of a file's extension, in any case; nil for one that is not known.
  package init?(named word: some StringProtocol) {
    guard let row = Self.rowOfWord[word.lowercased()] else { return nil }
    self = Self.table[row].language
  }

  /// Every language there is, in the order of the table.
  package static var all: [CodeLanguage] { table.map(\.language) }

  private static let rowOfWord = Dictionary(
    uniqueKeysWithValues: table.enumerated().flatMap { row, entry in
      entry.words.split(separator: " ").map { (String($0), row) }
    }
  )

  private static let table: [(language: CodeLanguage, words: String)] = [
    (own("C", PackageResources.c_lang), "c h"),
    (own("C++", PackageResources.c_lang), "c++ cpp cc cxx h++ hpp hh hxx arduino ino cuda cu"),
    (own("CSS", PackageResources.css_lang), "css scss less"),
    (own("Diff", PackageResources.diff_lang), "diff patch udiff"),
    (own("Dockerfile", PackageResources.dockerfile_lang), "dockerfile docker containerfile"),
    (own("Elixir", PackageResources.elixir_lang), "elixir ex exs eex heex"),
    (own("Go", PackageResources.go_lang), "go golang"),
    (own("GraphQL", PackageResources.graphql_lang), "graphql gql graphqls"),
    (own("JavaScript", PackageResources.typescript_lang), "javascript js jsx mjs cjs node"),
    (own("JSON", PackageResources.json_lang), "json jsonc json5 jsonl ndjson geojson webmanifest"),
    (own("Julia", PackageResources.julia_lang), "julia jl"),
    (own("Kotlin", PackageResources.kotlin_lang), "kotlin kt kts"),
    (own("Nix", PackageResources.nix_lang), "nix"),
    (own("Protobuf", PackageResources.protobuf_lang), "protobuf proto proto2 proto3"),
    (own("Python", PackageResources.python_lang), "python py py3 python3 pyi pycon sage"),
    (own("Rust", PackageResources.rust_lang), "rust rs"),
    (
      own("Shell", PackageResources.shell_lang),
      "shell sh bash zsh ksh console shellsession shell-session"
    ),
    (own("SQL", PackageResources.sql_lang), "sql mysql pgsql plpgsql postgres postgresql sqlite"),
    (own("Swift", PackageResources.swift_lang), "swift swiftinterface"),
    (own("Terraform", PackageResources.terraform_lang), "terraform tf hcl tfvars opentofu"),
    (own("TOML", PackageResources.toml_lang), "toml"),
    (own("TypeScript", PackageResources.typescript_lang), "typescript ts tsx mts cts"),
    (own("YAML", PackageResources.yaml_lang), "yaml yml"),
    (own("Zig", PackageResources.zig_lang), "zig zon"),
    (library("Ada"), "ada adb ads"),
    (library("Assembly", "asm"), "asm assembly nasm x86asm"),
    (library("AWK"), "awk gawk"),
    (library("Batch", "bat"), "bat batch cmd"),
    (library("BibTeX", "bib"), "bib bibtex"),
    (library("Bison"), "bison yacc y yy"),
    (library("C#", "csharp"), "c# csharp cs"),
    (library("COBOL"), "cobol cbl"),
    (library("CoffeeScript"), "coffeescript coffee"),
    (library("D"), "d dlang"),
    (library("Erlang"), "erlang erl"),
    (library("Flex"), "flex lex"),
    (library("Fortran"), "fortran f90 f95 f03"),
    (library("Gherkin", "feature"), "gherkin feature cucumber"),
    (library("GLSL"), "glsl vert frag shader"),
    (library("Groovy"), "groovy gradle"),
    (library("Haskell"), "haskell hs"),
    (library("Haxe"), "haxe hx"),
    (library("HTML"), "html htm xhtml"),
    (library("INI", "desktop"), "ini cfg desktop editorconfig"),
    (library("Java"), "java"),
    (library("LaTeX"), "latex tex"),
    (library("Lisp"), "lisp commonlisp elisp emacs-lisp el clojure clj cljs edn"),
    (library("Lua"), "lua"),
    (library("M4"), "m4 autoconf"),
    (library("Makefile"), "makefile make mk gnumakefile"),
    (library("OCaml", "caml"), "ocaml caml ml mli"),
    (library("Pascal"), "pascal pas delphi"),
    (library("Perl"), "perl pl pm"),
    (library("PHP"), "php"),
    (library("PostScript"), "postscript ps"),
    (library("Prolog"), "prolog"),
    (library("Properties"), "properties"),
    (library("R"), "r"),
    (library("Ruby"), "ruby rb"),
    (library("Scala"), "scala sc"),
    (library("Scheme"), "scheme scm racket rkt"),
    (library("SML"), "sml"),
    (library("Tcl"), "tcl tk"),
    (library("Texinfo"), "texinfo texi"),
    (library("Vala"), "vala"),
    (library("VBScript"), "vbscript vbs vb vba basic"),
    (library("Vim script", "vim"), "vim viml vimscript"),
    (library("XML"), "xml svg xsl xsd plist rss"),
  ]

  private static func own(
    _ name: String,
    _ text: @escaping @autoclosure @Sendable () -> [UInt8]
  ) -> CodeLanguage {
    CodeLanguage(name: name, definition: .embedded(text))
  }

  private static func library(_ name: String, _ file: String? = nil) -> CodeLanguage {
    CodeLanguage(name: name, definition: .library((file ?? name.lowercased()) + ".lang"))
  }
}
