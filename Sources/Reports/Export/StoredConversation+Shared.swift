import Conversation

extension StoredConversation {
  /// The conversation as files hold it: with presets that tell no secret, without what concerns one archive only (its
  /// number there, how it was shown).
  package var shared: StoredConversation {
    var shared = StoredConversation(record: record, messages: messages)
    for index in shared.messages.indices {
      guard let reply = shared.messages[index].reply else { continue }
      shared.messages[index].reply = reply.stored(by: reply.preset.shared)
    }
    return shared
  }
}

extension Preset {
  /// The preset without keys, headers, files and limits of the machine it was used on.
  package var shared: Preset {
    var place = Endpoint(name: endpoint.name, url: endpoint.sharedURL)
    place.prefill = endpoint.prefill
    var shared = Preset(name: name, endpoint: place, model: model)
    shared.system = system
    shared.parameters = parameters
    shared.takesImages = takesImages
    shared.sendsReasoning = sendsReasoning
    shared.contextWindow = contextWindow
    shared.price = price
    shared.omit = omit
    shared.rename = rename
    shared.extra = Masking().shared(extra)
    shared.isDemo = isDemo
    return shared
  }
}

extension Preset {
  /// What of it matters to those who read a reply.
  var brief: Preset {
    var brief = Preset(name: name, endpoint: Endpoint(name: endpoint.name, url: ""), model: model)
    brief.parameters = parameters
    brief.isDemo = isDemo
    return brief
  }
}

extension Endpoint {
  /// The URL without a user's name and password, a query and a fragment, any of which may be a key.
  fileprivate var sharedURL: String {
    let plain = url.prefix { $0 != "?" && $0 != "#" }
    guard let scheme = plain.firstRange(of: "://") else {
      return plain.contains("@") ? "" : String(plain)
    }
    let authority = plain[scheme.upperBound...].prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@") else { return String(plain) }
    return String(plain[..<scheme.upperBound] + plain[plain.index(after: at)...])
  }
}
