// Writes pictures of 256 colours as PNG.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

using Bytes = std::vector<std::uint8_t>;

struct Color {
    std::uint8_t red, green, blue;
};

// The pixels are rows from the top, each one a number of the palette.
Bytes encode_png(std::uint32_t width, std::uint32_t height, std::span<const std::uint8_t> pixels, const std::array<Color, 256> &palette);
