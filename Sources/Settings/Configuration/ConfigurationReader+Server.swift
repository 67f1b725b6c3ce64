import Conversation

extension ConfigurationReader {
  mutating func url(_ node: TOMLNode, at path: SettingPath) -> String? {
    guard case .string(let text) = node else {
      log.reportWrong(node, at: path, expected: "an http or https URL")
      return nil
    }
    guard let fault = BaseURL(text).fault else { return text }
    log.report(fault, at: path)
    return nil
  }

  /// Absolute, with `~` and a path relative to the configuration file resolved.
  mutating func filePath(_ node: TOMLNode, at path: SettingPath) -> String? {
    guard let text = text(node, at: path, expected: "the path of a file") else { return nil }
    let directory = log.document.file.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/")
    if text == "~" || text.hasPrefix("~/"), let home { return home + text.dropFirst() }
    guard !text.hasPrefix("/"), log.document.file.contains("/") else { return text }
    return directory + "/" + text
  }

  mutating func socketPath(_ node: TOMLNode, at path: SettingPath) -> String? {
    guard let resolved = filePath(node, at: path) else { return nil }
    // sockaddr_un: 108 bytes with the NUL, unix(7).
    guard resolved.utf8.count <= 107 else {
      let found = "\(resolved.utf8.count) bytes"
      log.report(.wrongValue(found: found, expected: "a path of at most 107 bytes"), at: path)
      return nil
    }
    return resolved
  }

  /// What is wrong is named, never shown: a header may hold a secret.
  mutating func headers(_ node: TOMLNode, at path: SettingPath) -> [Header]? {
    guard let members = log.members(of: node, at: path) else { return nil }
    var headers: [Header] = []
    for member in members {
      let place = path + member.name
      guard member.name.isHeaderName else {
        let found = member.name.quotedForMessage
        log.report(.wrongValue(found: found, expected: "the name of a header"), at: place)
        continue
      }
      guard case .string(let text) = member.value else {
        let found = member.value.kindName
        log.report(.wrongValue(found: found, expected: "a text or \"env:VARIABLE\""), at: place)
        continue
      }
      if let value = headerValue(text, at: place) {
        headers.append(Header(name: member.name, value: value))
      }
    }
    return headers
  }

  private mutating func headerValue(_ text: String, at path: SettingPath) -> Header.Value? {
    if text.hasPrefix("env:") {
      let variable = String(text.dropFirst(4))
      if variable.isVariableName { return .environment(variable) }
      let expected = "the name of an environment variable after \"env:\""
      log.report(.wrongValue(found: "another text", expected: expected), at: path)
      return nil
    }
    // RFC 9110, 5.5: no control characters but the tab.
    let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    if isClean { return .literal(text) }
    log.report(.wrongValue(found: "control characters", expected: "one line of text"), at: path)
    return nil
  }
}

extension String {
  var isVariableName: Bool {
    guard let first = utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return false
    }
    return utf8.allSatisfy { $0.isBareKey && $0 != UInt8(ascii: "-") }
  }

  /// A token of RFC 9110, 5.6.2.
  fileprivate var isHeaderName: Bool {
    let others = Array("!#$%&'*+.^`|~".utf8)
    return !isEmpty && utf8.allSatisfy { $0.isBareKey || others.contains($0) }
  }
}
