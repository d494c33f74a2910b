#include "characters.h"

// The Unicode property Default_Ignorable_Code_Point (DerivedCoreProperties.txt): characters that are not shown, such as U+200B.
static const struct { uint32_t first, last; } ignorable[] = {
    {0xad, 0xad},       {0x34f, 0x34f},     {0x61c, 0x61c},     {0x115f, 0x1160},   {0x17b4, 0x17b5},     {0x180b, 0x180f},
    {0x200b, 0x200f},   {0x202a, 0x202e},   {0x2060, 0x206f},   {0x3164, 0x3164},   {0xfe00, 0xfe0f},     {0xfeff, 0xfeff},
    {0xffa0, 0xffa0},   {0xfff0, 0xfff8},   {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff},
};

static bool is_ignorable(uint32_t code) {
    for (size_t i = 0; i < sizeof ignorable / sizeof *ignorable; i++) {
        if (code >= ignorable[i].first && code <= ignorable[i].last) return true;
    }
    return false;
}

static uint32_t fold(uint32_t code) {
    if (is_ignorable(code)) return 0;
    if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
    return code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
}

// The host passes valid UTF-8 only.
static size_t decode(const unsigned char *bytes, uint32_t *code) {
    size_t length = bytes[0] < 0x80 ? 1 : bytes[0] < 0xe0 ? 2 : bytes[0] < 0xf0 ? 3 : 4;
    *code = length == 1 ? bytes[0] : bytes[0] & (0x7f >> length);
    for (size_t i = 1; i < length; i++) *code = *code << 6 | (bytes[i] & 0x3f);
    return length;
}

characters characters_of(phira_string text) {
    characters result = {phira_allocate((text.length + 1) * sizeof(character)), 0};
    for (size_t at = 0; at < text.length;) {
        uint32_t code;
        size_t length = decode((const unsigned char *)text.text + at, &code);
        result.items[result.length++] = (character){fold(code), at};
        at += length;
    }
    result.items[result.length] = (character){0, text.length};
    return result;
}

bool is_latin(uint32_t code) {
    return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') || (code >= 0xc0 && code <= 0x24f && code != 0xd7 && code != 0xf7);
}

bool is_separator(uint32_t code) {
    return (code < 0x80 && !is_latin(code)) || code == 0xb7 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f)
        || (code >= 0xff00 && code <= 0xff65);
}
