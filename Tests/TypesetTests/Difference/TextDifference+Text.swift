@testable import Typeset

extension TextDifference {
  /// The comparison as one line: `same [-old-] {+new+} [-changed-]{+into+}`.
  func text(old: String, new: String) -> String {
    let (old, new) = (Array(old.utf8), Array(new.utf8))
    return runs.map { run in
      let was = String(decoding: old[run.old], as: UTF8.self)
      let becomes = String(decoding: new[run.new], as: UTF8.self)
      switch run.kind {
      case .same: return was
      case .onlyOld: return "[-\(was)-]"
      case .onlyNew: return "{+\(becomes)+}"
      case .changed: return "[-\(was)-]{+\(becomes)+}"
      }
    }.joined()
  }

  /// The first thing that is not as a comparison of two texts must be.
  func fault(old: String, new: String) -> String? {
    let (oldBytes, newBytes) = (Array(old.utf8), Array(new.utf8))
    var (oldEnd, newEnd) = (0, 0)
    let (oldPlaces, newPlaces) = (old.placesOfClusters, new.placesOfClusters)
    var last: DifferenceRun.Kind?
    for run in runs {
      if run.old.lowerBound != oldEnd || run.new.lowerBound != newEnd { return "a gap at \(run)" }
      (oldEnd, newEnd) = (run.old.upperBound, run.new.upperBound)
      if oldEnd > oldBytes.count || newEnd > newBytes.count { return "beyond the end: \(run)" }
      if last == run.kind || run.kind != .same && last.map({ $0 != .same }) == true {
        return "\(run) should be one with the run before"
      }
      last = run.kind
      let isRight =
        switch run.kind {
        case .same: oldBytes[run.old] == newBytes[run.new] && !run.old.isEmpty
        case .changed: !run.old.isEmpty && !run.new.isEmpty
        case .onlyOld: !run.old.isEmpty && run.new.isEmpty
        case .onlyNew: run.old.isEmpty && !run.new.isEmpty
        }
      if !isRight { return "\(run) is not what it says" }
      if !oldPlaces.contains(oldEnd) || !newPlaces.contains(newEnd) {
        return "\(run) cuts a character"
      }
    }
    return oldEnd == oldBytes.count && newEnd == newBytes.count ? nil : "something is left out"
  }
}

extension String {
  /// The places in UTF-8 bytes where a character begins or the text ends.
  fileprivate var placesOfClusters: Set<Int> {
    var places: Set<Int> = [0]
    var place = 0
    for character in self {
      place += character.utf8.count
      places.insert(place)
    }
    return places
  }
}
