#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace chancery {

/// Sixteen bytes that are looked at together: how the sink finds what a format cannot take without asking every byte.
class Sixteen {
  public:
    static constexpr std::size_t size = 16;

    static Sixteen load(const char* from) {
        Sixteen block;
        std::memcpy(&block.bytes_, from, size);
        return block;
    }
    /// `count` bytes, fewer than sixteen, and zeros behind them; reads no byte more.
    static Sixteen load(const char* from, std::size_t count) {
        std::array<std::uint64_t, 2> words{};
        if (count >= 8) {
            words[0] = word<std::uint64_t>(from);
            if (count > 8) words[1] = word<std::uint64_t>(from + count - 8) >> (8 * (16 - count));
        } else if (count >= 4) {
            words[0] = word<std::uint32_t>(from) | word<std::uint32_t>(from + count - 4) << (8 * (count - 4));
        } else if (count >= 2) {
            words[0] = word<std::uint16_t>(from) | word<std::uint16_t>(from + count - 2) << (8 * (count - 2));
        } else if (count == 1) {
            words[0] = static_cast<unsigned char>(*from);
        }
        Sixteen block;
        std::memcpy(&block.bytes_, words.data(), size);
        return block;
    }
    void store(char* to) const { std::memcpy(to, &bytes_, size); }

    /// Where the first byte stands that is no ASCII, a control, or one of `others` (`count` rows of one byte sixteen
    /// times); 16 when there is none.
    [[nodiscard]] std::size_t first_special(const std::array<char, size>* others, std::size_t count) const {
        auto marks = bytes_ < ' ';  // signed: what is no ASCII is below zero
        for (std::size_t i = 0; i < count; ++i) marks |= bytes_ == load(others[i].data()).bytes_;
        std::array<std::uint64_t, 2> words;
        std::memcpy(words.data(), &marks, size);
        if (words[0] != 0) return static_cast<std::size_t>(std::countr_zero(words[0])) / 8;
        if (words[1] != 0) return 8 + static_cast<std::size_t>(std::countr_zero(words[1])) / 8;
        return size;
    }

  private:
    static_assert(std::endian::native == std::endian::little, "the first byte of a word is its lowest");

    template <typename Word>
    static std::uint64_t word(const char* from) {
        Word value;
        std::memcpy(&value, from, sizeof value);
        return value;
    }

    // A vector of GCC and Clang: one instruction for sixteen bytes where the machine has it.
    using Bytes __attribute__((vector_size(size))) = signed char;
    Bytes bytes_;
};

}  // namespace chancery
