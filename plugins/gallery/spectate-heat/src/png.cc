#include "png.hh"

#include <string_view>

namespace {

void put_big_endian(Bytes &bytes, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

std::uint32_t crc_of(std::span<const std::uint8_t> bytes) {
    std::uint32_t crc = 0xffffffff;
    for (std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

std::uint32_t adler_of(std::span<const std::uint8_t> bytes) {
    std::uint32_t low = 1, high = 0;
    for (std::uint8_t byte : bytes) {
        low = (low + byte) % 65521;
        high = (high + low) % 65521;
    }
    return high << 16 | low;
}

// DEFLATE with the fixed codes of RFC 1951, section 3.2.6, and repetitions of one byte: what a picture with large even areas needs.
class Deflater {
public:
    Bytes compress(std::span<const std::uint8_t> data) {
        put(1, 1);
        put(1, 2);
        for (std::size_t at = 0; at < data.size();) {
            literal(data[at]);
            std::size_t run = 0;
            while (run < 258 && at + 1 + run < data.size() && data[at + 1 + run] == data[at]) run++;
            at += 1 + (run >= 3 ? run : 0);
            if (run >= 3) repetition(static_cast<std::uint32_t>(run));
        }
        literal(256);
        if (count_ > 0) out_.push_back(static_cast<std::uint8_t>(bits_));
        return out_;
    }

private:
    void put(std::uint32_t value, int count) {
        bits_ |= static_cast<std::uint64_t>(value) << count_;
        for (count_ += count; count_ >= 8; count_ -= 8, bits_ >>= 8) out_.push_back(static_cast<std::uint8_t>(bits_));
    }

    // Huffman codes begin with their highest bit, everything else with the lowest.
    void code(std::uint32_t value, int count) {
        for (int bit = count - 1; bit >= 0; bit--) put(value >> bit & 1, 1);
    }

    void literal(std::uint32_t symbol) {
        if (symbol < 144) code(0x30 + symbol, 8);
        else if (symbol < 256) code(0x190 + symbol - 144, 9);
        else if (symbol < 280) code(symbol - 256, 7);
        else code(0xc0 + symbol - 280, 8);
    }

    void repetition(std::uint32_t length) {
        if (length == 258) {
            literal(285);
        } else {
            // Groups of four symbols; each group has a bit more for the length than the one before.
            std::uint32_t extra = 0, rest = length - 3;
            while (rest >> extra >= 8) extra++;
            literal(257 + extra * 4 + (rest >> extra));
            put(rest & ((1u << extra) - 1), static_cast<int>(extra));
        }
        // Distance 1.
        code(0, 5);
    }

    Bytes out_;
    std::uint64_t bits_ = 0;
    int count_ = 0;
};

void put_chunk(Bytes &png, std::string_view type, std::span<const std::uint8_t> content) {
    put_big_endian(png, static_cast<std::uint32_t>(content.size()));
    std::size_t start = png.size();
    png.insert(png.end(), type.begin(), type.end());
    png.insert(png.end(), content.begin(), content.end());
    put_big_endian(png, crc_of(std::span(png).subspan(start)));
}

}  // namespace

Bytes encode_png(std::uint32_t width, std::uint32_t height, std::span<const std::uint8_t> pixels, const std::array<Color, 256> &palette) {
    Bytes header;
    put_big_endian(header, width);
    put_big_endian(header, height);
    // Eight bits a pixel, with a palette, not interlaced.
    for (std::uint8_t byte : {8, 3, 0, 0, 0}) header.push_back(byte);

    Bytes colors;
    for (Color color : palette) colors.insert(colors.end(), {color.red, color.green, color.blue});

    Bytes rows;
    for (std::uint32_t y = 0; y < height; y++) {
        // No filter.
        rows.push_back(0);
        auto row = pixels.subspan(y * width, width);
        rows.insert(rows.end(), row.begin(), row.end());
    }
    Bytes data = {0x78, 0x01};
    Bytes compressed = Deflater().compress(rows);
    data.insert(data.end(), compressed.begin(), compressed.end());
    put_big_endian(data, adler_of(rows));

    Bytes png = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    put_chunk(png, "IHDR", header);
    put_chunk(png, "PLTE", colors);
    put_chunk(png, "IDAT", data);
    put_chunk(png, "IEND", {});
    return png;
}
