#include "phira-text.h"

#include <string.h>

phira_string phira_text(const char *text) {
    return phira_text_of(text, strlen(text));
}

bool phira_text_equals(phira_string text, phira_string other) {
    return text.length == other.length && memcmp(text.text, other.text, text.length) == 0;
}

bool phira_text_begins(phira_string text, phira_string with) {
    return text.length >= with.length && memcmp(text.text, with.text, with.length) == 0;
}

ptrdiff_t phira_text_find(phira_string text, phira_string wanted, size_t from) {
    for (size_t at = from; at + wanted.length <= text.length; at++) {
        if (memcmp(text.text + at, wanted.text, wanted.length) == 0) return (ptrdiff_t)at;
    }
    return -1;
}

static void make_room(phira_builder *builder, size_t more) {
    if (builder->capacity - builder->length >= more) return;
    size_t capacity = (builder->length + more) * 2 + 32;
    char *text = phira_allocate(capacity);
    if (builder->length > 0) memcpy(text, builder->text, builder->length);
    builder->text = text;
    builder->capacity = capacity;
}

void phira_add(phira_builder *builder, phira_string text) {
    if (text.length == 0) return;
    make_room(builder, text.length);
    memcpy(builder->text + builder->length, text.text, text.length);
    builder->length += text.length;
}

void phira_add_number(phira_builder *builder, int64_t number) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0) digits[--at] = '-';
    phira_add(builder, phira_text_of(digits + at, sizeof digits - at));
}

void phira_add_quoted(phira_builder *builder, phira_string text) {
    static const char hex[] = "0123456789abcdef";
    phira_add(builder, PHIRA_TEXT("\""));
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.text[i];
        char escaped[] = {'\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15]};
        if (byte == '"' || byte == '\\') {
            escaped[1] = (char)byte;
            phira_add(builder, phira_text_of(escaped, 2));
        } else if (byte < 0x20) {
            phira_add(builder, phira_text_of(escaped, sizeof escaped));
        } else {
            phira_add(builder, phira_text_of(text.text + i, 1));
        }
    }
    phira_add(builder, PHIRA_TEXT("\""));
}

phira_string phira_built(const phira_builder *builder) {
    return phira_text_of(builder->text, builder->length);
}

phira_string phira_fill(phira_string pattern, const phira_string *texts, size_t count) {
    phira_builder builder = {0};
    size_t from = 0;
    for (size_t i = 0; i < count; i++) {
        ptrdiff_t at = phira_text_find(pattern, PHIRA_TEXT("{}"), from);
        if (at < 0) break;
        phira_add(&builder, phira_text_of(pattern.text + from, (size_t)at - from));
        phira_add(&builder, texts[i]);
        from = (size_t)at + 2;
    }
    phira_add(&builder, phira_text_of(pattern.text + from, pattern.length - from));
    return phira_built(&builder);
}

static void write_line(phira_level level, phira_string message) {
    phira_list_field fields = {0};
    phira_log_write(level, message, fields);
}

phira_string phira_text_in(phira_texts texts, phira_string language) {
    bool is_chinese = language.length < 2 || ((language.text[0] | 0x20) == 'z' && (language.text[1] | 0x20) == 'h');
    return is_chinese ? texts.chinese : texts.english;
}

phira_string phira_text_for(phira_texts texts, phira_option_u32 user) {
    if (!user.some) return texts.chinese;
    phira_result_user_info_host_error info = phira_users_get_user_info(user.value);
    return info.failed ? texts.chinese : phira_text_in(texts, info.value.language);
}

void phira_info(phira_string message) {
    write_line(PHIRA_LEVEL_INFO, message);
}

void phira_warn(phira_string message) {
    write_line(PHIRA_LEVEL_WARN, message);
}

phira_string phira_error_kind(const phira_host_error *error) {
    static const char *const kinds[] = {
        [PHIRA_HOST_ERROR_PERMISSION_DENIED] = "permission-denied", [PHIRA_HOST_ERROR_NOT_FOUND] = "not-found",
        [PHIRA_HOST_ERROR_INVALID_ARGUMENT] = "invalid-argument",   [PHIRA_HOST_ERROR_CONFLICT] = "conflict",
        [PHIRA_HOST_ERROR_QUOTA_EXCEEDED] = "quota-exceeded",       [PHIRA_HOST_ERROR_UNAVAILABLE] = "unavailable",
        [PHIRA_HOST_ERROR_INTERNAL] = "internal",
    };
    return phira_text(kinds[error->tag]);
}

phira_string phira_error_text(const phira_host_error *error) {
    // Every case carries a text, so all of them lie in the same place.
    return error->value.internal;
}
