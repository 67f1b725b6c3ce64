#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A language of source-highlight with the states it has been in; for one thread at a time.
typedef struct chighlight_language chighlight_language;

/// A piece of a line: bytes from `start`, and the element of the definition that matched there.
typedef struct {
  uint32_t start;
  uint32_t length;
  uint32_t element;
} chighlight_span;

typedef enum {
  CHIGHLIGHT_COLOURED,
  /// Too much work: a long line of many tokens, or a regular expression that was given up.
  CHIGHLIGHT_REFUSED
} chighlight_outcome;

/// The state at the top of a text.
enum { CHIGHLIGHT_FRESH = 0 };

/// Reads the definition `file` of the folder; null when there is none or it has a mistake, of which
/// up to `capacity` bytes, with a zero at the end, then stand in `problem`.
chighlight_language *chighlight_open(
    const char *folder, const char *file, char *problem, size_t capacity);
/// The same for a definition that is at hand as text; it includes no other.
chighlight_language *chighlight_open_text(
    const char *bytes, size_t length, char *problem, size_t capacity);
void chighlight_close(chighlight_language *language);

/// How many elements the definition names; the name of one lives as long as the language.
size_t chighlight_element_count(const chighlight_language *language);
const char *chighlight_element_name(const chighlight_language *language, uint32_t element);

/// Colours one line without its terminator, as it stands after `state`, which becomes the state after
/// it; a refused line leaves it alone. The spans are in order, cover the whole line, and are valid until
/// the next call. States are small numbers from 0, the same for the same state, good as long as
/// the language; when too many are known, what is new counts as fresh.
chighlight_outcome chighlight_colour(
    chighlight_language *language, const char *bytes, size_t length, int32_t *state,
    const chighlight_span **spans, size_t *count);

#ifdef __cplusplus
}
#endif
