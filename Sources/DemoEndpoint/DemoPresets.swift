import Conversation

/// The presets of the embedded endpoint.
package enum DemoPresets {
  /// One preset for each way of answering, `tour` first; all are marked as canned.
  ///
  /// `port` is where the embedded endpoint listens, or will.
  package static func presets(port: UInt16) -> [Preset] {
    DemoModel.guided.map { model in
      var preset = Preset(name: model.name, endpoint: endpoint(port: port), model: model.name)
      preset.isDemo = true
      return preset
    }
  }

  /// A preset whose words are the moments at which they leave, as nanoseconds of `CLOCK_MONOTONIC`.
  package static func clock(port: UInt16, perSecond: Int, words: Int) -> Preset {
    let name = DemoModel.clock(perSecond: perSecond, words: words).name
    var preset = Preset(name: name, endpoint: endpoint(port: port), model: name)
    preset.isDemo = true
    return preset
  }

  /// The embedded endpoint itself, named `demo`; it needs no key.
  package static func endpoint(port: UInt16) -> Endpoint {
    Endpoint(name: "demo", url: "http://127.0.0.1:\(port)/v1")
  }
}
