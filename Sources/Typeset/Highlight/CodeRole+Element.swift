extension CodeRole {
  /// The role of an element of a definition: ours use the roles' own names, the library's these.
  init(element: String) {
    switch element {
    case "comment", "todo", "url", "htmlcomment": self = .comment
    case "keyword", "selector", "section", "title", "bold": self = .keyword
    case "type", "usertype", "classname", "atom": self = .type
    case "string", "regexp", "file", "path", "value", "valquote": self = .string
    case "escape", "specialchar": self = .escape
    case "number", "date", "time", "twonumbers", "ip": self = .number
    case "function", "predef_func", "label", "meta": self = .function
    case "constant", "predef_var", "paren": self = .constant
    case "preprocessor", "preproc", "linenum": self = .preprocessor
    case "attribute", "argument", "optionalargument", "property", "key", "keyquote":
      self = .attribute
    case "variable": self = .variable
    case "symbol", "cbracket", "colon", "math": self = .symbol
    case "inserted", "newfile": self = .inserted
    case "deleted", "oldfile", "error": self = .deleted
    default: self = .plain
    }
  }
}
