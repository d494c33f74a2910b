#include "values.h"

const phira_json_value *next(const phira_json_value **arguments) {
    const phira_json_value *present = *arguments;
    if (present) *arguments = present->next;
    return present;
}

bool read_case(const phira_json_value *json, const char *const *cases, size_t count, uint8_t *value) {
    if (!json || json->kind != PHIRA_JSON_STRING) return false;
    for (size_t i = 0; i < count; i++) {
        if (!phira_text_equals(json->string, phira_text(cases[i]))) continue;
        *value = (uint8_t)i;
        return true;
    }
    return false;
}

bool read_bool(const phira_json_value *json, bool *value) {
    if (!json || json->kind != PHIRA_JSON_BOOL) return false;
    *value = json->boolean;
    return true;
}

#define READ_NUMBER(name, type)                                        \
    bool read_##name(const phira_json_value *json, type *value) {      \
        if (!json || json->kind != PHIRA_JSON_NUMBER) return false;    \
        *value = (type)json->number;                                   \
        return true;                                                   \
    }
READ_NUMBER(u8, uint8_t)
READ_NUMBER(u16, uint16_t)
READ_NUMBER(u32, uint32_t)
READ_NUMBER(u64, uint64_t)
READ_NUMBER(s32, int32_t)
READ_NUMBER(s64, int64_t)
READ_NUMBER(f32, float)
READ_NUMBER(f64, double)

bool read_string(const phira_json_value *json, phira_string *value) {
    if (!json || json->kind != PHIRA_JSON_STRING) return false;
    *value = json->string;
    return true;
}

void show_bool(phira_builder *json, const bool *value) {
    phira_add(json, *value ? PHIRA_TEXT("true") : PHIRA_TEXT("false"));
}

#define SHOW_INTEGER(name, type)                                  \
    void show_##name(phira_builder *json, const type *value) {    \
        phira_add_number(json, (int64_t)*value);                  \
    }
SHOW_INTEGER(u8, uint8_t)
SHOW_INTEGER(u16, uint16_t)
SHOW_INTEGER(u32, uint32_t)
SHOW_INTEGER(u64, uint64_t)
SHOW_INTEGER(s8, int8_t)
SHOW_INTEGER(s32, int32_t)
SHOW_INTEGER(s64, int64_t)

// Digits enough to be read as the same number again. Numbers of the calls are far from what this form cannot hold.
void show_f64(phira_builder *json, const double *value) {
    double size = *value < 0 ? -*value : *value;
    if (*value < 0) phira_add(json, PHIRA_TEXT("-"));
    phira_add_number(json, (int64_t)size);
    uint64_t fraction = (uint64_t)((size - (double)(int64_t)size) * 18446744073709551616.0);
    for (int i = 0; i < 24 && fraction > 0; i++) {
        unsigned __int128 shifted = (unsigned __int128)fraction * 10;
        if (i == 0) phira_add(json, PHIRA_TEXT("."));
        phira_add_number(json, (int64_t)(shifted >> 64));
        fraction = (uint64_t)shifted;
    }
}

void show_f32(phira_builder *json, const float *value) {
    double wide = *value;
    show_f64(json, &wide);
}

void show_string(phira_builder *json, const phira_string *value) {
    phira_add_quoted(json, *value);
}
