#include "extract/lexicon/boilerplate.hpp"

#include <algorithm>
#include <array>

#include "record/table.hpp"

namespace chancery {

namespace {

constexpr std::string_view gap = " ... ";  // between the parts of a "both" phrase
constexpr std::size_t short_line = 60,
                      call = 200;  // bytes of lines that "short" and "end" phrases take

bool letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & '\x80') != 0;
}

/// "12" of "12 comments" and the blank behind it; 0 when no number begins the
/// line.
std::size_t number_length(std::string_view line) {
    std::size_t i = 0;
    while (i < line.size() && ((line[i] >= '0' && line[i] <= '9') || line[i] == ',')) ++i;
    return i > 0 && i < line.size() && line[i] == ' ' ? i + 1 : 0;
}

}  // namespace

BoilerplatePhrases BoilerplatePhrases::read(const std::filesystem::path& path) {
    static constexpr std::array<std::string_view, 4> columns = {"phrase", "match", "effect", "reason"};
    const auto table = Table::read(path, columns);
    BoilerplatePhrases phrases;
    const std::map<std::string_view, std::vector<Phrase>*> lists = {{"start", &phrases.starts_},
                                                                    {"short", &phrases.shorts_},
                                                                    {"end", &phrases.ends_},
                                                                    {"contains", &phrases.contains_}};
    for (const auto& row : table.rows()) {
        const auto& cell = row.cells;
        const bool hidden = cell[1] == "bracket" || cell[1] == "agency";
        if (hidden != (cell[2] == "hide") || (!hidden && cell[2] != "line" && cell[2] != "tail"))
            table.fail(row, "the effect must be line or tail, and hide for bracket and agency");
        Phrase phrase{std::string(cell[0]), cell[2] == "tail" ? Effect::tail : Effect::line, std::string(cell[3])};
        const auto list = lists.find(cell[1]);
        if (list != lists.end()) {
            list->second->push_back(std::move(phrase));
        } else if (cell[1] == "line" || cell[1] == "count") {
            (cell[1] == "line" ? phrases.lines_ : phrases.counts_).emplace(phrase.text, phrase);
        } else if (hidden) {
            (cell[1] == "bracket" ? phrases.brackets_ : phrases.agencies_).push_back(phrase.text);
        } else if (const auto at = cell[0].find(gap); cell[1] == "both" && at != std::string_view::npos) {
            phrase.text = cell[0].substr(0, at + 1);
            phrase.rest = cell[0].substr(at + gap.size() - (cell[0].ends_with('@') ? 0 : 1));
            phrases.both_.push_back(std::move(phrase));
        } else {
            table.fail(row,
                       "the match must be line, start, short, end, contains, "
                       "count, both (\"a ... b\"), bracket or agency");
        }
    }
    return phrases;
}

const BoilerplatePhrases::Phrase* BoilerplatePhrases::find(std::string_view line) const {
    const auto among = [](const std::vector<Phrase>& list, auto fits) {
        const auto it = std::find_if(list.begin(), list.end(), fits);
        return it == list.end() ? nullptr : &*it;
    };
    auto bare = line;
    while (!bare.empty() && (bare.back() == ':' || bare.back() == '.')) bare.remove_suffix(1);
    if (const auto it = lines_.find(bare); it != lines_.end()) return &it->second;
    if (const auto number = number_length(bare); number > 0)
        if (const auto it = counts_.find(bare.substr(number)); it != counts_.end()) return &it->second;
    const auto starts = [&](const Phrase& phrase) { return line.starts_with(phrase.text); };
    if (const auto* phrase = among(starts_, starts)) return phrase;
    if (line.size() <= short_line)
        if (const auto* phrase = among(shorts_, starts)) return phrase;
    if (line.size() <= call)
        if (const auto* phrase = among(ends_, [&](const Phrase& p) { return bare.ends_with(" " + p.text); }))
            return phrase;
    if (const auto* phrase = among(both_, [&](const Phrase& p) {
            return line.starts_with(p.text) && line.find(p.rest, p.text.size() - 1) != std::string_view::npos;
        }))
        return phrase;
    return among(contains_, [&](const Phrase& p) { return line.find(p.text) != std::string_view::npos; });
}

BoilerplatePhrases::Hit BoilerplatePhrases::match(std::string_view line) const {
    if (line.size() > 400) return {};
    const auto* phrase = find(line);
    return phrase == nullptr ? Hit{} : Hit{phrase->effect, phrase->reason};
}

bool BoilerplatePhrases::bracketed(std::string_view inner) const {
    return std::any_of(brackets_.begin(), brackets_.end(), [&](const std::string& phrase) {
        if (!inner.starts_with(phrase)) return false;
        if (inner.size() == phrase.size() || !letter_or_digit(phrase.back())) return true;
        const char next = inner[phrase.size()];  // a single word may begin a remark: "(related to the trial)"
        return !letter_or_digit(next) && (next != ' ' || phrase.find(' ') != std::string::npos);
    });
}

std::size_t BoilerplatePhrases::agency_at_end(std::string_view text) const {
    std::size_t longest = 0;
    for (const auto& agency : agencies_)
        if (text.ends_with(agency) &&
            (text.size() == agency.size() || !letter_or_digit(text[text.size() - agency.size() - 1])))
            longest = std::max(longest, agency.size());
    return longest;
}

std::size_t BoilerplatePhrases::agency_at_begin(std::string_view text) const {
    std::size_t longest = 0;
    for (const auto& agency : agencies_)
        if (text.starts_with(agency) && (text.size() == agency.size() || !letter_or_digit(text[agency.size()])))
            longest = std::max(longest, agency.size());
    return longest;
}

}  // namespace chancery
