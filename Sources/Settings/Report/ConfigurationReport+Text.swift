import Conversation

extension ConfigurationReport {
  /// The settings as TOML, each with a comment that says where it came from.
  package var text: String {
    var lines: [String] = []
    var table = ""
    for row in rows {
      if row.table != table {
        table = row.table
        lines += lines.isEmpty ? ["[\(table)]"] : ["", "[\(table)]"]
      }
      let name = SettingPath(row.name).description
      let setting = "\(name) = \(row.value.tomlText)"
      let gap = String(repeating: " ", count: max(1, 44 - setting.count))
      lines.append("\(setting)\(gap)# \(row.origin)")
    }
    return lines.joined(separator: "\n")
  }

  /// One object: `{"settings":[{"table":…,"name":…,"value":…,"origin":…}]}`, `origin` as in `text`.
  package var json: JSONValue {
    let settings = rows.map { row -> JSONValue in
      [
        "table": .string(row.table), "name": .string(row.name), "value": row.value,
        "origin": .string(row.origin.description),
      ]
    }
    return ["settings": .array(settings)]
  }
}

extension JSONValue {
  /// The value as TOML 1.0 on one line; `null`, which TOML has not, is an empty text.
  var tomlText: String {
    switch self {
    case .null: return "\"\""
    case .bool, .integer: return text
    case .number(let value): return "\(value)"
    case .string(let text):
      // JSON's escapes are TOML's, but for DEL, which TOML wants escaped.
      return JSONValue.string(text).text.split(
        separator: "\u{7F}",
        omittingEmptySubsequences: false
      )
      .joined(separator: "\\u007F")
    case .array(let values): return "[" + values.map(\.tomlText).joined(separator: ", ") + "]"
    case .object(let object):
      let members = object.members.map { member in
        "\(SettingPath(member.name).description) = \(member.value.tomlText)"
      }
      return members.isEmpty ? "{}" : "{ " + members.joined(separator: ", ") + " }"
    }
  }
}
