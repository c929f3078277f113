#include "extract/relation/rules.hpp"
#include "record/table.hpp"

namespace chancery {

namespace {

constexpr bool vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

std::array<std::string, 4> regular(const std::string& lemma) {
    const char last = lemma.back();
    const char before = lemma.size() > 1 ? lemma[lemma.size() - 2] : 'a';
    const bool y = last == 'y' && !vowel(before);
    const bool hiss = lemma.ends_with("s") || lemma.ends_with("sh") || lemma.ends_with("ch") || lemma.ends_with("x") ||
                      lemma.ends_with("z");
    const auto stem = lemma.substr(0, lemma.size() - 1);
    std::string past = last == 'e' ? lemma + "d" : y ? stem + "ied" : lemma + "ed";
    std::string ing = last == 'e' && before != 'e' ? stem + "ing" : lemma + "ing";
    const bool doubled = last == 'l' && vowel(before) && lemma.size() > 3 && !vowel(lemma[lemma.size() - 3]);
    if (doubled) {  // "canceled", "cancelled"
        past += "|" + lemma + "led";
        ing += "|" + lemma + "ling";
    }
    std::string third = y ? stem + "ies" : hiss ? lemma + "es" : lemma + "s";
    return {past, past, ing, third};
}

}  // namespace

VerbForms VerbForms::read(const std::filesystem::path& path) {
    static constexpr std::array<std::string_view, 5> columns = {"lemma", "past", "participle", "ing", "third"};
    const auto table = Table::read(path, columns);
    VerbForms forms;
    for (const auto& row : table.rows()) {
        std::array<std::string, 4> cells;
        for (std::size_t i = 0; i < 4; ++i) cells[i] = row.cells[i + 1];
        forms.irregular_.emplace(row.cells[0], std::move(cells));
    }
    return forms;
}

std::vector<std::pair<std::string, VerbForm>> VerbForms::of(std::string_view lemma) const {
    const auto it = irregular_.find(lemma);
    auto forms = regular(std::string(lemma));
    if (it != irregular_.end())
        for (std::size_t i = 0; i < 4; ++i)
            if (it->second[i] != "-") forms[i] = it->second[i];
    std::vector<std::pair<std::string, VerbForm>> result = {{std::string(lemma), VerbForm::base}};
    const auto each = [](std::string_view cell, auto add) {
        for (const auto form : list_of(cell)) add(std::string(form));
    };
    const auto has = [](std::string_view cell, std::string_view form) {
        for (const auto other : list_of(cell))
            if (other == form) return true;
        return false;
    };
    each(forms[0], [&](std::string form) {
        const auto kind = has(forms[1], form) ? VerbForm::past_or_participle : VerbForm::past;
        if (form != lemma) result.emplace_back(std::move(form), kind);
    });
    each(forms[1], [&](std::string form) {
        if (form != lemma && !has(forms[0], form)) result.emplace_back(std::move(form), VerbForm::participle);
    });
    each(forms[2], [&](std::string form) { result.emplace_back(std::move(form), VerbForm::ing); });
    each(forms[3], [&](std::string form) { result.emplace_back(std::move(form), VerbForm::third); });
    return result;
}

}  // namespace chancery
