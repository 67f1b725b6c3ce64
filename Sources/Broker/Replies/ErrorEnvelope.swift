import JSON

/// The error that a server wrote into a JSON body, whatever its form.
struct ErrorEnvelope: Equatable {
  /// Where the JSON came from, which decides how much of an error it must look like.
  enum Place {
    /// An answer that may be no error at all.
    case answer
    /// A body of status 400 and up, or an event that is named an error.
    case error
  }

  var message: String?
  var code: String?

  init(message: String) {
    self.message = message
  }

  /// The value of an `error` member.
  init(error: JSONElement) {
    self.init(error: error, root: error)
  }

  /// - Returns: `nil` when the value is no error envelope.
  init?(_ root: JSONElement, in place: Place) {
    if root.isArray {  // Gemini
      guard let first = root.first, first.isObject, let envelope = Self(first, in: place) else {
        return nil
      }
      self = envelope
    } else if let error = root.present("error"), error.bool != false {
      self = Self(error: error, root: root)
    } else if root["object"]?.string == "error" {  // vLLM
      self = Self(error: root, root: root)
    } else if let detail = root.present("detail"), root["choices"] == nil {  // FastAPI
      let first = detail.first ?? detail
      message = first.string ?? first["msg"]?.string ?? first["message"]?.string
    } else if place == .error {
      let first = root.present("errors")?.first ?? root
      self = Self(error: first, root: root)
    } else {
      return nil
    }
  }

  private init(error: JSONElement, root: JSONElement) {
    message =
      error.string ?? error["message"]?.string ?? error["msg"]?.string ?? root["message"]?.string
      ?? error["type"]?.string
    code = Self.code(of: error) ?? Self.code(of: root)
  }

  /// A number here and a string there.
  private static func code(of value: JSONElement) -> String? {
    guard let code = value.present("code") else { return nil }
    return code.string ?? code.integer.map(String.init)
  }
}
