#include "extract/html/hints.hpp"

#include <array>

#include "record/table.hpp"

namespace chancery {

PageHints PageHints::read(const std::filesystem::path& path) {
    static constexpr std::array<std::string_view, 2> columns = {"words", "effect"};
    const auto table = Table::read(path, columns);
    PageHints hints;
    for (const auto& row : table.rows()) {
        if (row.cells[1] == "hidden") {
            hints.hidden_.emplace(row.cells[0]);
            continue;
        }
        if (row.cells[1] != "body" && row.cells[1] != "drop")
            table.fail(row, "the effect must be body, drop or hidden");
        for (const char c : row.cells[0])
            if (!(c >= 'a' && c <= 'z') && c != ' ') table.fail(row, "words are small letters with single blanks");
        const auto effect = row.cells[1] == "body" ? Effect::body : Effect::drop;
        if (!hints.words_.emplace(row.cells[0], effect).second) table.fail(row, "stands there twice");
    }
    return hints;
}

PageHints::Effect PageHints::word(std::string_view word) const {
    const auto it = words_.find(word);
    return it == words_.end() ? Effect::none : it->second;
}

bool PageHints::hides(std::string_view classes) const {
    for (std::size_t at = 0; at < classes.size();) {
        const auto end = std::min(classes.find(' ', at), classes.size());
        if (hidden_.contains(classes.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

PageHints::Effect PageHints::of(std::string_view names) const {
    constexpr std::size_t longest = 400;
    names = names.substr(0, longest);
    auto found = Effect::none;
    std::string phrase;  // the last two words, "most read"; a class name ends it
    std::size_t last = 0;
    const auto judge = [&](Effect effect) {
        if (effect > found) found = effect;
    };
    for (std::size_t i = 0; i < names.size();) {
        const auto letter = [&](std::size_t at) {
            return (names[at] >= 'a' && names[at] <= 'z') || (names[at] >= 'A' && names[at] <= 'Z');
        };
        if (!letter(i)) {
            if (names[i] == ' ') phrase.clear(), last = 0;
            ++i;
            continue;
        }
        std::string one;
        const auto begin = i;
        while (i < names.size() && letter(i)) {
            const bool capital = names[i] <= 'Z';
            const bool after_small = i > begin && names[i - 1] >= 'a';
            if (capital && after_small) break;
            one.push_back(static_cast<char>(names[i] | 0x20));
            ++i;
        }
        judge(word(one));
        if (!phrase.empty()) phrase.erase(0, last).append(" ");
        phrase.append(one);
        last = phrase.size() - one.size();
        if (last > 0) judge(word(phrase));
    }
    return found;
}

}  // namespace chancery
