// Counts where players touched.
#pragma once

#include <cstdint>
#include <vector>

#include "png.hh"

class HeatMap {
public:
    static constexpr int width = 192, height = 108;

    // A touch; -1 to 1 in both directions, upwards and to the right.
    void add(float x, float y);
    bool is_empty() const { return touches_ == 0; }
    Bytes to_png() const;

private:
    std::vector<std::uint32_t> counts_ = std::vector<std::uint32_t>(width * height);
    std::uint32_t touches_ = 0;
};
