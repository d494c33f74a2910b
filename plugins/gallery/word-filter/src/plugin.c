// Looks for words of a list in what players write, before it is sent.

#include "filter.h"
#include "texts.h"

phira_metadata phira_lifecycle_get_metadata(void) {
    phira_metadata metadata = {0};
    metadata.name = PHIRA_TEXT("word-filter");
    metadata.version = PHIRA_TEXT("1.0.0");
    metadata.author = PHIRA_TEXT("Phira.PluginService");
    metadata.abi_version = PHIRA_TEXT("1.0.0");
    return metadata;
}

static phira_result_none_string done(void) {
    return (phira_result_none_string){0};
}

static phira_result_none_string failed(phira_string why) {
    phira_result_none_string result = {.failed = true};
    result.error = why;
    return result;
}

phira_result_none_string phira_lifecycle_init(phira_string config) {
    phira_string problem;
    if (!filter_configure(config, &problem)) return failed(problem);
    phira_subscription options = {.phase = PHIRA_EVENT_PHASE_BEFORE};
    phira_result_none_host_error subscribed = phira_events_subscribe_event(PHIRA_TEXT("message_send"), &options);
    return subscribed.failed ? failed(phira_error_text(&subscribed.error)) : done();
}

phira_result_none_string phira_lifecycle_start(void) {
    return done();
}

phira_result_none_string phira_lifecycle_stop(void) {
    return done();
}

phira_result_none_string phira_config_handler_validate_config(phira_string config) {
    phira_string problem;
    return filter_check(config, &problem) ? done() : failed(problem);
}

phira_result_none_string phira_config_handler_on_config_changed(phira_string config) {
    phira_string problem;
    return filter_configure(config, &problem) ? done() : failed(problem);
}

phira_result_event_outcome_string phira_event_handler_on_event(const phira_event *event) {
    phira_result_event_outcome_string result = {0};
    result.value.tag = PHIRA_EVENT_OUTCOME_PROCEED;
    phira_string masked;
    if (event->payload.tag != PHIRA_EVENT_PAYLOAD_MESSAGE_SEND || !filter_apply(event->payload.value.message_send.text, &masked)) return result;
    if (filter_refuses()) {
        result.value.tag = PHIRA_EVENT_OUTCOME_CANCEL;
        result.value.value.cancel = phira_text_in(NOT_SENT, event->payload.value.message_send.user.language);
    } else {
        result.value.tag = PHIRA_EVENT_OUTCOME_REPLACE;
        result.value.value.replace = masked;
    }
    return result;
}
