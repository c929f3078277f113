#include "extract/relation/confidence.hpp"

#include <array>
#include <charconv>

#include "record/table.hpp"

namespace chancery {

namespace {

std::uint32_t count_of(const Table& table, const Table::Row& row, std::size_t cell) {
    std::uint32_t value = 0;
    const auto text = row.cells[cell];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        table.fail(row, "'" + std::string(text) + "' is no count. Write a whole number.");
    return value;
}

}  // namespace

Confidence Confidence::read(const std::filesystem::path& path) {
    static constexpr std::array<std::string_view, 4> columns = {"kind", "construction", "right", "seen"};
    const auto table = Table::read(path, columns);
    Confidence result;
    for (const auto& row : table.rows()) {
        const Count count{count_of(table, row, 2), count_of(table, row, 3)};
        if (count.right > count.seen) table.fail(row, "more right than seen. Run bench/calibrate.py again.");
        const auto kind = std::string(row.cells[0]);
        auto& all = result.kinds_[kind];
        all.right += count.right;
        all.seen += count.seen;
        result.constructions_[kind + ' ' + std::string(row.cells[1])] = count;
    }
    return result;
}

std::uint16_t Confidence::of(std::string_view kind, std::string_view construction, std::uint16_t fallback) const {
    const auto all = kinds_.find(kind);
    if (all == kinds_.end() || all->second.seen == 0) return fallback;
    const auto usual = 1000U * all->second.right / all->second.seen;
    auto key = std::string(kind);
    key.append(" ").append(construction);
    const auto own = constructions_.find(key);
    const auto count = own == constructions_.end() ? Count() : own->second;
    return static_cast<std::uint16_t>((1000U * count.right + 4U * usual) / (count.seen + 4U));
}

}  // namespace chancery
