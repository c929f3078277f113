#include "extract/lexicon/words.hpp"

#include <algorithm>

namespace chancery {

namespace {

constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

/// Upper-case letters beyond ASCII that begin names: Latin-1, Latin Extended-A (even code points), Cyrillic capitals.
bool begins_upper(std::string_view text) {
    if (text.empty()) return false;
    const auto first = static_cast<unsigned char>(text[0]);
    if (first < 0x80) return is_upper(text[0]);
    if (text.size() < 2) return false;
    const auto second = static_cast<unsigned char>(text[1]);
    const unsigned code = ((first & 0x1fU) << 6U) | (second & 0x3fU);
    if (first >= 0xe0) return false;
    if (code >= 0xc0 && code <= 0xde) return code != 0xd7;
    if (code >= 0x100 && code <= 0x137) return (code & 1U) == 0;
    if (code >= 0x139 && code <= 0x148) return (code & 1U) == 1;
    if (code >= 0x14a && code <= 0x177) return (code & 1U) == 0;
    if (code >= 0x179 && code <= 0x17e) return (code & 1U) == 1;
    return code == 0x18f || code == 0x218 || code == 0x21a || (code >= 0x400 && code <= 0x42f);
}

void fold_into(std::string_view text, std::string& out) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_upper(c)) {
            out.push_back(static_cast<char>(c + ('a' - 'A')));
        } else if (c == '\xe2' && i + 2 < text.size() && text[i + 1] == '\x80' &&
                   (text[i + 2] == '\x98' || text[i + 2] == '\x99')) {
            out.push_back('\'');
            i += 2;
        } else {
            out.push_back(c);
        }
    }
}

bool opens_quotation(std::string_view text) {
    return text == "\"" || text == "\xe2\x80\x9c" || text == "\xe2\x80\x98" || text == "'" || text == "``" ||
           text == "(" || text == ":";
}

}  // namespace

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    fold_into(text, out);
    return out;
}

std::vector<std::string> entry_words(std::string_view entry) {
    std::vector<std::string> result;
    std::string word;
    const auto flush = [&] {
        if (word.size() > 2 && word.ends_with("'s")) {
            result.push_back(word.substr(0, word.size() - 2));
            result.emplace_back("'s");
        } else if (word.size() > 2 && word.ends_with("s'")) {
            result.push_back(word.substr(0, word.size() - 1));
            result.emplace_back("'");
        } else if (!word.empty()) {
            result.push_back(word);
        }
        word.clear();
    };
    for (const char c : fold(entry)) {
        if (c == ' ' || c == '-' || c == ',' || c == '/' || c == '(' || c == ')') {
            flush();
            if (c != ' ') result.emplace_back(1, c);
        } else {
            word.push_back(c);
        }
    }
    flush();
    return result;
}

Words::Words(const Article& article, const Reading& reading, const Sentence& sentence) {
    folded_.reserve(sentence.where.size() + 32);  // on the heap, so that moving keeps the views
    words_.reserve(sentence.last - sentence.first);
    std::size_t upper = 0, lower = 0, capitals = 0, letters = 0;
    bool initial = true;
    for (auto t = sentence.first; t < sentence.last; ++t) {
        const Token& token = reading.tokens[t];
        Word word;
        word.where = token.where;
        word.text = words(article.text, token.where);
        const auto begin = folded_.size();
        fold_into(word.text, folded_);
        word.lower = std::string_view(folded_).substr(begin);
        word.hash = hash_of(word.lower);
        word.word_class = token.word_class;
        word.space_before = token.space_before;
        if (!reading.syntax.empty()) {
            word.tag = reading.syntax[t].word_class;
            word.name = reading.syntax[t].name;
            word.head = reading.syntax[t].head;
            word.link = reading.syntax[t].relation;
        }
        word.capital = begins_upper(word.text);
        const auto ups = std::count_if(word.text.begin(), word.text.end(), is_upper);
        const auto lows = std::count_if(word.text.begin(), word.text.end(), is_lower);
        word.all_caps = ups >= 2 && lows == 0;
        word.initial = initial;
        initial = opens_quotation(word.text) || (initial && word.word_class == WordClass::punctuation);
        upper += static_cast<std::size_t>(ups);
        lower += static_cast<std::size_t>(lows);
        if (ups + lows > 3) {
            ++letters;
            capitals += word.capital;
        }
        words_.push_back(word);
    }
    shouted_ = upper > 8 && upper > 4 * lower;
    const bool stopped = !words_.empty() && words_.back().is(".");  // headlines end without a stop
    title_case_ = letters >= 4 && 10 * capitals >= 7 * letters && (!stopped || sentence.block == BlockKind::headline);
}

}  // namespace chancery
