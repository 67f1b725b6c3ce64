#include "CHighlight.h"

#include <srchilite/formatter.h>
#include <srchilite/formattermanager.h>
#include <srchilite/highlightbuilderexception.h>
#include <srchilite/highlightevent.h>
#include <srchilite/highlighteventlistener.h>
#include <srchilite/highlighttoken.h>
#include <srchilite/langdefmanager.h>
#include <srchilite/parserexception.h>
#include <srchilite/regexrulefactory.h>
#include <srchilite/sourcehighlighter.h>

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <mutex>
#include <set>
#include <stdexcept>

#include "StateTable.h"

using namespace srchilite;

namespace {

/// The library keeps its parser, its last token and its count of states in global variables.
std::mutex library;

/// What the highlighter says about one line.
struct Line {
  std::vector<chighlight_span> spans;
  uint32_t position = 0;
  size_t workLeft = 0;
};

/// Takes the text of one element; the highlighter hands over all text of a line, in order.
class SpanFormatter : public Formatter {
 public:
  SpanFormatter(Line &line, uint32_t element) : line(line), element(element) {}

  void format(const std::string &text, const FormatterParams *) override {
    const auto length = static_cast<uint32_t>(text.size());
    if (!line.spans.empty() && line.spans.back().element == element) {
      line.spans.back().length += length;
    } else {
      line.spans.push_back({line.position, length, element});
    }
    line.position += length;
  }

 private:
  Line &line;
  const uint32_t element;
};

/// Ends a line that is too much work, or whose rules match nothing over and over, as the highlighter
/// itself would not. Every step looks at the whole rest of the line with every rule.
class WorkCounter : public HighlightEventListener {
 public:
  explicit WorkCounter(Line &line) : line(line) {}

  void notify(const HighlightEvent &event) override {
    const size_t work = event.token.suffix.size() + 8;
    if (line.workLeft < work) throw std::runtime_error("too much work");
    line.workLeft -= work;
  }

 private:
  Line &line;
};

/// The highlighter's stack, with its elements in reach.
struct OpenStack : HighlightStateStack {
  explicit OpenStack(const HighlightStateStack &stack) : HighlightStateStack(stack) {}
  const container_type &states() const { return c; }
};

/// Every element name that the state and those one gets to from it can give to a text.
void collectElements(
    const HighlightStatePtr &state, std::set<const HighlightState *> &seen,
    std::set<std::string> &names) {
  if (!state || !seen.insert(state.get()).second) return;
  names.insert(state->getDefaultElement());
  for (const auto &rule : state->getRuleList()) {
    names.insert(rule->getElemList().begin(), rule->getElemList().end());
    collectElements(rule->getNextState(), seen, names);
  }
}

void explain(const std::string &message, char *problem, size_t capacity) {
  if (capacity == 0) return;
  const size_t length = std::min(message.size(), capacity - 1);
  std::memcpy(problem, message.data(), length);
  problem[length] = 0;
}

FormatterPtr spanFormatter(Line &line, uint32_t element) {
  return FormatterPtr(new SpanFormatter(line, element));
}

}  // namespace

struct chighlight_language {
  explicit chighlight_language(const HighlightStatePtr &main)
      : highlighter(main), formatters(spanFormatter(line, 0)), counter(line) {
    std::set<const HighlightState *> seen;
    std::set<std::string> names;
    collectElements(main, seen, names);
    elements.assign(names.begin(), names.end());
    for (uint32_t element = 0; element < elements.size(); ++element) {
      formatters.addFormatter(elements[element], spanFormatter(line, element));
    }
    highlighter.setFormatterManager(&formatters);
    highlighter.addListener(&counter);
  }

  void colour(const std::string &text, int32_t *number) {
    line.spans.clear();
    line.position = 0;
    line.workLeft = mostWork;
    enter(*number);
    isPlaced = false;  // until the line is done: it may throw
    highlighter.highlightParagraph(text);
    place = *number = states.number(stack());
    isPlaced = place != CHIGHLIGHT_FRESH;
  }

  Line line;
  std::vector<std::string> elements;

 private:
  /// In bytes looked at: a line of 600 bytes with a token every other byte.
  static constexpr size_t mostWork = 200'000;

  /// Puts the highlighter where the numbered state is, unless it stands there already.
  void enter(int32_t number) {
    if (isPlaced && number == place) return;
    auto states = this->states.stack(number);
    highlighter.clearStateStack();
    highlighter.setCurrentState(highlighter.getMainState());
    for (auto &state : states) {
      highlighter.getStateStack()->push(highlighter.getCurrentState());
      highlighter.setCurrentState(state);
    }
  }

  /// The states above the main one, the current one last.
  StateTable::Stack stack() {
    if (highlighter.getStateStack()->empty()) return {};
    const OpenStack open(*highlighter.getStateStack());
    StateTable::Stack stack(open.states().begin() + 1, open.states().end());
    stack.push_back(highlighter.getCurrentState());
    return stack;
  }

  SourceHighlighter highlighter;
  FormatterManager formatters;
  WorkCounter counter;
  StateTable states;
  int32_t place = CHIGHLIGHT_FRESH;
  bool isPlaced = false;
};

chighlight_language *chighlight_open(
    const char *folder, const char *file, char *problem, size_t capacity) {
  std::string message;
  try {
    const std::lock_guard<std::mutex> lock(library);
    RegexRuleFactory rules;
    return new chighlight_language(LangDefManager(&rules).buildHighlightState(folder, file));
  } catch (const ParserException &error) {
    message = "line " + std::to_string(error.line) + ": " + error.message;
  } catch (const HighlightBuilderException &error) {
    message = "line " + std::to_string(error.line) + ": " + error.message + ": " +
              error.causedBy.what();
  } catch (const std::exception &error) {
    message = error.what();
  } catch (...) {
    message = "unknown";
  }
  explain(message, problem, capacity);
  return nullptr;
}

chighlight_language *chighlight_open_text(
    const char *bytes, size_t length, char *problem, size_t capacity) {
  const int file = memfd_create("definition", MFD_CLOEXEC);  // the library reads files only
  chighlight_language *language = nullptr;
  if (file >= 0 && write(file, bytes, length) == static_cast<ssize_t>(length)) {
    language =
        chighlight_open("/proc/self/fd", std::to_string(file).c_str(), problem, capacity);
  } else {
    explain(std::strerror(errno), problem, capacity);
  }
  if (file >= 0) close(file);
  return language;
}

void chighlight_close(chighlight_language *language) { delete language; }

size_t chighlight_element_count(const chighlight_language *language) {
  return language->elements.size();
}

const char *chighlight_element_name(const chighlight_language *language, uint32_t element) {
  return language->elements[element].c_str();
}

chighlight_outcome chighlight_colour(
    chighlight_language *language, const char *bytes, size_t length, int32_t *state,
    const chighlight_span **spans, size_t *count) {
  try {
    const std::lock_guard<std::mutex> lock(library);
    language->colour(std::string(bytes, length), state);
  } catch (...) {
    return CHIGHLIGHT_REFUSED;
  }
  *spans = language->line.spans.data();
  *count = language->line.spans.size();
  return CHIGHLIGHT_COLOURED;
}
