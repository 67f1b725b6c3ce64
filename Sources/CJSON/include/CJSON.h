#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A simdjson DOM parser with its document; a parse replaces the document of the one before.
typedef struct cjson_parser cjson_parser;

/// A value of the parser's document; valid until the next parse.
typedef struct {
  const void *document;
  size_t position;
} cjson_element;

/// The rest of an array, or of an object's members.
typedef struct {
  cjson_element next;
  cjson_element end;
} cjson_iterator;

typedef enum {
  CJSON_NULL,
  CJSON_BOOL,
  CJSON_NUMBER,
  CJSON_STRING,
  CJSON_ARRAY,
  CJSON_OBJECT
} cjson_kind;

cjson_parser *cjson_parser_create(void);
void cjson_parser_destroy(cjson_parser *parser);

/// False when simdjson refuses the text, which need not be padded.
bool cjson_parse(cjson_parser *parser, const char *bytes, size_t length, cjson_element *root);

cjson_kind cjson_kind_of(cjson_element element);

/// False when the element is no object or has no such member.
bool cjson_get(cjson_element object, const char *name, size_t length, cjson_element *value);

/// False when the element is no array.
bool cjson_elements(cjson_element array, cjson_iterator *iterator);
bool cjson_next_element(cjson_iterator *iterator, cjson_element *element);

/// False when the element is no object.
bool cjson_members(cjson_element object, cjson_iterator *iterator);
bool cjson_next_member(
    cjson_iterator *iterator, const char **name, size_t *length, cjson_element *value);

/// The bytes are UTF-8, valid as long as the element.
bool cjson_string(cjson_element element, const char **bytes, size_t *length);
bool cjson_integer(cjson_element element, int64_t *value);
/// Takes an integer too.
bool cjson_number(cjson_element element, double *value);
bool cjson_bool(cjson_element element, bool *value);

#ifdef __cplusplus
}
#endif
