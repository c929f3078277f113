#include "extract/html/page.hpp"

#include <algorithm>
#include <array>

#include "extract/html/main_text.hpp"
#include "extract/html/markup.hpp"
#include "extract/html/metadata.hpp"
#include "extract/html/page_blocks.hpp"
#include "extract/html/tree.hpp"
#include "extract/lexicon/words.hpp"
#include "extract/text/date.hpp"
#include "extract/text/prose.hpp"

namespace chancery {

namespace {

/// Joins the blocks into one text, with the way back to the page.
class Writer {
  public:
    Writer(const PageText& page, const Markup& markup, Page& out) : page_(page), markup_(markup), out_(out) {}

    /// Text that stands nowhere in the page's own text: a headline from its metadata.
    void insert(std::string_view text) {
        out_.text.append(text);
        out_.map.append(static_cast<std::uint32_t>(text.size()), 0, false);
    }

    void block(const PageBlock& block) {
        auto at = block.text.begin;
        for (auto piece = first_piece(block.text.begin);
             piece != page_.pieces.end() && piece->text.begin < block.text.end; ++piece) {
            if (piece->text.begin > at) insert(slice(at, piece->text.begin));
            at = std::max(at, piece->text.begin);
            const auto end = std::min(piece->text.end, block.text.end);
            if (end <= at) continue;
            auto source = piece->markup;
            if (piece->verbatim)
                source = {source.begin + (at - piece->text.begin), source.begin + (end - piece->text.begin)};
            copy(slice(at, end), markup_.map.published(source), piece->verbatim);
            at = end;
        }
        if (at < block.text.end) insert(slice(at, block.text.end));
    }

    void finish(std::size_t page_size) { skip_to(static_cast<std::uint32_t>(page_size)); }

  private:
    [[nodiscard]] std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
        return std::string_view(page_.text).substr(begin, end - begin);
    }

    [[nodiscard]] std::vector<PageText::Piece>::const_iterator first_piece(std::uint32_t begin) const {
        return std::lower_bound(page_.pieces.begin(), page_.pieces.end(), begin,
                                [](const PageText::Piece& piece, std::uint32_t at) { return piece.text.end <= at; });
    }

    void copy(std::string_view text, Span source, bool verbatim) {
        if (source.begin < at_) {  // the builder moved it (text inside a table): it has no place of its own any more
            insert(text);
            return;
        }
        skip_to(source.begin);
        out_.text.append(text);
        const bool in_step = verbatim && source.size() == text.size();
        out_.map.append(static_cast<std::uint32_t>(text.size()), source.size(), in_step);
        at_ = source.end;
    }

    void skip_to(std::uint32_t to) {
        if (to <= at_) return;
        out_.map.append(0, to - at_, false);
        at_ = to;
    }

    const PageText& page_;
    const Markup& markup_;
    Page& out_;
    std::uint32_t at_ = 0;  ///< in the page
};

/// The date that the page shows near its headline.
std::string shown_date(const PageText& page, const Tree& tree, std::string_view title) {
    constexpr std::size_t near = 25, longest = 160;
    const auto wanted = letters_only(title);
    std::size_t from = 0;
    for (std::size_t b = 0; b < page.blocks.size(); ++b) {
        const auto tag = tree.nodes()[page.blocks[b].node].tag;
        const auto text = std::string_view(page.text).substr(page.blocks[b].text.begin, page.blocks[b].text.size());
        if ((tag == Tag::h1 || tag == Tag::h2) && letters_only(text) == wanted) from = b;
    }
    std::string first;
    for (auto b = from > 5 ? from - 5 : 0; b < std::min(page.blocks.size(), from + near); ++b) {
        const auto text = std::string_view(page.text).substr(page.blocks[b].text.begin, page.blocks[b].text.size());
        const auto date = text.size() <= longest ? find_date(text) : std::nullopt;
        if (!date) continue;
        const auto folded = fold(text);
        if (folded.starts_with("by ") || folded.find("publish") != folded.npos || folded.find("posted") != folded.npos)
            return *date;
        if (first.empty()) first = *date;
    }
    return first;
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
    const auto head = fold(bytes.substr(0, 4096));
    const auto first = head.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    if (first == std::string::npos || head[first] != '<') return false;
    constexpr std::array<std::string_view, 9> signs = {"<!doctype html", "<html",    "<head",  "<body", "<meta ",
                                                       "<div",           "<article", "<title", "<p>"};
    return std::any_of(signs.begin(), signs.end(), [&](auto sign) { return head.find(sign) != head.npos; });
}

Page read_page(std::string_view bytes, const PageHints& hints, const BoilerplatePhrases& phrases) {
    Page out;
    const auto markup = strip_markup(bytes);
    out.problems = markup.problems;
    const Tree tree(markup.text);
    auto about = read_metadata(tree, markup.data);
    const auto page = read_blocks(tree, hints);
    const auto kept = find_main_text(tree, page, about, phrases);
    out.title = std::move(about.title);
    out.published = about.published.empty() ? shown_date(page, tree, out.title) : std::move(about.published);
    out.source = std::move(about.site);
    out.author = std::move(about.author);
    out.language = std::move(about.language);
    if (about.url.starts_with("http")) out.url = std::move(about.url);
    if (kept.empty()) return out;
    Writer writer(page, markup, out);
    if (!out.title.empty()) writer.insert(out.title + "\n");
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (i > 0) writer.insert("\n");
        const auto begin = static_cast<std::uint32_t>(out.text.size());
        writer.block(page.blocks[kept[i].block]);
        if (kept[i].caption) out.captions.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
    }
    writer.finish(bytes.size());
    return out;
}

}  // namespace chancery
