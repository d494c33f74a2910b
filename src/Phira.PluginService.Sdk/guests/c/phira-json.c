#include "phira-text.h"

#include <string.h>

// Deeper nesting is refused, because each level costs stack.
enum { DEEPEST = 64 };

typedef struct {
    phira_string text;
    size_t at;
    int depth;
    const char *problem;
} reader;

static phira_json_value *read_value(reader *r);

static int peek(const reader *r) {
    return r->at < r->text.length ? (unsigned char)r->text.text[r->at] : -1;
}

static bool accept(reader *r, char wanted) {
    if (peek(r) != wanted) return false;
    r->at++;
    return true;
}

static void skip_space(reader *r) {
    while (peek(r) == ' ' || peek(r) == '\t' || peek(r) == '\n' || peek(r) == '\r') r->at++;
}

static void *fail(reader *r, const char *problem) {
    if (!r->problem) r->problem = problem;
    return NULL;
}

static phira_json_value *new_value(phira_json_kind kind) {
    phira_json_value *value = phira_allocate(sizeof *value);
    memset(value, 0, sizeof *value);
    value->kind = kind;
    return value;
}

static bool is_digit(int byte) {
    return byte >= '0' && byte <= '9';
}

static phira_json_value *read_number(reader *r) {
    bool negative = accept(r, '-');
    double number = 0;
    int scale = 0;
    if (!is_digit(peek(r))) return fail(r, "a number has no digits");
    if (accept(r, '0')) {
        if (is_digit(peek(r))) return fail(r, "a number begins with 0");
    }
    for (; is_digit(peek(r)); r->at++) number = number * 10 + (peek(r) - '0');
    if (accept(r, '.')) {
        if (!is_digit(peek(r))) return fail(r, "a number ends with a point");
        for (; is_digit(peek(r)); r->at++, scale--) number = number * 10 + (peek(r) - '0');
    }
    if (accept(r, 'e') || accept(r, 'E')) {
        bool down = accept(r, '-');
        if (!down) accept(r, '+');
        if (!is_digit(peek(r))) return fail(r, "a number has no exponent");
        int exponent = 0;
        for (; is_digit(peek(r)); r->at++) exponent = exponent < 1000 ? exponent * 10 + (peek(r) - '0') : exponent;
        scale += down ? -exponent : exponent;
    }
    double power = 1;
    for (int i = scale < 0 ? -scale : scale; i > 0 && power < 1e308; i--) power *= 10;
    phira_json_value *value = new_value(PHIRA_JSON_NUMBER);
    value->number = (scale < 0 ? number / power : number * power) * (negative ? -1 : 1);
    return value;
}

static bool read_hex(reader *r, uint32_t *code) {
    *code = 0;
    for (int i = 0; i < 4; i++, r->at++) {
        int byte = peek(r);
        int digit = is_digit(byte) ? byte - '0' : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
        if (digit < 0) return false;
        *code = *code * 16 + (uint32_t)digit;
    }
    return true;
}

static void add_code(phira_builder *builder, uint32_t code) {
    char bytes[4];
    size_t count = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = count; i-- > 1; code >>= 6) bytes[i] = (char)(0x80 | (code & 0x3f));
    bytes[0] = (char)(leads[count] | code);
    phira_add(builder, phira_text_of(bytes, count));
}

// What follows the backslash of a \u: one code unit, or two that make a pair.
static bool read_unicode(reader *r, phira_builder *builder) {
    uint32_t code, low;
    if (!read_hex(r, &code) || (code >= 0xdc00 && code < 0xe000)) return false;
    if (code >= 0xd800 && code < 0xdc00) {
        if (!accept(r, '\\') || !accept(r, 'u') || !read_hex(r, &low) || low < 0xdc00 || low > 0xdfff) return false;
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    }
    add_code(builder, code);
    return true;
}

static bool read_escape(reader *r, phira_builder *builder) {
    // cspell:ignore bfnrt
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    if (accept(r, 'u')) return read_unicode(r, builder);
    const char *found = peek(r) > 0 ? strchr(from, peek(r)) : NULL;
    if (!found) return false;
    r->at++;
    phira_add(builder, phira_text_of(&to[found - from], 1));
    return true;
}

static bool read_string(reader *r, phira_string *string) {
    if (!accept(r, '"')) return fail(r, "a string is missing");
    phira_builder builder = {0};
    for (;;) {
        size_t start = r->at;
        while (peek(r) >= 0x20 && peek(r) != '"' && peek(r) != '\\') r->at++;
        phira_add(&builder, phira_text_of(r->text.text + start, r->at - start));
        if (accept(r, '"')) break;
        if (!accept(r, '\\')) return fail(r, "a string does not end");
        if (!read_escape(r, &builder)) return fail(r, "a string has an unknown escape");
    }
    *string = phira_built(&builder);
    return true;
}

// The items of an array or the members of an object, after the opening sign.
static phira_json_value *read_items(reader *r, phira_json_kind kind, char close) {
    phira_json_value *value = new_value(kind), *last = NULL;
    skip_space(r);
    if (accept(r, close)) return value;
    do {
        phira_string key = {0};
        skip_space(r);
        if (kind == PHIRA_JSON_OBJECT) {
            if (!read_string(r, &key)) return NULL;
            skip_space(r);
            if (!accept(r, ':')) return fail(r, "a colon is missing");
        }
        phira_json_value *item = read_value(r);
        if (!item) return NULL;
        item->key = key;
        if (last) last->next = item;
        else value->first = item;
        last = item;
        value->count++;
        skip_space(r);
    } while (accept(r, ','));
    return accept(r, close) ? value : fail(r, "a list does not end");
}

static phira_json_value *read_nested(reader *r, phira_json_kind kind, char close) {
    if (++r->depth > DEEPEST) return fail(r, "it is nested too deeply");
    phira_json_value *value = read_items(r, kind, close);
    r->depth--;
    return value;
}

static phira_json_value *read_word(reader *r, phira_string word, phira_json_kind kind, bool boolean) {
    if (!phira_text_begins(phira_text_of(r->text.text + r->at, r->text.length - r->at), word)) return fail(r, "a value is missing");
    r->at += word.length;
    phira_json_value *value = new_value(kind);
    value->boolean = boolean;
    return value;
}

static phira_json_value *read_value(reader *r) {
    skip_space(r);
    int byte = peek(r);
    if (byte == '{') return r->at++, read_nested(r, PHIRA_JSON_OBJECT, '}');
    if (byte == '[') return r->at++, read_nested(r, PHIRA_JSON_ARRAY, ']');
    if (byte == '-' || is_digit(byte)) return read_number(r);
    if (byte == 't') return read_word(r, PHIRA_TEXT("true"), PHIRA_JSON_BOOL, true);
    if (byte == 'f') return read_word(r, PHIRA_TEXT("false"), PHIRA_JSON_BOOL, false);
    if (byte != '"') return read_word(r, PHIRA_TEXT("null"), PHIRA_JSON_NULL, false);
    phira_json_value *value = new_value(PHIRA_JSON_STRING);
    return read_string(r, &value->string) ? value : NULL;
}

const phira_json_value *phira_json_read(phira_string text, phira_string *problem) {
    reader r = {.text = text};
    phira_json_value *value = read_value(&r);
    skip_space(&r);
    if (value && r.at < text.length) value = fail(&r, "text follows the value");
    if (!value && problem) {
        phira_builder builder = {0};
        phira_add(&builder, phira_text(r.problem));
        phira_add(&builder, PHIRA_TEXT(" at position "));
        phira_add_number(&builder, (int64_t)r.at);
        *problem = phira_built(&builder);
    }
    return value;
}

const phira_json_value *phira_json_member(const phira_json_value *value, phira_string key) {
    if (!value || value->kind != PHIRA_JSON_OBJECT) return NULL;
    const phira_json_value *found = NULL;
    for (const phira_json_value *item = value->first; item; item = item->next) {
        if (phira_text_equals(item->key, key)) found = item;
    }
    return found && found->kind != PHIRA_JSON_NULL ? found : NULL;
}

static const phira_json_value *member_of(const phira_json_value *value, phira_string key, phira_json_kind kind) {
    const phira_json_value *found = phira_json_member(value, key);
    return found && found->kind == kind ? found : NULL;
}

bool phira_json_bool(const phira_json_value *value, phira_string key, bool otherwise) {
    const phira_json_value *found = member_of(value, key, PHIRA_JSON_BOOL);
    return found ? found->boolean : otherwise;
}

double phira_json_number(const phira_json_value *value, phira_string key, double otherwise) {
    const phira_json_value *found = member_of(value, key, PHIRA_JSON_NUMBER);
    return found ? found->number : otherwise;
}

phira_string phira_json_string(const phira_json_value *value, phira_string key, phira_string otherwise) {
    const phira_json_value *found = member_of(value, key, PHIRA_JSON_STRING);
    return found ? found->string : otherwise;
}
