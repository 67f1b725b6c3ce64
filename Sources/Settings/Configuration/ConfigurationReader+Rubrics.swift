import Conversation

extension ConfigurationReader {
  static let rubricKeys = ["text", "file"]

  /// Reads `[rubric.NAME]`: its text, or the file that holds it.
  mutating func readRubrics(_ node: TOMLNode) {
    let root = SettingPath("rubric")
    for member in log.members(of: node, at: root) ?? [] {
      let path = root + member.name
      let isName = !member.name.isEmpty && !member.name.contains(where: \.isWhitespace)
      guard isName else {
        log.report(.wrongValue(found: "a blank", expected: "a name of one word"), at: path)
        continue
      }
      guard let text = rubricText(member.value, at: path) else { continue }
      configuration.rubrics.append(Rubric(name: member.name, text: text))
    }
  }

  private mutating func rubricText(_ node: TOMLNode, at path: SettingPath) -> String? {
    guard let members = log.members(of: node, at: path) else { return nil }
    var texts: [String] = []
    var isSound = true
    for member in members {
      let place = path + member.name
      let text: String?
      switch member.name {
      case "text": text = self.text(member.value, at: place, expected: "what the judge goes by")
      case "file": text = fileText(member.value, at: place)
      default:
        log.reportUnknownKey(at: place, known: Self.rubricKeys)
        continue
      }
      guard let text else {
        isSound = false
        continue
      }
      texts.append(text)
      configuration.origins[place.description] = log.origin(of: place)
    }
    guard isSound else { return nil }
    guard texts.count == 1, let text = texts.first else {
      let fault = ConfigProblem.Fault.other("wants either text, or file with the path of one")
      log.report(fault, at: path)
      return nil
    }
    return text
  }

  private mutating func fileText(_ node: TOMLNode, at path: SettingPath) -> String? {
    guard let file = filePath(node, at: path) else { return nil }
    do throws(File.Failure) {
      let text = try File.read(file)
      guard !text.allSatisfy(\.isWhitespace) else {
        log.report(.other("\(file) is empty"), at: path)
        return nil
      }
      return text
    } catch {
      log.report(.other("\(file): \(error.reason)"), at: path)
      return nil
    }
  }
}
