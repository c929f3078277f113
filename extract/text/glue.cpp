// Link texts glued into sentences.
//
// Some sites put behind a politician's name a hidden list: the full name, headlines one after another without a blank,
// and the word MORE. Saved as text it reads "Nancy Roe Nancy RoeHouse votes on billWhat to watch MORE said on Monday".
//
// The end is the word MORE. The begin is found from the first place where a small letter and a capital touch: the full
// name ends there, and its last word has stood just before, as the end of the visible link. What lies between is
// hidden; without such a pair nothing is.
#include "extract/text/glue.hpp"

#include <algorithm>
#include <string_view>

namespace chancery {

namespace {

bool upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool lower(char c) {
    return c >= 'a' && c <= 'z';
}

/// The word MORE at `at`, not part of a longer word on its right.
bool is_more(std::string_view line, std::size_t at) {
    return line.substr(at, 4) == "MORE" && (at + 4 == line.size() || !(upper(line[at + 4]) || lower(line[at + 4])));
}

/// Where a small letter or a bracket and a capital touch, from `from` to `to`; names like "McGrath" do not count.
std::size_t glue_in(std::string_view line, std::size_t from, std::size_t to) {
    for (auto i = from + 1; i < to; ++i) {
        if (!upper(line[i]) || !(lower(line[i - 1]) || line[i - 1] == '?' || line[i - 1] == '\'' || line[i - 1] == '!'))
            continue;
        auto word = i;
        while (word > from && (lower(line[word - 1]) || upper(line[word - 1]))) --word;
        const auto head = line.substr(word, i - word);
        if (head != "Mc" && head != "Mac" && head != "De" && head != "Le" && head != "Di" && head != "O") return i;
    }
    return std::string_view::npos;
}

/// The begin of the full name that ends at `glue`: behind the earlier occurrence of its last word.
std::size_t name_begin(std::string_view line, std::size_t from, std::size_t glue) {
    auto word = glue;
    while (word > from && (lower(line[word - 1]) || upper(line[word - 1]) || line[word - 1] == '-')) --word;
    const auto last = line.substr(word, glue - word);
    const auto window = word > from + 70 ? word - 70 : from;
    const auto before = line.substr(window, word - window);
    const auto earlier = before.rfind(last);
    if (last.size() < 3 || earlier == std::string_view::npos) return std::string_view::npos;
    const auto end = window + earlier + last.size();
    return end < word && line[end] == ' ' ? end : std::string_view::npos;
}

}  // namespace

void find_glued_links(Article& article) {
    for (const auto& block : article.blocks) {
        if (block.kind != BlockKind::paragraph && block.kind != BlockKind::headline) continue;
        const auto line = words(article.text, block.where);
        std::size_t from = 0;
        for (auto more = line.find("MORE"); more != std::string_view::npos; more = line.find("MORE", more + 4)) {
            if (!is_more(line, more)) continue;
            const bool touching = more > 0 && lower(line[more - 1]);
            const auto glue = touching ? std::min(glue_in(line, from, more + 1), more) : glue_in(line, from, more);
            if (glue == std::string_view::npos) continue;
            const auto begin = name_begin(line, from, glue);
            if (begin == std::string_view::npos) continue;
            article.hidden.push_back({static_cast<std::uint32_t>(block.where.begin + begin),
                                      static_cast<std::uint32_t>(block.where.begin + more + 4)});
            from = more + 4;
        }
    }
}

}  // namespace chancery
