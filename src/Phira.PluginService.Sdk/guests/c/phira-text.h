// Texts and JSON for plugins in C and C++. Everything here allocates in the arena: see phira.h.
#ifndef PHIRA_TEXT_H
#define PHIRA_TEXT_H

#include "phira.h"

#ifdef __cplusplus
extern "C" {
#endif

// A text from a literal, and from a text that ends with zero (without copying it).
#define PHIRA_TEXT(literal) phira_text_of((literal), sizeof(literal) - 1)
static inline phira_string phira_text_of(const char *text, size_t length) {
    phira_string result;
    result.text = text;
    result.length = length;
    return result;
}
phira_string phira_text(const char *text);

bool phira_text_equals(phira_string text, phira_string other);
bool phira_text_begins(phira_string text, phira_string with);
// Where a text begins in another one, from an offset on; -1 when it does not.
ptrdiff_t phira_text_find(phira_string text, phira_string wanted, size_t from);

// A text that is put together piece by piece. Begins as {0}.
typedef struct {
    char *text;
    size_t length;
    size_t capacity;
} phira_builder;

void phira_add(phira_builder *builder, phira_string text);
void phira_add_number(phira_builder *builder, int64_t number);
// As a JSON string, with its quotes.
void phira_add_quoted(phira_builder *builder, phira_string text);
phira_string phira_built(const phira_builder *builder);

// Replaces each {} of a pattern by the next text.
phira_string phira_fill(phira_string pattern, const phira_string *texts, size_t count);

// A text in each language that plugins write: `static const phira_texts HELLO = PHIRA_TEXTS("…", "Hello");`
typedef struct {
    phira_string chinese;
    phira_string english;
} phira_texts;

#define PHIRA_TEXTS(chinese, english) {{(chinese), sizeof(chinese) - 1}, {(english), sizeof(english) - 1}}
// The text for a language tag: Chinese unless the tag names another language.
phira_string phira_text_in(phira_texts texts, phira_string language);
// The text for a player; Chinese when the player is not known. Needs `read_users`.
phira_string phira_text_for(phira_texts texts, phira_option_u32 user);

// Writes a line of the log without fields, at the level of the name.
void phira_info(phira_string message);
void phira_warn(phira_string message);

// The kind of an error of the host, such as `not-found`, and its text, which is in English.
phira_string phira_error_kind(const phira_host_error *error);
phira_string phira_error_text(const phira_host_error *error);

typedef enum { PHIRA_JSON_NULL, PHIRA_JSON_BOOL, PHIRA_JSON_NUMBER, PHIRA_JSON_STRING, PHIRA_JSON_ARRAY, PHIRA_JSON_OBJECT } phira_json_kind;

// A JSON value. The items of an array and the members of an object follow each other through `next`.
typedef struct phira_json_value {
    phira_json_kind kind;
    bool boolean;
    double number;
    phira_string string;
    phira_string key;
    size_t count;
    const struct phira_json_value *first;
    const struct phira_json_value *next;
} phira_json_value;

// Reads one JSON value. Returns null when the text is none; `problem` (may be null) then says why.
const phira_json_value *phira_json_read(phira_string text, phira_string *problem);
// A member of an object; null when there is none, and when the value is no object or null.
const phira_json_value *phira_json_member(const phira_json_value *value, phira_string key);
// A member of the kind wanted, or else the given value.
bool phira_json_bool(const phira_json_value *value, phira_string key, bool otherwise);
double phira_json_number(const phira_json_value *value, phira_string key, double otherwise);
phira_string phira_json_string(const phira_json_value *value, phira_string key, phira_string otherwise);

#ifdef __cplusplus
}
#endif

#endif
