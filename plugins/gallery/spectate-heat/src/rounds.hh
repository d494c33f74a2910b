// The rounds that are being played, and the picture of the last one of each room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "heat_map.hh"

struct Picture {
    std::uint32_t room;
    std::string name;
    std::string chart;
    Bytes png;
};

class Rounds {
public:
    void begin(std::uint32_t room);
    // The map of a round that is being played; null when its beginning was not seen.
    HeatMap *playing(std::uint32_t room);
    void finish(std::uint32_t room, std::string_view name, std::string_view chart);
    void forget(std::uint32_t room);

    const Picture *last_of(std::uint32_t room) const;
    const Picture *last_of(std::string_view name) const;

private:
    struct Round {
        std::uint32_t room;
        HeatMap map;
    };

    std::vector<Round> playing_;
    // The newest is the last one.
    std::vector<Picture> finished_;
};
