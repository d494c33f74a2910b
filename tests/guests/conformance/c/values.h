// What the written calls need: JSON of scalars and texts.
#ifndef VALUES_H
#define VALUES_H

#include "phira-text.h"

// Makes a call with the items of a JSON array and adds the answer. Returns false when there is no such function or an argument has another type.
bool call_function(phira_string name, const phira_json_value *arguments, phira_builder *json);

void show_event(phira_builder *json, const phira_event *event);
void show_invocation(phira_builder *json, const phira_invocation *invocation);

const phira_json_value *next(const phira_json_value **arguments);
bool read_case(const phira_json_value *json, const char *const *cases, size_t count, uint8_t *value);

bool read_bool(const phira_json_value *json, bool *value);
bool read_u8(const phira_json_value *json, uint8_t *value);
bool read_u16(const phira_json_value *json, uint16_t *value);
bool read_u32(const phira_json_value *json, uint32_t *value);
bool read_u64(const phira_json_value *json, uint64_t *value);
bool read_s32(const phira_json_value *json, int32_t *value);
bool read_s64(const phira_json_value *json, int64_t *value);
bool read_f32(const phira_json_value *json, float *value);
bool read_f64(const phira_json_value *json, double *value);
bool read_string(const phira_json_value *json, phira_string *value);

void show_bool(phira_builder *json, const bool *value);
void show_u8(phira_builder *json, const uint8_t *value);
void show_u16(phira_builder *json, const uint16_t *value);
void show_u32(phira_builder *json, const uint32_t *value);
void show_u64(phira_builder *json, const uint64_t *value);
void show_s8(phira_builder *json, const int8_t *value);
void show_s32(phira_builder *json, const int32_t *value);
void show_s64(phira_builder *json, const int64_t *value);
void show_f32(phira_builder *json, const float *value);
void show_f64(phira_builder *json, const double *value);
void show_string(phira_builder *json, const phira_string *value);

#endif
