#include "extract/lexicon/languages.hpp"

#include <algorithm>
#include <array>

#include "record/table.hpp"

namespace chancery {

namespace {

/// The one character that a cell holds. REQUIRES: the table was read, so its bytes are UTF-8 as the author wrote them.
char32_t letter_of(std::string_view cell) {
    const auto lead = static_cast<unsigned char>(cell[0]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (cell.size() != length) return 0;
    char32_t code = length == 1 ? lead : lead & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (static_cast<unsigned char>(cell[i]) & 0x3fU);
    return code;
}

}  // namespace

Languages Languages::read(const std::filesystem::path& path) {
    static constexpr std::array<std::string_view, 4> columns = {"language", "script", "words", "letters"};
    const auto table = Table::read(path, columns);
    Languages languages;
    bool english = false;
    for (const auto& row : table.rows()) {
        const auto& cell = row.cells;
        const auto index = static_cast<std::uint16_t>(languages.all_.size());
        for (const auto& known : languages.all_)
            if (known.code == cell[0]) table.fail(row, "the language stands here twice");
        if (cell[0] == "en") {
            english = true;
            languages.english_ = index;
        }
        languages.all_.push_back({std::string(cell[0]), std::string(cell[1]), "language." + std::string(cell[0])});
        for (const auto word : list_of(cell[2])) languages.words_[std::string(word)].push_back(index);
        for (const auto letter : list_of(cell[3]))
            if (const auto code = letter_of(letter); code != 0) languages.letters_[code].push_back(index);
    }
    if (!english) table.fail(table.rows().front(), "there is no row for en");
    return languages;
}

const Languages::Hint* Languages::word(std::string_view word) const {
    const auto it = words_.find(word);
    return it == words_.end() ? nullptr : &it->second;
}

const Languages::Hint* Languages::letter(char32_t letter) const {
    const auto it = letters_.find(letter);
    return it == letters_.end() ? nullptr : &it->second;
}

const Languages::Language* Languages::of_script(std::string_view script) const {
    const auto it = std::find_if(all_.begin(), all_.end(), [&](const Language& l) { return l.script == script; });
    return it == all_.end() ? nullptr : &*it;
}

}  // namespace chancery
