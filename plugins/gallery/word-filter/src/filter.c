#include "filter.h"

#include <stdlib.h>
#include <string.h>

#include "characters.h"
#include "texts.h"

typedef struct {
    uint32_t *codes;
    size_t length;
} word;

typedef struct {
    word *words;
    size_t count;
    bool refuse;
    char mask[64];
    size_t mask_length;
} settings;

static settings active = {.mask = "*", .mask_length = 1};

static void *keep(size_t size) {
    void *memory = malloc(size > 0 ? size : 1);
    if (!memory) __builtin_trap();
    return memory;
}

static void forget(settings *old) {
    for (size_t i = 0; i < old->count; i++) free(old->words[i].codes);
    free(old->words);
}

static word read_word(phira_string text) {
    characters found = characters_of(text);
    word result = {keep(found.length * sizeof(uint32_t)), 0};
    for (size_t i = 0; i < found.length; i++) {
        uint32_t code = found.items[i].code;
        if (code != 0) result.codes[result.length++] = code;
    }
    return result;
}

static bool refuse(phira_string *problem, const char *why) {
    *problem = phira_text(why);
    return false;
}

static bool read_settings(phira_string config, settings *into, phira_string *problem) {
    const phira_json_value *root = phira_json_read(config, problem);
    if (!root) return false;
    phira_string action = phira_json_string(root, PHIRA_TEXT("action"), PHIRA_TEXT("mask"));
    phira_string mask = phira_json_string(root, PHIRA_TEXT("mask"), PHIRA_TEXT("*"));
    into->refuse = phira_text_equals(action, PHIRA_TEXT("refuse"));
    if (!into->refuse && !phira_text_equals(action, PHIRA_TEXT("mask"))) return refuse(problem, BAD_ACTION);
    if (mask.length == 0 || mask.length > sizeof into->mask) return refuse(problem, BAD_MASK);
    memcpy(into->mask, mask.text, mask.length);
    into->mask_length = mask.length;

    const phira_json_value *words = phira_json_member(root, PHIRA_TEXT("words"));
    if (words && words->kind != PHIRA_JSON_ARRAY) return refuse(problem, NO_LIST);
    into->words = keep((words ? words->count : 0) * sizeof(word));
    for (const phira_json_value *item = words ? words->first : NULL; item; item = item->next) {
        if (item->kind != PHIRA_JSON_STRING) return refuse(problem, NO_TEXT);
        word read = read_word(item->string);
        if (read.length > 0) into->words[into->count++] = read;
        else free(read.codes);
    }
    return true;
}

bool filter_configure(phira_string config, phira_string *problem) {
    settings next = {0};
    if (!read_settings(config, &next, problem)) {
        forget(&next);
        return false;
    }
    forget(&active);
    active = next;
    return true;
}

bool filter_check(phira_string config, phira_string *problem) {
    settings next = {0};
    bool accepted = read_settings(config, &next, problem);
    forget(&next);
    return accepted;
}

bool filter_refuses(void) {
    return active.refuse;
}

// Whether a character between two characters of a word does not count: between Chinese characters a star hides a word, but "as sure" is two words.
static bool is_ignored(uint32_t before, uint32_t between, uint32_t after) {
    return between == 0 || (is_separator(between) && !is_latin(before) && !is_latin(after));
}

// How many characters from `from` on are the word; 0 when they are not. An end that is a Latin letter must be the end of a word.
static size_t match(const word *wanted, characters text, size_t from) {
    size_t at = from;
    for (size_t i = 0; i < wanted->length; i++) {
        uint32_t code = wanted->codes[i];
        while (i > 0 && at < text.length && text.items[at].code != code && is_ignored(wanted->codes[i - 1], text.items[at].code, code)) at++;
        if (at >= text.length || text.items[at].code != code) return 0;
        at++;
    }
    bool goes_on_before = from > 0 && is_latin(text.items[from - 1].code) && is_latin(wanted->codes[0]);
    bool goes_on_after = at < text.length && is_latin(text.items[at].code) && is_latin(wanted->codes[wanted->length - 1]);
    return goes_on_before || goes_on_after ? 0 : at - from;
}

static size_t longest_match(characters text, size_t from) {
    size_t longest = 0;
    for (size_t i = 0; i < active.count; i++) {
        size_t length = match(&active.words[i], text, from);
        if (length > longest) longest = length;
    }
    return longest;
}

bool filter_apply(phira_string given, phira_string *masked) {
    characters text = characters_of(given);
    phira_builder builder = {0};
    bool found = false;
    for (size_t at = 0; at < text.length;) {
        size_t count = longest_match(text, at);
        found = found || count > 0;
        for (size_t i = 0; i < count; i++) phira_add(&builder, phira_text_of(active.mask, active.mask_length));
        if (count == 0) {
            phira_add(&builder, phira_text_of(given.text + text.items[at].at, text.items[at + 1].at - text.items[at].at));
            count = 1;
        }
        at += count;
    }
    *masked = phira_built(&builder);
    return found;
}
