// Makes the calls of the host that it is told to: see README.md one folder above.

#include <stdlib.h>
#include <string.h>

#include "values.h"

// The last event as JSON.
static char *last;
static size_t last_length;

phira_metadata phira_lifecycle_get_metadata(void) {
    phira_metadata metadata = {0};
    metadata.name = PHIRA_TEXT("conformance");
    metadata.version = PHIRA_TEXT("1.0.0");
    metadata.author = PHIRA_TEXT("tests");
    metadata.abi_version = PHIRA_TEXT("1.0.0");
    return metadata;
}

static phira_result_none_string done(void) {
    return (phira_result_none_string){0};
}

phira_result_none_string phira_lifecycle_init(phira_string config) {
    (void)config;
    phira_result_string_host_error added = phira_commands_add_command(PHIRA_TEXT("conformance"), PHIRA_TEXT("makes a call"), NULL);
    if (added.failed) {
        phira_string parts[] = {phira_error_kind(&added.error), phira_error_text(&added.error)};
        phira_warn(phira_fill(PHIRA_TEXT("add-command: {}: {}"), parts, 2));
    }
    return done();
}

phira_result_none_string phira_lifecycle_start(void) {
    return done();
}

phira_result_none_string phira_lifecycle_stop(void) {
    return done();
}

static phira_result_string_string fail(const char *why) {
    phira_result_string_string result = {.failed = true};
    result.error = phira_text(why);
    return result;
}

phira_result_string_string phira_command_handler_on_command(const phira_invocation *invocation) {
    static const char call[] = "call ";
    phira_string rest = invocation->arguments;
    phira_result_string_string shown = {0};
    if (phira_text_equals(rest, PHIRA_TEXT("last"))) {
        shown.value = phira_text_of(last, last_length);
        return shown;
    }
    if (phira_text_equals(rest, PHIRA_TEXT("invocation"))) {
        phira_builder json = {0};
        show_invocation(&json, invocation);
        shown.value = phira_built(&json);
        return shown;
    }
    if (!phira_text_begins(rest, phira_text(call))) return fail("call FUNCTION ARGUMENTS");
    rest = phira_text_of(rest.text + sizeof call - 1, rest.length - (sizeof call - 1));
    ptrdiff_t space = phira_text_find(rest, PHIRA_TEXT(" "), 0);
    if (space < 0) return fail("call FUNCTION ARGUMENTS");
    phira_string problem;
    const phira_json_value *arguments = phira_json_read(phira_text_of(rest.text + space, rest.length - (size_t)space), &problem);
    if (!arguments || arguments->kind != PHIRA_JSON_ARRAY) return fail("the arguments are no JSON array");
    phira_builder answer = {0};
    if (!call_function(phira_text_of(rest.text, (size_t)space), arguments, &answer)) return fail("no such function, or arguments of other types");
    phira_result_string_string result = {0};
    result.value = phira_built(&answer);
    return result;
}

phira_result_event_outcome_string phira_event_handler_on_event(const phira_event *event) {
    phira_builder json = {0};
    show_event(&json, event);
    free(last);
    last = malloc(json.length);
    memcpy(last, json.text, json.length);
    last_length = json.length;
    return (phira_result_event_outcome_string){0};
}

phira_result_none_string phira_timer_handler_on_timer(uint32_t id) {
    (void)id;
    return done();
}

phira_result_none_string phira_config_handler_validate_config(phira_string config) {
    (void)config;
    return done();
}

phira_result_none_string phira_config_handler_on_config_changed(phira_string config) {
    (void)config;
    return done();
}

phira_result_response_string phira_http_handler_on_request(const phira_incoming_request *request) {
    (void)request;
    phira_result_response_string result = {0};
    result.value.status = 204;
    return result;
}

phira_result_string_string phira_service_handler_on_call(phira_string name, phira_string argument, phira_string caller) {
    (void)name;
    (void)caller;
    phira_result_string_string result = {0};
    result.value = argument;
    return result;
}

phira_result_list_u8_string phira_state_handler_save_state(void) {
    return (phira_result_list_u8_string){0};
}

phira_result_none_string phira_state_handler_restore_state(phira_list_u8 state) {
    (void)state;
    return done();
}

phira_result_health_report_string phira_health_handler_check(void) {
    return (phira_result_health_report_string){0};
}
