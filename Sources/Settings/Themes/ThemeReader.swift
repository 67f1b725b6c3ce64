import Workbench

/// Reads a theme file: names for colours in `[palette]`, the style of each role in `[styles]`.
struct ThemeReader {
  private var log: ProblemLog
  private var palette: [String: Color] = [:]

  static let topLevelKeys = ["palette", "styles"]
  static let styleKeys = ["fg", "bg"] + attributeNames.map(\.0)

  private static let attributeNames: [(String, Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse), ("strike", .strike),
  ]

  /// A role that the file leaves out is drawn as its `fallback`; a foreground or background that a style
  /// leaves out is that of its `ground`.
  static func read(_ document: TOMLDocument, name: String) -> (Theme, [ConfigProblem]) {
    var reader = ThemeReader(document: document)
    let theme = Theme(name: name, styles: reader.styles())
    return (theme, reader.log.sorted)
  }

  private init(document: TOMLDocument) {
    log = ProblemLog(document: document)
  }

  private mutating func styles() -> [Role: Style] {
    for member in log.document.members {
      let path = SettingPath(member.name)
      if member.name == "palette" {
        readPalette(member.value, at: path)
      } else if member.name != "styles" {
        log.reportUnknownKey(at: path, known: Self.topLevelKeys)
      }
    }
    guard let styles = log.document.members.first(where: { $0.name == "styles" }) else {
      return [:]
    }
    return readStyles(styles.value)
  }

  private mutating func readPalette(_ node: TOMLNode, at root: SettingPath) {
    for member in log.members(of: node, at: root) ?? [] {
      palette[member.name] = color(member.value, at: root + member.name)
    }
  }

  private mutating func readStyles(_ node: TOMLNode) -> [Role: Style] {
    let root = SettingPath("styles")
    let members = log.members(of: node, at: root) ?? []
    let names = Role.allCases.map(\.name)
    var styles: [Role: Style] = [.text: Style()]
    // What others take their colours from comes first.
    for roles in [[.text], [.code], Role.allCases.filter { $0 != .text && $0 != .code }] {
      let known = Theme(name: "", styles: styles)
      for role in roles {
        guard let member = members.first(where: { $0.name == role.name }) else { continue }
        let base = known[role.ground].withoutAttributes
        styles[role] = style(member.value, over: base, at: root + member.name)
      }
    }
    for member in members where !names.contains(member.name) {
      log.reportUnknownKey(at: root + member.name, known: names)
    }
    return styles
  }

  private mutating func style(_ node: TOMLNode, over base: Style, at path: SettingPath) -> Style {
    var style = base
    for member in log.members(of: node, at: path) ?? [] {
      let place = path + member.name
      let attribute = Self.attributeNames.first { $0.0 == member.name }?.1
      switch (member.name, member.value) {
      case ("fg", let value): style.foreground = color(value, at: place) ?? style.foreground
      case ("bg", let value): style.background = color(value, at: place) ?? style.background
      case (_, .bool(let isOn)) where attribute != nil:
        if isOn, let attribute { style.attributes.insert(attribute) }
      case (_, let value) where attribute != nil:
        log.reportWrong(value, at: place, expected: "true or false")
      default: log.reportUnknownKey(at: place, known: Self.styleKeys)
      }
    }
    return style
  }

  private mutating func color(_ node: TOMLNode, at path: SettingPath) -> Color? {
    switch node {
    case .integer(let number) where (0...255).contains(number): return .palette(UInt8(number))
    case .string(let text):
      if let color = palette[text] ?? Color(themeNotation: text) { return color }
    default: break
    }
    let expected = "a name of [palette], red … bright_white, 0 to 255, \"#rrggbb\" or \"default\""
    log.reportWrong(node, at: path, expected: expected)
    return nil
  }
}

extension Style {
  fileprivate var withoutAttributes: Style {
    Style(foreground: foreground, background: background)
  }
}
