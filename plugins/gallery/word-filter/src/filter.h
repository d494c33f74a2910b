// The words, and how they are found.
#ifndef FILTER_H
#define FILTER_H

#include "phira-text.h"

// Reads a configuration. Returns false and says why when it is refused; the words in use then stay.
bool filter_configure(phira_string config, phira_string *problem);
// Only checks a configuration.
bool filter_check(phira_string config, phira_string *problem);

bool filter_refuses(void);
// Whether a text has a word of the list; `masked` is the text without them.
bool filter_apply(phira_string text, phira_string *masked);

#endif
