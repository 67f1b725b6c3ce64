#include "CJSON.h"

#include <simdjson.h>

#include <new>
#include <string_view>

using namespace simdjson;

struct cjson_parser {
  dom::parser parser;
};

namespace {

// simdjson's elements and iterators are a document pointer and a tape position each; so are ours.
template <typename Handle>
Handle handle(cjson_element element) {
  return __builtin_bit_cast(Handle, element);
}

template <typename Handle>
cjson_element element(const Handle &handle) {
  return __builtin_bit_cast(cjson_element, handle);
}

}  // namespace

cjson_parser *cjson_parser_create(void) { return new (std::nothrow) cjson_parser; }

void cjson_parser_destroy(cjson_parser *parser) { delete parser; }

bool cjson_parse(cjson_parser *parser, const char *bytes, size_t length, cjson_element *root) {
  dom::element result;
  if (parser->parser.parse(bytes, length, true).get(result) != SUCCESS) return false;
  *root = element(result);
  return true;
}

cjson_kind cjson_kind_of(cjson_element value) {
  switch (handle<dom::element>(value).type()) {
    case dom::element_type::ARRAY: return CJSON_ARRAY;
    case dom::element_type::OBJECT: return CJSON_OBJECT;
    case dom::element_type::STRING: return CJSON_STRING;
    case dom::element_type::BOOL: return CJSON_BOOL;
    case dom::element_type::NULL_VALUE: return CJSON_NULL;
    default: return CJSON_NUMBER;
  }
}

bool cjson_get(cjson_element object, const char *name, size_t length, cjson_element *value) {
  dom::object members;
  if (handle<dom::element>(object).get(members) != SUCCESS) return false;
  dom::element result;
  if (members.at_key(std::string_view(name, length)).get(result) != SUCCESS) return false;
  *value = element(result);
  return true;
}

bool cjson_elements(cjson_element array, cjson_iterator *rest) {
  dom::array elements;
  if (handle<dom::element>(array).get(elements) != SUCCESS) return false;
  *rest = {element(elements.begin()), element(elements.end())};
  return true;
}

bool cjson_next_element(cjson_iterator *rest, cjson_element *value) {
  if (rest->next.position == rest->end.position) return false;
  auto current = handle<dom::array::iterator>(rest->next);
  *value = element(*current);
  rest->next = element(++current);
  return true;
}

bool cjson_members(cjson_element object, cjson_iterator *rest) {
  dom::object members;
  if (handle<dom::element>(object).get(members) != SUCCESS) return false;
  *rest = {element(members.begin()), element(members.end())};
  return true;
}

bool cjson_next_member(
    cjson_iterator *rest, const char **name, size_t *length, cjson_element *value) {
  if (rest->next.position == rest->end.position) return false;
  auto current = handle<dom::object::iterator>(rest->next);
  const std::string_view key = current.key();
  *name = key.data();
  *length = key.size();
  *value = element(current.value());
  rest->next = element(++current);
  return true;
}

bool cjson_string(cjson_element value, const char **bytes, size_t *length) {
  std::string_view text;
  if (handle<dom::element>(value).get(text) != SUCCESS) return false;
  *bytes = text.data();
  *length = text.size();
  return true;
}

bool cjson_integer(cjson_element value, int64_t *result) {
  return handle<dom::element>(value).get(*result) == SUCCESS;
}

bool cjson_number(cjson_element value, double *result) {
  return handle<dom::element>(value).get(*result) == SUCCESS;
}

bool cjson_bool(cjson_element value, bool *result) {
  return handle<dom::element>(value).get(*result) == SUCCESS;
}
