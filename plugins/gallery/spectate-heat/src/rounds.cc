#include "rounds.hh"

#include <algorithm>

namespace {

constexpr std::size_t most_playing = 64, most_finished = 32;

template <typename Items, typename Predicate>
auto find_if(Items &items, Predicate predicate) {
    auto found = std::find_if(items.begin(), items.end(), predicate);
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

void Rounds::begin(std::uint32_t room) {
    forget(room);
    if (playing_.size() == most_playing) playing_.erase(playing_.begin());
    playing_.push_back({room, {}});
}

HeatMap *Rounds::playing(std::uint32_t room) {
    Round *round = find_if(playing_, [room](const Round &one) { return one.room == room; });
    return round ? &round->map : nullptr;
}

void Rounds::finish(std::uint32_t room, std::string_view name, std::string_view chart) {
    HeatMap *map = playing(room);
    if (map && !map->is_empty()) {
        // The name of a room that is closed may be taken by another one.
        std::erase_if(finished_, [&](const Picture &picture) { return picture.room == room || picture.name == name; });
        if (finished_.size() == most_finished) finished_.erase(finished_.begin());
        finished_.push_back({room, std::string(name), std::string(chart), map->to_png()});
    }
    forget(room);
}

void Rounds::forget(std::uint32_t room) {
    std::erase_if(playing_, [room](const Round &round) { return round.room == room; });
}

const Picture *Rounds::last_of(std::uint32_t room) const {
    return find_if(finished_, [room](const Picture &picture) { return picture.room == room; });
}

const Picture *Rounds::last_of(std::string_view name) const {
    return find_if(finished_, [name](const Picture &picture) { return picture.name == name; });
}
