// Link texts glued into sentences.
//
// Some sites put behind a politician's name a hidden list: the full name,
// headlines one after another without a blank, and the word MORE. Saved as text
// it reads "Nancy Roe Nancy RoeHouse votes on billWhat to watch MORE said on
// Monday".
//
// The end is the word MORE. The begin is found from a place where a small
// letter and a capital or a year touch: the full name ends there, and its last
// word has stood just before, as the end of the visible link. What lies between
// is hidden; without such a pair nothing is. Where MORE was lost, nobody can
// say where the headlines end, so the rest of the sentence is hidden with them.
#include "extract/text/glue.hpp"

#include <algorithm>
#include <string>
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

bool letter(char c) {
    return upper(c) || lower(c) || c == '-' || (c & '\x80') != 0;
}

bool year(std::string_view text) {
    return text.size() >= 4 && (text.starts_with("19") || text.starts_with("20")) && text[2] >= '0' && text[2] <= '9' &&
           text[3] >= '0' && text[3] <= '9';
}

/// The next place from `from` up to `to` where a small letter and a capital or
/// a year touch; names like "McGrath" do not count.
std::size_t next_glue(std::string_view line, std::size_t from, std::size_t to) {
    for (auto i = std::max<std::size_t>(from, 1); i < to; ++i) {
        const bool begins = upper(line[i]) || year(line.substr(i, 4));
        const char before = line[i - 1];
        if (!begins || !(lower(before) || before == '?' || before == '\'' || before == '!')) continue;
        auto word = i;
        while (word > 0 && (lower(line[word - 1]) || upper(line[word - 1]))) --word;
        const auto head = line.substr(word, i - word);
        if (head != "Mc" && head != "Mac" && head != "De" && head != "Le" && head != "Di" && head != "O") return i;
    }
    return std::string_view::npos;
}

/// Two spellings of one surname: the same, or the same but for the last three
/// letters of a long one.
bool same_surname(std::string_view a, std::string_view b) {
    if (a == b) return true;
    const auto less = std::min(a.size(), b.size());
    return less >= 7 && std::max(a.size(), b.size()) <= less + 1 && a.substr(0, less - 3) == b.substr(0, less - 3);
}

/// Nothing but names: capitals, brackets, small particles of up to three letters.
bool names_between(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        const auto word = text.substr(at, end - at);
        if (!word.empty() && lower(word[0]) && word.size() > 3) return false;
        at = end + 1;
    }
    return text.find_first_of("@#:;?!") == std::string_view::npos;
}

/// The begin of the full name that ends at `glue`: behind the earlier
/// occurrence of its last word.
std::size_t name_begin(std::string_view line, std::size_t from, std::size_t glue) {
    auto word = glue;
    while (word > from && letter(line[word - 1])) --word;
    const auto last = line.substr(word, glue - word);
    const bool handle = word > 0 && (line[word - 1] == '@' || line[word - 1] == '#' || line[word - 1] == '/');
    if (last.size() < 3 || !upper(last[0]) || handle) return std::string_view::npos;
    for (auto end = word; end > from && end + 70 > word;) {  // words before it, from right to left
        auto stop = end;
        while (stop > from && !letter(line[stop - 1])) --stop;
        auto start = stop;
        while (start > from && letter(line[start - 1])) --start;
        if (start == stop) break;
        if (stop < word && line[stop] == ' ' && same_surname(last, line.substr(start, stop - start)))
            return names_between(line.substr(stop, word - stop)) ? stop : std::string_view::npos;
        end = start;
    }
    return std::string_view::npos;
}

/// Behind the first surname of "Roe Jane Ann Roe Senators balk", where a blank parts full name and headlines: from
/// `from` to `more`, which must be near.
std::size_t parted_name(std::string_view line, std::size_t from, std::size_t more) {
    auto found = std::string_view::npos, last = more;  // "Paul Roe Paul Davis Roe": the later of two repeated names
    auto at = more > from + 500 ? more - 500 : from;
    for (at = line.find(' ', at); at <= last; at = line.find(' ', at + 1)) {
        auto start = at;
        while (start > from && letter(line[start - 1])) --start;
        const auto name = line.substr(start, at - start);
        if (name.size() < 3 || !upper(name[0])) continue;
        const auto again = line.find(" " + std::string(name) + " ", at + 2);
        if (again == std::string_view::npos || again > at + 60 || again > more) continue;
        const auto between = line.substr(at, again - at);
        const auto next = again + name.size() + 2;
        if (next < more && upper(line[next]) && names_between(between) && between.find_first_of(",.") == between.npos) {
            const bool given = next_glue(line, next, std::min(next + 40, more)) != std::string_view::npos;
            found =
                given ? again : at;  // "Ana Lena Ana Maria RojasSenators": the given name is repeated, not the surname
            last = again;
        }
    }
    return found;
}

/// The next word MORE from `from`.
std::size_t next_more(std::string_view line, std::size_t from) {
    auto more = line.find("MORE", from);
    while (more != std::string_view::npos && !is_more(line, more)) more = line.find("MORE", more + 4);
    return more;
}

/// The stop that ends the sentence around `at`, which stays visible.
std::size_t sentence_stop(std::string_view line, std::size_t at) {
    for (; at + 1 < line.size(); ++at)
        if (line[at] == '.' && line[at + 1] == ' ' && lower(line[at - 1])) return at;
    return line.ends_with(".") ? line.size() - 1 : line.size();
}

/// "GoogleOS", "PayPalUSA": capitals to the end of the word, which no headline behind a name needs to begin with.
bool product_name(std::string_view line, std::size_t glue) {
    auto end = glue;
    while (end < line.size() && upper(line[end])) ++end;
    return end > glue + 1 && (end == line.size() || !letter(line[end])) && (end == line.size() || line[end] != ' ');
}

constexpr std::size_t longest_list = 600;

/// Lists whose full name is parted from the headlines by a blank: only MORE gives them away.
void find_parted_lists(std::string_view line, std::uint32_t offset, std::vector<Span>& hidden) {
    std::size_t from = 0;
    for (auto more = next_more(line, 0); more != std::string_view::npos; more = next_more(line, more + 4)) {
        const auto end = static_cast<std::uint32_t>(offset + more + 4);
        const bool known =
            std::any_of(hidden.begin(), hidden.end(), [&](Span s) { return s.begin < end && end <= s.end; });
        for (const auto span : hidden)
            if (span.end < end && span.end > offset + from) from = span.end - offset;
        const auto begin = known ? std::string_view::npos : parted_name(line, from, more);
        if (begin != std::string_view::npos) hidden.push_back({static_cast<std::uint32_t>(offset + begin), end});
        from = more + 4;
    }
}

}  // namespace

void find_glued_links(Article& article) {
    for (const auto& block : article.blocks) {
        if (block.kind != BlockKind::paragraph && block.kind != BlockKind::headline) continue;
        const auto line = words(article.text, block.where);
        std::size_t from = 0;
        for (auto glue = next_glue(line, 0, line.size()); glue != std::string_view::npos;
             glue = next_glue(line, std::max(from, glue + 1), line.size())) {
            const auto begin = name_begin(line, from, glue);
            if (begin == std::string_view::npos) continue;
            const auto more = next_more(line, glue);
            const bool found = more != std::string_view::npos && more - glue <= longest_list;
            if (!found && product_name(line, glue)) continue;
            const auto end = found ? more + 4 : sentence_stop(line, glue);
            article.hidden.push_back({static_cast<std::uint32_t>(block.where.begin + begin),
                                      static_cast<std::uint32_t>(block.where.begin + end)});
            from = end;
        }
        find_parted_lists(line, block.where.begin, article.hidden);
    }
}

}  // namespace chancery
