// Cuts blocks into sentences at their tokens.
//
// A stop ends a sentence when what follows can begin one. A stop that belongs to an abbreviation needs more: nothing
// begins behind "Mr.", and behind "U.S." or "Jan." only a word that opens sentences ("The", "But") does.
#include <algorithm>

#include "extract/lexicon/words.hpp"
#include "extract/text/reader.hpp"
#include "extract/text/tokens.hpp"

namespace chancery {

namespace {

class SentenceCutter {
  public:
    SentenceCutter(const Article& article, const Abbreviations& abbreviations, Reading& reading)
        : article_(article), abbreviations_(abbreviations), reading_(reading) {}

    void cut(std::uint32_t block) {
        const auto first = static_cast<std::uint32_t>(reading_.tokens.size());
        auto at = article_.blocks[block].where.begin;
        const auto end_of_block = article_.blocks[block].where.end;
        for (const auto hidden : article_.hidden) {
            if (hidden.begin < at || hidden.end > end_of_block) continue;
            tokenize(article_.text, {at, hidden.begin}, abbreviations_, reading_.tokens);
            at = hidden.end;
        }
        tokenize(article_.text, {at, end_of_block}, abbreviations_, reading_.tokens);
        const auto last = static_cast<std::uint32_t>(reading_.tokens.size());
        if (first == last) return;  // all of it is hidden
        auto begin = first;
        if (article_.blocks[block].kind == BlockKind::paragraph)
            if (const auto end = dateline_end(first, last); end != 0 && end < last) {
                close(first, end, block);
                begin = end;
            }
        for (auto i = begin; i < last; ++i) {
            const bool headline = article_.blocks[block].kind == BlockKind::headline;
            const auto end = headline ? 0 : sentence_end(i, last);
            if (end == 0 || numbers_a_point(begin, i)) continue;
            close(begin, end, block);
            begin = end;
            i = end - 1;
        }
        if (begin < last) close(begin, last, block);
    }

  private:
    [[nodiscard]] std::string_view form(std::uint32_t i) const {
        return words(article_.text, reading_.tokens[i].where);
    }

    /// One past the dash of "BAKU, July 2 (Agency) -", which is no part of the sentence behind it; 0 when there is
    /// none.
    [[nodiscard]] std::uint32_t dateline_end(std::uint32_t first, std::uint32_t last) const {
        bool open = false, bracket = false;
        const auto town = form(first < last ? first : 0);
        const bool shouted =
            town.size() > 2 && std::none_of(town.begin(), town.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        for (auto i = first; i < std::min(last, first + 18); ++i) {
            const auto f = form(i);
            if (f == "(") open = true;
            const bool inside = open;
            if (f == ")") {
                open = false;
                bracket = true;
            }
            const bool dash = f == "-" || f == "--" || f == "\xe2\x80\x93" || f == "\xe2\x80\x94";
            if (dash && i > first && reading_.tokens[i].space_before) return shouted || bracket ? i + 1 : 0;
            const bool plain = inside || upper(f) || !((f[0] >= 'a' && f[0] <= 'z'));
            if (!plain) return 0;
        }
        return 0;
    }

    void close(std::uint32_t begin, std::uint32_t end, std::uint32_t block) {
        const Span where{reading_.tokens[begin].where.begin, reading_.tokens[end - 1].where.end};
        reading_.sentences.push_back({where, begin, end, article_.blocks[block].kind, block});
    }

    static bool closer(std::string_view f) {
        return f == "\"" || f == "'" || f == ")" || f == "]" || f == "''" || f == "\xe2\x80\x9d" ||
               f == "\xe2\x80\x99" || f == "\xc2\xbb";
    }
    static bool opener(std::string_view f) {
        return f == "\"" || f == "'" || f == "(" || f == "[" || f == "``" || f == "\xe2\x80\x9c" ||
               f == "\xe2\x80\x98" || f == "\xc2\xab";
    }
    static bool upper(std::string_view f) {
        return (f[0] >= 'A' && f[0] <= 'Z') ||
               (static_cast<unsigned char>(f[0]) >= 0xc3 && static_cast<unsigned char>(f[0]) < 0xe2);
    }

    [[nodiscard]] bool begins_sentence(std::uint32_t i) const {
        const auto f = form(i);
        return upper(f) || (f[0] >= '0' && f[0] <= '9') || opener(f) || f == "-" || f == "\xe2\x80\xa2" || f == "--";
    }

    /// "2." before a point of a list.
    [[nodiscard]] bool numbers_a_point(std::uint32_t begin, std::uint32_t i) const {
        const auto f = form(begin);
        const auto digits = f.substr(0, f.find('.'));
        return i <= begin + 1 && !digits.empty() && digits.size() <= 2 &&
               std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    /// A word that opens sentences and is no name.
    [[nodiscard]] bool opening_word(std::uint32_t i) const {
        static constexpr std::string_view openers[] = {
            "the",     "a",     "an",        "he",        "she",   "it",       "they",   "we",    "i",       "but",
            "in",      "on",    "at",        "this",      "that",  "these",    "those",  "there", "his",     "her",
            "its",     "their", "and",       "as",        "after", "when",     "while",  "if",    "however", "for",
            "with",    "by",    "according", "meanwhile", "what",  "who",      "some",   "many",  "since",   "last",
            "earlier", "both",  "one",       "most",      "among", "although", "despite"};
        const auto folded = fold(form(i));
        return upper(form(i)) && std::find(std::begin(openers), std::end(openers), folded) != std::end(openers);
    }

    /// "... said the agency.Three of them ...": words on both sides, and no address.
    [[nodiscard]] bool blank_forgotten(std::uint32_t stop, std::uint32_t next, std::uint32_t last) const {
        if (stop == 0 || next != stop + 1 || next + 1 >= last || form(stop) != ".") return false;
        const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
        const auto before = form(stop - 1), behind = form(next);
        const bool host = behind == "Com" || behind == "Org" || behind == "Net";
        return before.size() > 3 && small(before.back()) && !reading_.tokens[stop].space_before && behind.size() > 1 &&
               upper(behind) && small(behind[1]) && !host && reading_.tokens[next + 1].space_before;
    }

    /// One past the last token of the sentence when token `i` ends it, else 0.
    [[nodiscard]] std::uint32_t sentence_end(std::uint32_t i, std::uint32_t last) const {
        const auto f = form(i);
        const bool stop = f[0] == '.' || f[0] == '!' || f[0] == '?' || f == "\xe2\x80\xa6";
        const bool abbreviation = !stop && f.size() > 1 && f.back() == '.';
        if (!stop && !abbreviation) return 0;
        auto next = i + 1;
        while (next < last && closer(form(next)) && !reading_.tokens[next].space_before) ++next;
        if (next >= last) return 0;
        if (!reading_.tokens[next].space_before && !opener(form(next)) && !blank_forgotten(i, next, last)) return 0;
        if (abbreviation) {
            const auto kind = abbreviations_.find(f);
            if (kind == Abbreviations::Kind::title) return 0;
            const bool initial = f.size() == 2 && !kind;
            return !initial && opening_word(next) ? next : 0;
        }
        if (f.size() > 1 && !begins_sentence(next)) return 0;
        return begins_sentence(next) ? next : 0;
    }

    const Article& article_;
    const Abbreviations& abbreviations_;
    Reading& reading_;
};

}  // namespace

Reading read_sentences(const Article& article, const Abbreviations& abbreviations) {
    Reading reading;
    reading.tokens.reserve(article.text.size() / 5);
    SentenceCutter cutter(article, abbreviations, reading);
    for (std::uint32_t b = 0; b < article.blocks.size(); ++b) {
        const auto kind = article.blocks[b].kind;
        if (kind == BlockKind::headline || kind == BlockKind::paragraph) cutter.cut(b);
    }
    return reading;
}

}  // namespace chancery
