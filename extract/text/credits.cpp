#include "extract/text/credits.hpp"

#include <algorithm>
#include <string>

#include "extract/lexicon/words.hpp"

namespace chancery {

namespace {

constexpr std::size_t longest_bracket = 220, longest_credit = 90, longest_head = 200;

bool capital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool small(char c) {
    return c >= 'a' && c <= 'z';
}

/// The bracket that opens at `open`: one past its closing one, npos when there
/// is none near.
std::size_t bracket_end(std::string_view line, std::size_t open) {
    const char closing = line[open] == '(' ? ')' : ']';
    const auto end = line.find(closing, open);
    return end == std::string_view::npos || end - open > longest_bracket ? std::string_view::npos : end + 1;
}

std::string inner_of(std::string_view line, std::size_t open, std::size_t end) {
    auto inner = line.substr(open + 1, end - open - 2);
    while (!inner.empty() && inner.front() == ' ') inner.remove_prefix(1);
    while (!inner.empty() && (inner.back() == ' ' || inner.back() == '.')) inner.remove_suffix(1);
    return fold(inner);
}

/// "JANE ROE/AGENCY, FILE": the picture is an old one.
std::string_view without_file(std::string_view credit) {
    for (const std::string_view old : {", FILE", ", File", ", file"})
        if (credit.ends_with(old)) credit.remove_suffix(old.size());
    return credit;
}

/// "jane roe/agency", "agency via other agency": an agency at either end, and a
/// sign that parts names.
bool names_agency(const std::string& inner, const BoilerplatePhrases& phrases) {
    const bool parted = inner.find('/') != std::string::npos || inner.find(" via ") != std::string::npos ||
                        inner.find('|') != std::string::npos;
    const auto end = without_file(inner);
    return parted && inner.size() <= longest_credit &&
           (phrases.agency_at_end(end) > 0 || phrases.agency_at_begin(inner) > 0);
}

bool credit(const std::string& inner, const BoilerplatePhrases& phrases) {
    return names_agency(inner, phrases) || inner.starts_with("photo") || inner.starts_with("ap photo") ||
           inner.starts_with("image");
}

/// Nothing but names, initials, and the small words between them.
bool names_alone(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of(" /|", at), text.size());
        const auto word = text.substr(at, end - at);
        if (!word.empty() && small(word[0]) && word != "via" && word != "for" && word != "and" && word != "of" &&
            word != "the" && word != "de" && word != "van" && word != "by")
            return false;
        at = end + 1;
    }
    return true;
}

class Hider {
  public:
    Hider(Article& article, const BoilerplatePhrases& phrases) : article_(article), phrases_(phrases) {}

    void run() {
        for (const auto& block : article_.blocks) {
            if (block.kind != BlockKind::paragraph && block.kind != BlockKind::headline) continue;
            block_ = block.where;
            const auto line = words(article_.text, block.where);
            if (line.find('[') < longest_head) wire_head(line);
            brackets(line);
            bars(line);
            const auto begin = credit_begin(line, phrases_);
            if (begin > 0 && begin < line.size()) hide(begin, line.size());
        }
        auto& hidden = article_.hidden;
        std::sort(hidden.begin(), hidden.end());
        std::vector<Span> apart;
        for (const auto span : hidden)
            if (!apart.empty() && span.begin <= apart.back().end)
                apart.back().end = std::max(apart.back().end, span.end);
            else
                apart.push_back(span);
        hidden = std::move(apart);
    }

  private:
    void hide(std::size_t begin, std::size_t end) {
        article_.hidden.push_back(
            {static_cast<std::uint32_t>(block_.begin + begin), static_cast<std::uint32_t>(block_.begin + end)});
    }

    void brackets(std::string_view line) {
        for (auto open = line.find_first_of("(["); open != std::string_view::npos;
             open = line.find_first_of("([", open + 1)) {
            const auto end = bracket_end(line, open);
            if (end == std::string_view::npos) continue;
            const auto inner = inner_of(line, open, end);
            const bool closing = end == line.size() && open > 2 &&
                                 small(line[open - (line[open - 1] == ' ' ? 2 : 1)]) &&
                                 phrases_.agency_at_end(inner) == inner.size();  // "... on the track [AGENCY]"
            if (closing || phrases_.bracketed(inner) || names_agency(inner, phrases_)) hide(open, end);
        }
    }

    /// "... at the hearing. | AGENCY What to watch for": the credit between a caption and a headline.
    void bars(std::string_view line) {
        for (auto bar = line.find(" | "); bar != std::string_view::npos; bar = line.find(" | ", bar + 3)) {
            const auto agency = phrases_.agency_at_begin(fold(line.substr(bar + 3, longest_credit)));
            if (agency > 0 && bar > 0 && (small(line[bar - 1]) || line[bar - 1] == '.')) hide(bar, bar + 3 + agency);
        }
    }

    /// "BOGOTA, 23 AUG 89 (DOMESTIC SERVICE) -- [REPORT] [JANE ROE] [TEXT] THE
    /// ...": the town and the dash stay, by which the dateline is known.
    void wire_head(std::string_view line) {
        const auto dash = line.find("--");
        if (dash > longest_head || !capital(line[0])) return;
        auto text = line.find("[TEXT]", dash);
        if (text == std::string_view::npos) text = line.find("[Text]", dash);
        if (text > longest_head) return;
        const auto tag = line.find('[', dash);
        hide(tag, text + 6);
    }

    Article& article_;
    const BoilerplatePhrases& phrases_;
    Span block_;
};

}  // namespace

std::size_t credit_begin(std::string_view line, const BoilerplatePhrases& phrases) {
    if (line.empty() || !(small(line.back()) || capital(line.back()))) return line.size();  // prose ends in a stop
    const auto tail = without_file(line.substr(line.size() > longest_credit ? line.size() - longest_credit : 0));
    const auto size = line.size();
    line = without_file(line);
    const bool named_last = phrases.agency_at_end(fold(tail)) > 0;
    if (!named_last && tail.find('/') == std::string_view::npos) return size;
    std::size_t begin = line.size() - tail.size();
    for (const std::string_view stop : {". ", "? ", "! ", ".\xe2\x80\x9d ", ".\" "})
        for (auto at = tail.find(stop); at != std::string_view::npos; at = tail.find(stop, at + 1)) {
            const bool initial =
                at > 0 && capital(tail[at - 1]) && (at == 1 || tail[at - 2] == ' ' || tail[at - 2] == '/');
            if (!initial) begin = std::max(begin, line.size() - tail.size() + at + stop.size());
        }
    const auto found = line.substr(begin);
    const auto agency = phrases.agency_at_begin(fold(found));
    if (agency > 0 && agency + 1 < found.size() && found[agency] == '/' && names_alone(found.substr(agency + 1)))
        return begin;  // "AGENCY/Jane Roe"
    if (!named_last) return size;
    const bool whole = begin == 0 || begin > line.size() - tail.size();
    const bool parted = found.find('/') != std::string_view::npos || found.find(" via ") != std::string_view::npos ||
                        found.find(" | ") != std::string_view::npos ||
                        phrases.agency_at_end(fold(found)) == found.size();
    return whole && parted && names_alone(found) ? begin : size;
}

bool has_bracketed_credit(std::string_view line, const BoilerplatePhrases& phrases) {
    for (auto open = line.find_first_of("(["); open != std::string_view::npos;
         open = line.find_first_of("([", open + 1)) {
        const auto end = bracket_end(line, open);
        if (end != std::string_view::npos && credit(inner_of(line, open, end), phrases)) return true;
    }
    return false;
}

void hide_furniture(Article& article, const BoilerplatePhrases& phrases) {
    Hider(article, phrases).run();
}

}  // namespace chancery
