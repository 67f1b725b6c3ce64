/// The prompts whose answers or verdicts are still to come, by number.
struct CompareGroups {
  private var groups: [Int: CompareGroup] = [:]
  /// How much text they hold.
  private(set) var bytes = 0

  /// In the order of the plan.
  var numbers: [Int] { groups.keys.sorted() }

  subscript(number: Int) -> CompareGroup? {
    get { groups[number] }
    set {
      bytes += (newValue?.bytes ?? 0) - (groups[number]?.bytes ?? 0)
      groups[number] = newValue
    }
  }
}

extension CompareGroup {
  fileprivate var bytes: Int {
    let asked = [prompt.text, prompt.system ?? "", prompt.reference ?? ""] + prompt.expected
    let answered = answers.values.flatMap { [$0.content, $0.reasoning] }
    return (asked + answered).reduce(0) { $0 + $1.utf8.count }
  }
}
