// Texts as characters, in the form in which they are compared.
#ifndef CHARACTERS_H
#define CHARACTERS_H

#include "phira-text.h"

typedef struct {
    // Lower case, half width; 0 for a character that cannot be seen.
    uint32_t code;
    // Where it begins in the text, in bytes.
    size_t at;
} character;

typedef struct {
    character *items;
    size_t length;
} characters;

// The characters of a text, in the arena, and one more that marks the end.
characters characters_of(phira_string text);

bool is_latin(uint32_t code);
// Spaces, punctuation and characters that cannot be seen.
bool is_separator(uint32_t code);

#endif
