#pragma once
#include <srchilite/highlightrule.h>
#include <srchilite/highlightstate.h>

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

/// Numbers the stacks of states that a highlighter has been in. Number 0 is the empty stack.
class StateTable {
 public:
  using Stack = std::vector<srchilite::HighlightStatePtr>;

  /// 0 when the table is full or the stack is deeper than anyone writes.
  int32_t number(const Stack &stack) {
    if (stack.size() > deepest) return 0;
    int32_t top = 0;
    for (const auto &state : stack) {
      top = number(top, state);
      if (top == 0) return 0;
    }
    return top;
  }

  /// Empty for a number that was never given out.
  Stack stack(int32_t number) const {
    if (number < 0 || static_cast<size_t>(number) > nodes.size()) return {};
    Stack stack;
    for (int32_t at = number; at != 0; at = nodes[at - 1].below) {
      stack.insert(stack.begin(), nodes[at - 1].state);
    }
    return stack;
  }

 private:
  struct Node {
    int32_t below;
    srchilite::HighlightStatePtr state;
  };
  using Key = std::tuple<int32_t, const srchilite::HighlightState *, std::string>;

  static constexpr size_t deepest = 64;
  static constexpr size_t most = 8192;

  int32_t number(int32_t below, const srchilite::HighlightStatePtr &state) {
    const auto known = numbers.find(key(below, state));
    if (known != numbers.end()) return known->second;
    if (nodes.size() == most) return 0;
    nodes.push_back({below, state});
    const auto number = static_cast<int32_t>(nodes.size());
    numbers.emplace(key(below, state), number);
    return number;
  }

  /// A state that waits for what an earlier match said, as a here-document does, is a new copy
  /// each time: what tells such copies apart is the text of their rules.
  static Key key(int32_t below, const srchilite::HighlightStatePtr &state) {
    const auto original = state->getOriginalState();
    if (!original) return {below, state.get(), ""};
    std::string rules;
    for (const auto &rule : state->getRuleList()) {
      if (rule->getNeedsReferenceReplacement()) rules += rule->toString() + '\n';
    }
    return {below, original.get(), rules};
  }

  std::vector<Node> nodes;
  std::map<Key, int32_t> numbers;
};
