#include "extract/lexicon/boilerplate.hpp"

#include <array>

#include "record/table.hpp"

namespace chancery {

BoilerplatePhrases BoilerplatePhrases::read(const std::filesystem::path& path) {
    static constexpr std::array<std::string_view, 4> columns = {"phrase", "match", "effect", "reason"};
    const auto table = Table::read(path, columns);
    BoilerplatePhrases phrases;
    for (const auto& row : table.rows()) {
        const auto& cell = row.cells;
        if (cell[2] != "line" && cell[2] != "tail") table.fail(row, "the effect must be line or tail");
        Phrase phrase{std::string(cell[0]), cell[2] == "tail" ? Effect::tail : Effect::line, std::string(cell[3])};
        if (cell[1] == "line")
            phrases.lines_.emplace(phrase.text, phrase);
        else if (cell[1] == "start")
            phrases.starts_.push_back(std::move(phrase));
        else if (cell[1] == "contains")
            phrases.contains_.push_back(std::move(phrase));
        else
            table.fail(row, "the match must be line, start or contains");
    }
    return phrases;
}

BoilerplatePhrases::Hit BoilerplatePhrases::match(std::string_view line) const {
    if (line.size() > 400) return {};
    auto bare = line;
    while (!bare.empty() && (bare.back() == ':' || bare.back() == '.')) bare.remove_suffix(1);
    if (const auto it = lines_.find(bare); it != lines_.end()) return {it->second.effect, it->second.reason};
    for (const auto& phrase : starts_)
        if (line.starts_with(phrase.text)) return {phrase.effect, phrase.reason};
    for (const auto& phrase : contains_)
        if (line.find(phrase.text) != std::string_view::npos) return {phrase.effect, phrase.reason};
    return {};
}

}  // namespace chancery
