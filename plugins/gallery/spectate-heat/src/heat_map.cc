#include "heat_map.hh"

#include <algorithm>

namespace {

// A finger covers more than a pixel.
constexpr int radius = 3;

int place(float position, int size) {
    return std::clamp(static_cast<int>((position + 1) / 2 * static_cast<float>(size)), 0, size - 1);
}

// From dark over violet and orange to white.
std::array<Color, 256> heat_colors() {
    constexpr Color stops[] = {{12, 12, 24}, {72, 20, 120}, {200, 40, 90}, {250, 150, 40}, {255, 255, 220}};
    std::array<Color, 256> colors{};
    for (int i = 0; i < 256; i++) {
        int stop = std::min(i / 64, 3), part = i - stop * 64, whole = stop == 3 ? 63 : 64;
        auto mix = [&](std::uint8_t from, std::uint8_t to) { return static_cast<std::uint8_t>(from + (to - from) * part / whole); };
        const Color &from = stops[stop], &to = stops[stop + 1];
        colors[static_cast<std::size_t>(i)] = {mix(from.red, to.red), mix(from.green, to.green), mix(from.blue, to.blue)};
    }
    return colors;
}

}  // namespace

void HeatMap::add(float x, float y) {
    if (!(x >= -2 && x <= 2 && y >= -2 && y <= 2)) return;
    touches_++;
    int column = place(x, width), row = height - 1 - place(y, height);
    for (int dy = -radius; dy <= radius; dy++) {
        for (int dx = -radius; dx <= radius; dx++) {
            int weight = radius * radius + 1 - dx * dx - dy * dy;
            int at_x = column + dx, at_y = row + dy;
            if (weight <= 0 || at_x < 0 || at_x >= width || at_y < 0 || at_y >= height) continue;
            counts_[static_cast<std::size_t>(at_y * width + at_x)] += static_cast<std::uint32_t>(weight);
        }
    }
}

Bytes HeatMap::to_png() const {
    // The root shows places that were touched seldom beside those that were touched all the time.
    double most = __builtin_sqrt(static_cast<double>(std::max(1u, *std::max_element(counts_.begin(), counts_.end()))));
    std::vector<std::uint8_t> levels(counts_.size());
    std::transform(counts_.begin(), counts_.end(), levels.begin(),
        [most](std::uint32_t count) { return static_cast<std::uint8_t>(__builtin_sqrt(static_cast<double>(count)) / most * 255); });
    return encode_png(width, height, levels, heat_colors());
}
