/// Where a value came from; of several the first in this order wins.
package enum ValueOrigin: Sendable, Hashable {
  /// A flag of the command line: `--theme`.
  case flag(String)
  /// An environment variable.
  case environment(String)
  case file(String, line: Int?)
  case standard
}

extension ValueOrigin: CustomStringConvertible {
  /// `--theme`, `$WEIR_PRESET`, `config.toml:12` or `default`.
  package var description: String {
    switch self {
    case .flag(let name): return name
    case .environment(let name): return "$\(name)"
    case .file(let path, let line):
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return name.visibleForMessage + (line.map { ":\($0)" } ?? "")
    case .standard: return "default"
    }
  }
}
