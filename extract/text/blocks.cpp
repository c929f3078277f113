// What in a text is the article, and what did the page put around it?
//
// Saved pages carry menus, share bars, other stories' teasers. Lines are judged
// one by one against known phrases; a heading such as "Related articles" ends
// the article for good once enough of it has been read. What is no prose at the
// very end (a list of headlines) goes too.
//
// In doubt a line stays: a lost paragraph costs more than a kept teaser.
// Nothing is deleted; blocks are only marked.
#include "extract/text/blocks.hpp"

#include <algorithm>

#include "extract/lexicon/words.hpp"
#include "extract/text/credits.hpp"
#include "extract/text/date.hpp"
#include "extract/text/prose.hpp"

namespace chancery {

namespace {

std::string_view trimmed(std::string_view line) {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line;
}

/// Trimmed lines with their spans; empty ones too, since they part wrapped
/// paragraphs.
std::vector<Span> lines_of(std::string_view text) {
    std::vector<Span> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = trimmed(text.substr(at, end - at));
        const auto begin = line.empty() ? at : static_cast<std::size_t>(line.data() - text.data());
        lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + line.size())});
        at = end + 1;
    }
    return lines;
}

/// Lines broken by hand at one width: paragraphs are what empty lines part.
bool hard_wrapped(const std::vector<Span>& lines) {
    std::size_t full = 0, followed = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].empty() || lines[i + 1].empty()) continue;
        ++followed;
        full += lines[i].size() >= 50 && lines[i].size() <= 90;
    }
    return followed >= 4 && 10 * full >= 7 * followed;
}

std::vector<Span> joined(const std::vector<Span>& lines) {
    std::vector<Span> paragraphs;
    bool open = false;
    for (const auto line : lines) {
        if (line.empty()) {
            open = false;
        } else if (open) {
            paragraphs.back().end = line.end;
        } else {
            paragraphs.push_back(line);
            open = true;
        }
    }
    return paragraphs;
}

std::size_t word_count(std::string_view line) {
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

bool prose(std::string_view line) {
    return line.size() > 60 && ends_like_prose(line);
}

/// "Jane Roe and John Doe contributed."
bool thanks(std::string_view line) {
    constexpr std::string_view verb = " contributed.";
    return line.ends_with(verb) && looks_like_byline("By " + std::string(line.substr(0, line.size() - verb.size())));
}

bool capitals(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "BOGOTA, 23 AUG 89 (DPA) -- ", "PARIS (Agency) - ": prose follows on the
/// same line, so it is no headline.
bool opens_with_dateline(std::string_view line) {
    const auto town = line.substr(0, line.find_first_of(" ,"));
    if (town.size() < 3 || !capitals(town)) return false;
    const auto head = line.substr(0, 100);
    if (head.find("[TEXT]") != head.npos) return true;
    for (const std::string_view dash : {"-", "\xe2\x80\x93", "\xe2\x80\x94"}) {
        const auto at = head.find(" " + std::string(dash));
        if (at == head.npos) continue;
        if (head[at - 1] == ')' || (capitals(head.substr(0, at)) && !capitals(line))) return true;
    }
    return false;
}

bool tag_line(std::string_view line) {
    std::size_t tags = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto end = std::min(line.find(' ', at), line.size());
        if (line[at] == '#') ++tags;
        at = end + 1;
    }
    return tags > 0 && 2 * tags >= word_count(line);
}

/// A bare web or mail address, with or without a word before it:
/// "www.example.org", "Email: jane@example.org".
bool address(std::string_view line) {
    const auto blanks = std::count(line.begin(), line.end(), ' ');
    const bool web = line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.");
    const auto at = line.find('@');
    return (web && blanks == 0) ||
           (at != std::string_view::npos && at + 1 < line.size() && blanks <= 2 && line.size() <= 80);
}

/// One or two letters or signs, a bare address, a lone number.
bool debris(std::string_view line) {
    const auto letters = std::count_if(line.begin(), line.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & '\x80') != 0;
    });
    return letters < 2 || address(line);
}

constexpr std::size_t least_caption = 6;  // words; fewer are a name or a label

class BlockFinder {
  public:
    BlockFinder(Article& article, const BoilerplatePhrases& phrases) : article_(article), phrases_(phrases) {}

    void run() {
        const auto lines = lines_of(article_.text);
        std::vector<Span> parts;
        if (hard_wrapped(lines))
            parts = joined(lines);
        else
            std::copy_if(lines.begin(), lines.end(), std::back_inserter(parts),
                         [](Span line) { return !line.empty(); });
        for (const auto part : parts) caption(part);
        drop_final_headlines();
        name_the_author();
        set_title();
        if (article_.published.empty()) article_.published = published();
    }

  private:
    [[nodiscard]] std::string_view text(Span where) const { return words(article_.text, where); }

    /// Words under a picture are the article's own when they are a sentence; what labels them is not.
    void caption(Span where) {
        const auto line = text(where);
        const auto begin = static_cast<std::uint32_t>(phrases_.caption_begin(fold(line.substr(0, 400))));
        if (tail_ || begin == 0 || word_count(line.substr(begin)) < least_caption) return judge(where);
        article_.blocks.push_back({{where.begin, where.begin + begin - 1}, BlockKind::boilerplate, "page-furniture"});
        article_.blocks.push_back({{where.begin + begin, where.end}, BlockKind::paragraph, {}});
    }

    void judge(Span where) {
        Block block{where, BlockKind::paragraph, {}};
        const auto line = text(where);
        if (tail_) {
            block = {where, BlockKind::boilerplate, tail_reason_};
        } else if (debris(line)) {
            block = {where, BlockKind::boilerplate, "debris"};
        } else if (tag_line(line)) {
            block = {where, BlockKind::boilerplate, "hashtags"};
        } else if (credit_begin(line, phrases_) == 0 || thanks(line)) {
            block = {where, BlockKind::boilerplate, "credit"};
        } else if (looks_like_byline(line)) {
            block.kind = BlockKind::byline;
        } else {
            by_phrase(block, line);
        }
        if (block.kind == BlockKind::paragraph && !begun_ && headline(line)) block.kind = BlockKind::headline;
        begun_ |= block.kind == BlockKind::paragraph || block.kind == BlockKind::headline;
        prose_blocks_ += block.kind == BlockKind::paragraph && prose(line);
        article_.blocks.push_back(block);
    }

    void by_phrase(Block& block, std::string_view line) {
        const auto hit = phrases_.match(fold(line.substr(0, 400)));
        if (hit.effect == BoilerplatePhrases::Effect::none) return;
        if (hit.effect == BoilerplatePhrases::Effect::tail && prose_blocks_ >= 3) {
            tail_ = true;
            tail_reason_ = "related-articles";
        }
        block.kind = BlockKind::boilerplate;
        block.reason = tail_ ? tail_reason_ : "page-furniture";
    }

    [[nodiscard]] bool headline(std::string_view line) const {
        if (!article_.title.empty()) return line == article_.title;
        return line.size() <= 200 && (!ends_like_prose(line) || line.size() < 60) && word_count(line) >= 2 &&
               !opens_with_dateline(line) && !has_bracketed_credit(line, phrases_) &&
               credit_begin(line, phrases_) == line.size();
    }

    /// A first line that is names and stands above a credit is a byline, no
    /// headline: "Jane Roe and John Doe", "AGENCY".
    void name_the_author() {
        auto& blocks = article_.blocks;
        for (std::size_t b = 0; b + 1 < std::min<std::size_t>(blocks.size(), 6); ++b) {
            if (blocks[b].kind != BlockKind::headline) continue;
            const bool above = blocks[b + 1].kind == BlockKind::boilerplate && blocks[b + 1].reason == "credit";
            if (above && article_.title.empty() && looks_like_byline("By " + std::string(text(blocks[b].where))))
                blocks[b].kind = BlockKind::byline;
        }
    }

    /// Three and more lines without a full stop at the very end are links to
    /// other stories.
    void drop_final_headlines() {
        std::size_t count = 0;
        for (auto block = article_.blocks.rbegin(); block != article_.blocks.rend(); ++block) {
            if (block->kind == BlockKind::boilerplate) continue;
            const auto line = text(block->where);
            if (block->kind != BlockKind::paragraph || ends_like_prose(line) || line.size() > 140) break;
            ++count;
        }
        if (count < 3 || prose_blocks_ < 3) return;
        for (auto block = article_.blocks.rbegin(); count > 0; ++block) {
            if (block->kind == BlockKind::boilerplate) continue;
            *block = {block->where, BlockKind::boilerplate, "headline-list"};
            --count;
        }
    }

    void set_title() {
        if (!article_.title.empty()) return;
        for (const auto& block : article_.blocks)
            if (block.kind == BlockKind::headline) article_.title = std::string(text(block.where));
    }

    /// A line of its own near the top, or the dateline before the first dash.
    [[nodiscard]] std::string published() const {
        std::size_t seen = 0;
        for (const auto& block : article_.blocks) {
            if (++seen > 6) break;
            auto line = text(block.where);
            if (line.size() > 100) {
                auto end = std::min({line.find("--"), line.find("\xe2\x80\x94"), line.find("\xe2\x80\x93"),
                                     line.find(" - "), line.find(") ")});
                if (end > 100) continue;  // npos too
                line = line.substr(0, end);
            }
            if (const auto date = find_date(line)) return *date;
        }
        return {};
    }

    Article& article_;
    const BoilerplatePhrases& phrases_;
    std::size_t prose_blocks_ = 0;
    bool begun_ = false, tail_ = false;
    std::string_view tail_reason_;
};

}  // namespace

void find_blocks(Article& article, const BoilerplatePhrases& boilerplate) {
    BlockFinder(article, boilerplate).run();
}

}  // namespace chancery
