// Draws the touches of the last round of each room as a heat map.

#include "phira.hpp"
#include "rounds.hh"
#include "texts.hh"

namespace {

Rounds rounds;
std::string public_url;

using Unit = phira_result_none_string;
using Answer = phira_result_string_string;
using Outcome = phira_result_event_outcome_string;
using Response = phira_result_response_string;

phira_result_none_host_error subscribe(const char *type, std::uint32_t sample_every = 0) {
    phira_subscription options{};
    options.phase = PHIRA_EVENT_PHASE_AFTER;
    options.sample_every = sample_every;
    return phira_events_subscribe_event(phira_text(type), &options);
}

Unit configure(phira_string config) {
    phira_string problem{};
    const phira_json_value *settings = phira_json_read(config, &problem);
    if (!settings) return phira::fail<Unit>(phira::view(problem));
    public_url = phira::view(phira_json_string(settings, PHIRA_TEXT("public_url"), PHIRA_TEXT("")));
    while (public_url.ends_with('/')) public_url.pop_back();
    // Subscribing again replaces the subscription.
    auto sample_every = static_cast<std::uint32_t>(phira_json_number(settings, PHIRA_TEXT("sample_every"), 2));
    phira_result_none_host_error subscribed = subscribe("player_touches", sample_every);
    return subscribed.failed ? phira::fail<Unit>(phira::view(phira_error_text(&subscribed.error))) : phira::ok<Unit>();
}

void touch(const phira_touch_batch &batch) {
    HeatMap *map = rounds.playing(batch.room);
    if (!map) return;
    for (const phira_touch_frame &frame : phira::items(batch.frames)) {
        for (const phira_touch_point &point : phira::items(frame.points)) {
            // Negative: the finger was lifted.
            if (point.finger >= 0) map->add(point.x, point.y);
        }
    }
}

phira_string fill(phira_string pattern, std::string_view first, std::string_view second) {
    phira_string texts[] = {phira::text(first), phira::text(second)};
    return phira_fill(pattern, texts, 2);
}

Response respond(std::uint16_t status, std::string_view type, phira_body body) {
    auto *header = static_cast<phira_header *>(phira_allocate(sizeof(phira_header)));
    *header = {PHIRA_TEXT("content-type"), phira::text(type)};
    phira_response response{};
    response.status = status;
    response.headers = {header, 1};
    response.body = body;
    return phira::ok<Response>(response);
}

}  // namespace

phira_metadata phira_lifecycle_get_metadata(void) {
    phira_metadata metadata{};
    metadata.name = PHIRA_TEXT("spectate-heat");
    metadata.version = PHIRA_TEXT("1.0.0");
    metadata.author = PHIRA_TEXT("Phira.PluginService");
    metadata.abi_version = PHIRA_TEXT("1.0.0");
    return metadata;
}

Unit phira_lifecycle_init(phira_string config) {
    phira_command_options command{};
    phira_result_string_host_error added = phira_commands_add_command(PHIRA_TEXT("heat"), PHIRA_TEXT(HEAT_COMMAND), &command);
    if (added.failed) return phira::fail<Unit>(phira::view(phira_error_text(&added.error)));
    phira_route_options open{PHIRA_ROUTE_ACCESS_PUBLIC};
    for (phira_result_none_host_error result : {
             subscribe("game_start"), subscribe("game_end"), subscribe("room_disband"),
             phira_http_routes_register_route(PHIRA_TEXT("GET"), PHIRA_TEXT("/rooms/{room}"), &open),
         }) {
        if (result.failed) return phira::fail<Unit>(phira::view(phira_error_text(&result.error)));
    }
    return configure(config);
}

Unit phira_lifecycle_start(void) {
    return {};
}

Unit phira_lifecycle_stop(void) {
    return {};
}

Unit phira_config_handler_validate_config(phira_string) {
    // The schema says all there is to say.
    return {};
}

Unit phira_config_handler_on_config_changed(phira_string config) {
    return configure(config);
}

Outcome phira_event_handler_on_event(const phira_event *event) {
    const auto &payload = event->payload.value;
    switch (event->payload.tag) {
        case PHIRA_EVENT_PAYLOAD_GAME_START: rounds.begin(payload.game_start.room.id); break;
        case PHIRA_EVENT_PAYLOAD_PLAYER_TOUCHES: touch(payload.player_touches); break;
        case PHIRA_EVENT_PAYLOAD_ROOM_DISBAND: rounds.forget(payload.room_disband.id); break;
        case PHIRA_EVENT_PAYLOAD_GAME_END: {
            const phira_room_info &room = payload.game_end.room;
            rounds.finish(room.id, phira::view(room.name), room.chart.some ? phira::view(room.chart.value.name) : "");
            break;
        }
        default: break;
    }
    return {};
}

Answer phira_command_handler_on_command(const phira_invocation *invocation) {
    const phira_caller &caller = invocation->caller;
    if (!caller.room.some) return phira::fail<Answer>(phira::view(phira_text_for(NO_ROOM, caller.user)));
    const Picture *picture = rounds.last_of(caller.room.value);
    if (!picture) return phira::fail<Answer>(phira::view(phira_text_for(NOT_YET, caller.user)));
    std::string link = public_url + "/plugins/spectate-heat/rooms/" + picture->name;
    // A path alone cannot be opened from the game.
    const phira_texts &answer = public_url.empty() ? ON_WEBSITE : HEAT_MAP;
    return phira::ok<Answer>(fill(phira_text_for(answer, caller.user), picture->chart, link));
}

Response phira_http_handler_on_request(const phira_incoming_request *request) {
    const Picture *picture = rounds.last_of(phira::view(request->path_parameters.items[0].value));
    phira_body body{};
    if (!picture) {
        body.tag = PHIRA_BODY_TEXT;
        body.value.text = PHIRA_TEXT(NO_PICTURE);
        return respond(404, "text/plain", body);
    }
    body.tag = PHIRA_BODY_BYTES;
    body.value.bytes = {picture->png.data(), picture->png.size()};
    return respond(200, "image/png", body);
}
