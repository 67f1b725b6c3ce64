/// Gathers keys until they are one whole command.
struct ViParser: Sendable, Equatable {
  /// What a key came to.
  enum Result: Equatable {
    case command(ViCommand)
    /// More keys are needed.
    case pending
    /// The keys so far mean nothing and are dropped.
    case meaningless
  }

  /// The keys so far, in the notation of the table.
  private(set) var keys: [String] = []
  /// What the next key is taken for.
  private(set) var need = ViReading.Need.key

  var isEmpty: Bool { keys.isEmpty }

  mutating func reset() { self = ViParser() }

  mutating func take(_ key: String, in mode: ViMode) -> Result {
    if need == .text, key == "Backspace" {
      keys.removeLast()
    } else {
      keys.append(key)
    }
    do throws(ViReading.Stop) {
      var reading = ViReading(keys, in: mode)
      let command = try reading.command()
      reset()
      return .command(command)
    } catch {
      guard case .needs(let next) = error, !keys.isEmpty else {
        reset()
        return .meaningless
      }
      // Backspace went over the beginning of the text searched for.
      guard need != .text || next == .text else {
        reset()
        return .meaningless
      }
      need = next
      return .pending
    }
  }
}
