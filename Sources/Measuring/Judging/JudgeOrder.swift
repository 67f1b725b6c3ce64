import Conversation

/// The order in which a judge is shown the answers: it is asked once in each.
///
/// Models tend to prefer what stands first, or last (Zheng et al. 2023, "Judging LLM-as-a-Judge with MT-Bench and Chatbot
/// Arena"). The reversed order swaps every two answers, however many there are, so that a winner who wins in both did not
/// win by standing before, or behind, any other.
package enum JudgeOrder: Sendable, Hashable, CaseIterable {
  case given
  case reversed

  /// Where an answer stands, or which answer stands at a place: the order is its own inverse.
  package func place(_ place: Int, of count: Int) -> Int {
    switch self {
    case .given: place
    case .reversed: count - 1 - place
    }
  }
}
