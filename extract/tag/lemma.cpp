#include "extract/tag/lemma.hpp"

#include <algorithm>
#include <array>

#include "record/table.hpp"

namespace chancery {

namespace {

bool vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

std::string lower(std::string_view form) {
    std::string out(form);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// A single vowel before a single consonant: the pattern of words that lost an e ("hop" of "hoping").
bool wants_e(std::string_view rest) {
    if (rest.size() < 3) return rest.size() == 2 && !vowel(rest[1]);
    const char last = rest.back(), before = rest[rest.size() - 2], third = rest[rest.size() - 3];
    if (last == 'v' || last == 'u' || (last == 'c' && before != 'i') || (last == 'z' && before != 'z')) return true;
    if ((last == 's' && before != 's' && before != 'u') ||
        (last == 'g' && (before == 'n' || before == 'r' || before == 'd' || before == 'a')))
        return !rest.ends_with("ing") && !rest.ends_with("ang") && !rest.ends_with("ong");
    if (last == 'l' && !vowel(before) && before != 'l') return true;  // "settl"
    if (rest.ends_with("at") || rest.ends_with("ut") || rest.ends_with("ir") || rest.ends_with("ur") ||
        rest.ends_with("iz"))
        return !vowel(third) || rest.ends_with("iat") || rest.ends_with("uat");
    return false;
}

/// One syllable ending in a single vowel and a single consonant: such a verb would have doubled it ("hopping").
bool would_double(std::string_view rest) {
    if (rest.size() < 3 || rest.size() > 5 || vowel(rest.back()) || !vowel(rest[rest.size() - 2])) return false;
    const char last = rest.back();
    return last != 'w' && last != 'x' && last != 'y' && std::count_if(rest.begin(), rest.end(), vowel) == 1;
}

}  // namespace

Lemmas Lemmas::read(const std::filesystem::path& lexicon) {
    Lemmas lemmas;
    constexpr std::array<std::string_view, 3> form_columns = {"form", "class", "lemma"};
    const auto forms = Table::read(lexicon / "irregular_forms.tsv", form_columns);
    for (const auto& row : forms.rows()) {
        const auto [at, added] =
            lemmas.irregular_.try_emplace({std::string(row.cells[0]), std::string(row.cells[1])}, row.cells[2]);
        if (!added) forms.fail(row, "\"" + std::string(row.cells[0]) + "\" stands twice. Keep one.");
    }
    constexpr std::array<std::string_view, 5> verb_columns = {"lemma", "past", "participle", "ing", "third"};
    const auto verbs = Table::read(lexicon / "verb_forms.tsv", verb_columns);
    for (const auto& row : verbs.rows()) {
        lemmas.verbs_.emplace(row.cells[0]);
        for (std::size_t i = 1; i < row.cells.size(); ++i)
            for (const auto form : list_of(row.cells[i]))
                lemmas.irregular_.try_emplace({std::string(form), "VERB"}, row.cells[0]);
    }
    constexpr std::array<std::string_view, 2> word_columns = {"word", "flags"};
    const auto words = Table::read(lexicon / "common_words.tsv", word_columns);
    for (const auto& row : words.rows()) lemmas.words_.emplace(row.cells[0]);
    return lemmas;
}

std::string Lemmas::stem(std::string_view rest) const {
    std::string plain(rest), with_e = plain + "e";
    const bool doubled = rest.size() > 2 && rest.back() == rest[rest.size() - 2] && !vowel(rest.back());
    if (verbs_.contains(with_e)) return with_e;
    if (verbs_.contains(plain) || (doubled && rest.size() == 3)) return plain;  // "add", "err"
    if (doubled && rest.back() != 's' && rest.back() != 'l' && rest.back() != 'z' && rest.back() != 'f')
        return plain.substr(0, plain.size() - 1);
    if (doubled && !known(plain) && known(plain.substr(0, plain.size() - 1))) return plain.substr(0, plain.size() - 1);
    const bool e = known(with_e), bare = known(plain);
    if (e != bare) return e ? with_e : plain;
    if (e && would_double(rest)) return with_e;
    return wants_e(rest) ? with_e : plain;
}

std::string Lemmas::verb(std::string_view form, std::string_view xpos) const {
    const auto cut = [&](std::size_t n) { return form.substr(0, form.size() - n); };
    if (xpos == "VBG" && form.ends_with("ing") && form.size() > 4) return stem(cut(3));
    if ((xpos == "VBD" || xpos == "VBN") && form.ends_with("ied") && form.size() > 4) return std::string(cut(3)) + "y";
    if ((xpos == "VBD" || xpos == "VBN") && form.ends_with("eed") && form.size() > 4) return std::string(cut(1));
    if ((xpos == "VBD" || xpos == "VBN") && form.ends_with("ed") && form.size() > 3) return stem(cut(2));
    if (xpos == "VBZ") return noun(form);
    return std::string(form);
}

std::string Lemmas::noun(std::string_view form) const {
    const auto cut = [&](std::size_t n) { return std::string(form.substr(0, form.size() - n)); };
    if (form.size() < 3 || !form.ends_with('s') || form.ends_with("ss")) return std::string(form);
    if (form.ends_with("ies") && form.size() > 4) return cut(3) + "y";
    if (form.ends_with("sses") || form.ends_with("shes") || form.ends_with("ches") || form.ends_with("xes") ||
        form.ends_with("zzes")) {
        return known(cut(1)) && !known(cut(2)) ? cut(1) : cut(2);
    }
    if (form.ends_with("oes")) return known(cut(1)) && !known(cut(2)) ? cut(1) : cut(2);
    return cut(1);
}

std::string Lemmas::graded(std::string_view form, std::size_t ending) const {
    const auto rest = form.substr(0, form.size() - ending);
    if (rest.ends_with('i')) return std::string(rest.substr(0, rest.size() - 1)) + "y";
    return stem(rest);
}

std::string Lemmas::lemma(std::string_view form, std::string_view upos, std::string_view xpos) const {
    if (upos == "PROPN") {
        if (xpos == "NNPS" && form.size() > 3 && form.ends_with('s') && !form.ends_with("ss"))
            return form.ends_with("ies") ? std::string(form.substr(0, form.size() - 3)) + "y"
                                         : std::string(form.substr(0, form.size() - 1));
        return std::string(form);
    }
    if (xpos == "NNP") return std::string(form);  // "New" of "New York"
    auto folded = lower(form);
    const bool capital = !form.empty() && form[0] >= 'A' && form[0] <= 'Z';
    if (capital && (upos == "ADJ" || upos == "NOUN") && !known(folded) && xpos != "NNS") return std::string(form);
    if (folded == "i" && upos == "PRON") return "I";
    const bool plural = xpos == "NNS";
    const bool inflected = upos == "VERB" || upos == "AUX";
    if (upos != "NOUN" || plural) {
        const bool base = inflected && (xpos == "VB" || xpos == "VBP");
        const auto found = irregular_.find(std::pair<std::string, std::string>(folded, std::string(upos)));
        if (found != irregular_.end() && (!base || upos == "AUX" || found->second == "be" || found->second == "have")) {
            const bool possessive = upos == "PRON" && xpos == "PRP$";
            if (!possessive) return found->second;
        }
        if (upos == "AUX") {
            const auto verb_entry = irregular_.find(std::pair<std::string, std::string>(folded, "VERB"));
            if (verb_entry != irregular_.end() && !base) return verb_entry->second;
        }
    }
    if (inflected) return verb(folded, xpos);
    if (plural) return noun(folded);
    if (xpos == "JJR" || xpos == "RBR") return folded.ends_with("er") && folded.size() > 4 ? graded(folded, 2) : folded;
    if (xpos == "JJS" || xpos == "RBS")
        return folded.ends_with("est") && folded.size() > 5 ? graded(folded, 3) : folded;
    return folded;
}

}  // namespace chancery
