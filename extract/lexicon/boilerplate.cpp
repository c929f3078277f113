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

/// Two bytes as a number. REQUIRES: they are there.
std::size_t pair_at(std::string_view text, std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(text[at])) << 8U |
           static_cast<unsigned char>(text[at + 1]);
}

}  // namespace

void BoilerplatePhrases::add(std::string_view match, Phrase phrase) {
    const auto first = static_cast<unsigned char>(phrase.text[0]);
    if (match == "line") {
        lines_.emplace(phrase.text, std::move(phrase));
    } else if (match == "count") {
        counts_.emplace(phrase.text, std::move(phrase));
    } else if (match == "start") {
        starts_[first].push_back(std::move(phrase));
    } else if (match == "short") {
        shorts_[first].push_back(std::move(phrase));
    } else if (match == "both") {
        both_[first].push_back(std::move(phrase));
    } else if (match == "end") {
        phrase.text.insert(0, " ");
        ends_.push_back(std::move(phrase));
    } else {
        contained_.set(pair_at(phrase.text, 0));
        contains_.push_back(std::move(phrase));
    }
}

BoilerplatePhrases BoilerplatePhrases::read(const std::filesystem::path& path) {
    static constexpr std::array<std::string_view, 4> columns = {"phrase", "match", "effect", "reason"};
    static constexpr std::array<std::string_view, 6> matches = {"line", "count", "start", "short", "end", "contains"};
    const auto table = Table::read(path, columns);
    BoilerplatePhrases phrases;
    for (const auto& row : table.rows()) {
        const auto& cell = row.cells;
        const bool hidden = cell[1] == "bracket" || cell[1] == "agency" || cell[1] == "caption";
        if (hidden != (cell[2] == "hide") || (!hidden && cell[2] != "line" && cell[2] != "tail"))
            table.fail(row, "the effect must be line or tail, and hide for bracket, agency and caption");
        if (cell[0].size() < 2) table.fail(row, "the phrase is too short");
        Phrase phrase{std::string(cell[0]), cell[2] == "tail" ? Effect::tail : Effect::line, std::string(cell[3])};
        if (hidden) {
            auto& where = cell[1] == "bracket"  ? phrases.brackets_
                          : cell[1] == "agency" ? phrases.agencies_
                                                : phrases.captions_;
            where.push_back(std::move(phrase.text));
            continue;
        }
        const auto at = cell[0].find(gap);
        const bool both = cell[1] == "both" && at != std::string_view::npos;
        if (both) {
            phrase.text = cell[0].substr(0, at + 1);
            phrase.rest = cell[0].substr(at + gap.size() - (cell[0].ends_with('@') ? 0 : 1));
        } else if (std::find(matches.begin(), matches.end(), cell[1]) == matches.end()) {
            table.fail(row,
                       "the match must be line, start, short, end, contains, count, both (\"a ... b\"), bracket or "
                       "agency");
        }
        phrases.add(cell[1], std::move(phrase));
    }
    return phrases;
}

const BoilerplatePhrases::Phrase* BoilerplatePhrases::find(std::string_view line) const {
    if (line.empty()) return nullptr;
    const auto among = [](const std::vector<Phrase>& list, auto fits) {
        const auto it = std::find_if(list.begin(), list.end(), fits);
        return it == list.end() ? nullptr : &*it;
    };
    auto bare = line;
    while (!bare.empty() && (bare.back() == ':' || bare.back() == '.')) bare.remove_suffix(1);
    if (const auto it = lines_.find(bare); it != lines_.end()) return &it->second;
    if (const auto number = number_length(bare); number > 0)
        if (const auto it = counts_.find(bare.substr(number)); it != counts_.end()) return &it->second;
    const auto first = static_cast<unsigned char>(line[0]);
    const auto starts = [&](const Phrase& phrase) { return line.starts_with(phrase.text); };
    if (const auto* phrase = among(starts_[first], starts)) return phrase;
    if (line.size() <= short_line)
        if (const auto* phrase = among(shorts_[first], starts)) return phrase;
    if (line.size() <= call)
        if (const auto* phrase = among(ends_, [&](const Phrase& p) { return bare.ends_with(p.text); })) return phrase;
    if (const auto* phrase = among(both_[first], [&](const Phrase& p) {
            return line.starts_with(p.text) && line.find(p.rest, p.text.size() - 1) != std::string_view::npos;
        }))
        return phrase;
    return find_inside(line);
}

/// One pass: at few places stand two bytes with which a phrase begins.
const BoilerplatePhrases::Phrase* BoilerplatePhrases::find_inside(std::string_view line) const {
    for (std::size_t at = 0; at + 1 < line.size(); ++at) {
        if (!contained_.test(pair_at(line, at))) continue;
        for (const auto& phrase : contains_)
            if (line.substr(at).starts_with(phrase.text)) return &phrase;
    }
    return nullptr;
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

std::size_t BoilerplatePhrases::caption_begin(std::string_view line) const {
    for (const auto& phrase : captions_) {
        const auto at = line.find(phrase + ' ');
        if (at == 0 || (at != std::string_view::npos && line[at - 1] == ' ' &&
                        match(line.substr(0, at - 1)).effect != Effect::none))
            return at + phrase.size() + 1;
    }
    return 0;
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
