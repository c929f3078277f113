#include "extract/html/page_blocks.hpp"

#include <algorithm>

namespace chancery {

namespace {

bool heading(Tag tag) {
    return tag >= Tag::h1 && tag <= Tag::h6;
}

/// Begins a new block and ends the one before.
bool breaks(Tag tag) {
    switch (tag) {
        case Tag::text:
        case Tag::other:
        case Tag::a:
        case Tag::span:
        case Tag::em:
        case Tag::strong:
        case Tag::time:
        case Tag::img:
        case Tag::picture:
        case Tag::input:
        case Tag::label:
        case Tag::br:
            return false;
        default:
            return true;
    }
}

std::uint8_t mark_of_tag(Tag tag, bool in_article) {
    switch (tag) {
        case Tag::nav:
        case Tag::footer:
        case Tag::aside:
        case Tag::form:
        case Tag::button:
        case Tag::select:
        case Tag::textarea:
        case Tag::dialog:
        case Tag::noscript:
        case Tag::object:
        case Tag::video:
        case Tag::audio:
            return furniture;
        case Tag::header:
            return in_article ? 0 : furniture;
        case Tag::figure:
        case Tag::figcaption:
        case Tag::caption:
            return caption;
        default:
            return 0;
    }
}

bool says_hidden(std::string_view style) {
    std::string bare;
    for (const char c : style.substr(0, 200))
        if (c != ' ') bare.push_back(static_cast<char>(c | 0x20));
    return bare.find("display:none") != bare.npos || bare.find("visibility:hidden") != bare.npos;
}

bool furniture_role(std::string_view role) {
    return role == "navigation" || role == "complementary" || role == "banner" || role == "contentinfo" ||
           role == "search" || role == "dialog" || role == "alert" || role == "menu" || role == "toolbar" ||
           role == "button" || role == "tablist";
}

/// Bytes of the white space at `at`, the no-break space too; 0 when there is none.
std::size_t blank(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') return 1;
    return c == '\xc2' && at + 1 < text.size() && text[at + 1] == '\xa0' ? 2 : 0;
}

class Blocks {
  public:
    Blocks(const Tree& tree, const PageHints& hints) : nodes_(tree.nodes()), hints_(hints) {}

    PageText run() {
        mark();
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            while (!open_.empty() && open_.back() <= i) {  // an element that breaks has ended
                open_.pop_back();
                finish();
            }
            const auto& node = nodes_[i];
            if (node.tag == Tag::head) {
                i = node.end - 1;
            } else if (node.tag == Tag::text) {
                add(i);
            } else if (node.tag == Tag::br) {
                line_break();
            } else if (breaks(node.tag)) {
                finish();
                open_.push_back(node.end);
                if (node.tag == Tag::pre) preformatted_ = node.end;
            }
        }
        finish();
        return std::move(page_);
    }

  private:
    void mark() {
        page_.marks.resize(nodes_.size());
        std::vector<std::uint8_t> inside(nodes_.size(), 0);  // an article or main element
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const auto& node = nodes_[i];
            inside[i] = inside[node.parent] != 0 || node.tag == Tag::article || node.tag == Tag::main;
            if (node.tag == Tag::text || node.tag == Tag::body || node.tag == Tag::html) continue;
            page_.marks[i] = mark_of_tag(node.tag, inside[node.parent] != 0) | mark_of_names(node);
        }
    }

    [[nodiscard]] std::uint8_t mark_of_names(const Node& node) const {
        std::uint8_t own = 0;
        auto effect = PageHints::Effect::none;
        for (const auto& [name, value] : node.attributes) {
            if (name == "class" || name == "id") {
                effect = std::max(effect, hints_.of(value));
                if (name == "class" && hints_.hides(value)) own |= hidden;
            } else if (name == "role") {
                if (furniture_role(value)) own |= furniture;
            } else if (name == "style") {
                if (says_hidden(value)) own |= hidden;
            } else if (name == "hidden" || (name == "aria-hidden" && value == "true")) {
                own |= hidden;
            } else if (name == "itemprop" && (value == "articleBody" || value == "reviewBody")) {
                own |= is_article;
            }
        }
        if (effect == PageHints::Effect::drop) own |= furniture;
        if (effect == PageHints::Effect::body) own |= holds_article;
        return own;
    }

    void add(std::uint32_t i) {
        const auto& node = nodes_[i];
        const bool pre = i < preformatted_;
        bool link = false;
        for (auto up = node.parent; up != 0 && !breaks(nodes_[up].tag); up = nodes_[up].parent) {
            link = link || nodes_[up].tag == Tag::a;
            const auto mark = page_.marks[up];
            if ((mark & hidden) != 0 || (nodes_[up].tag != Tag::a && (mark & (furniture | caption)) != 0)) return;
        }
        const auto before = page_.text.size();
        append(node, pre);
        if (page_.text.size() == before) return;
        if (!current_) {
            auto up = node.parent;
            while (up != 0 && !breaks(nodes_[up].tag)) up = nodes_[up].parent;
            current_ = true;
            block_ = {};
            block_.node = up;
            block_.kind = kind_of(up);
            block_.text.begin = static_cast<std::uint32_t>(before);
        }
        if (link) block_.linked += static_cast<std::uint32_t>(page_.text.size() - before);
    }

    /// Appends the characters with white space collapsed, and pieces that run in step with the markup.
    void append(const Node& node, bool pre) {
        const auto text = node.text;
        const bool in_step = node.source.size() == text.size();
        const auto begin = page_.text.size();
        std::size_t at = 0;
        while (at < text.size()) {
            if (const auto length = blank(text, at); length > 0) {
                space_ = space_ || (current_ || page_.text.size() > begin);
                if (pre && text[at] == '\n') newline_ = space_;
                at += length;
                continue;
            }
            auto stop = at;
            while (stop < text.size() && blank(text, stop) == 0) ++stop;
            if (space_) page_.text.push_back(newline_ ? '\n' : ' ');
            space_ = newline_ = false;
            const auto from = static_cast<std::uint32_t>(page_.text.size());
            page_.text.append(text.substr(at, stop - at));
            if (in_step) {
                const auto to = static_cast<std::uint32_t>(page_.text.size());
                const auto source = node.source.begin + static_cast<std::uint32_t>(at);
                piece({{from, to}, {source, source + to - from}, true});
            }
            at = stop;
        }
        const auto end = static_cast<std::uint32_t>(page_.text.size());
        if (!in_step && end > begin) piece({{static_cast<std::uint32_t>(begin), end}, node.source, false});
    }

    /// Joins neighbours with one blank between on both sides.
    void piece(PageText::Piece next) {
        if (!page_.pieces.empty() && next.verbatim) {
            auto& last = page_.pieces.back();
            const auto gap = next.text.begin - last.text.end;
            if (last.verbatim && gap <= 1 && next.markup.begin == last.markup.end + gap) {
                last.text.end = next.text.end;
                last.markup.end = next.markup.end;
                return;
            }
        }
        page_.pieces.push_back(next);
    }

    /// Two line breaks part paragraphs, one is a blank.
    void line_break() {
        if (!current_) return;
        const bool twice = broken_ == page_.text.size();
        broken_ = page_.text.size();
        if (twice)
            finish();
        else
            space_ = true;
    }

    void finish() {
        space_ = newline_ = false;
        broken_ = std::string::npos;
        if (!current_) return;
        current_ = false;
        block_.text.end = static_cast<std::uint32_t>(page_.text.size());
        page_.blocks.push_back(block_);
        page_.text.push_back('\n');
    }

    [[nodiscard]] PageBlock::Kind kind_of(std::uint32_t node) const {
        for (auto up = node, steps = 0U; steps < 4; up = nodes_[up].parent, ++steps) {
            const auto tag = nodes_[up].tag;
            if (heading(tag)) return PageBlock::Kind::heading;
            if (tag == Tag::li || tag == Tag::dd || tag == Tag::dt) return PageBlock::Kind::item;
            if (tag == Tag::td || tag == Tag::th) return PageBlock::Kind::cell;
            if (tag != Tag::p && tag != Tag::div && tag != Tag::section) break;
        }
        return PageBlock::Kind::paragraph;
    }

    const std::vector<Node>& nodes_;
    const PageHints& hints_;
    PageText page_;
    std::vector<std::uint32_t> open_;  ///< ends of the elements that break and are open
    PageBlock block_;
    std::uint32_t preformatted_ = 0;  ///< nodes before this one are in a pre element
    bool current_ = false, space_ = false, newline_ = false;
    std::size_t broken_ = std::string::npos;
};

}  // namespace

PageText read_blocks(const Tree& tree, const PageHints& hints) {
    return Blocks(tree, hints).run();
}

}  // namespace chancery
