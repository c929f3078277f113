// Makes a page small and tame before a tree is built of it.
//
// Of a news page's bytes six in ten are scripts, styles and comments. They are skipped by a plain scan, which costs a
// tenth of what a tree builder would need for them; the data blocks of search engines (JSON-LD) are kept aside.
//
// Tree builders take quadratic time for pages made to hurt: a tag of a million attributes, a hundred thousand open
// elements. So the scan keeps its own stack of open elements and drops start tags beyond a depth, keeps of a giant tag
// only the attributes that are read later, and stops behind a number of tags. Text is never dropped.
//
// What stays is copied piece by piece, and the map remembers where in the page it stood.
#include "extract/html/markup.hpp"

#include <algorithm>
#include <array>

namespace chancery {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool same_word(std::string_view text, std::string_view small) {
    return text.size() == small.size() &&
           std::equal(text.begin(), text.end(), small.begin(), [](char a, char b) { return lower(a) == b; });
}

template <std::size_t N>
bool any_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view n) { return same_word(name, n); });
}

/// Elements whose whole content is dropped.
constexpr std::array<std::string_view, 8> unread = {"script", "style",  "svg",     "template",
                                                    "math",   "iframe", "noembed", "noframes"};
/// Elements that need no end tag, or have none: they do not count as nesting.
constexpr std::array<std::string_view, 27> unclosed = {"p",     "li",    "br",     "img",   "meta", "link",  "input",
                                                       "hr",    "td",    "tr",     "th",    "dt",   "dd",    "option",
                                                       "area",  "base",  "col",    "embed", "wbr",  "param", "track",
                                                       "tbody", "thead", "source", "tfoot", "html", "body"};
constexpr std::array<std::string_view, 17> read_attributes = {
    "class", "id",       "href",  "itemprop", "role",   "property",   "name",    "content",    "datetime",
    "rel",   "itemtype", "style", "lang",     "hidden", "http-equiv", "charset", "aria-hidden"};

class Stripper {
  public:
    Stripper(std::string_view page, Markup& out) : page_(page), out_(out) { out_.text.reserve(page.size() / 2); }

    void run() {
        while (at_ < page_.size()) {
            const auto open = std::min(page_.find('<', at_), page_.size());
            keep(open);
            if (open == page_.size()) break;
            if (tags_ >= max_tags) {
                out_.problems.push_back("html.too-many-tags");
                break;
            }
            markup();
        }
        skip(page_.size());
    }

  private:
    /// Copies the page up to `end`.
    void keep(std::size_t end) {
        if (end <= at_) return;
        out_.text.append(page_.substr(at_, end - at_));
        const auto length = static_cast<std::uint32_t>(end - at_);
        out_.map.append(length, length, true);
        at_ = end;
    }

    void skip(std::size_t end) {
        if (end <= at_) return;
        out_.map.append(0, static_cast<std::uint32_t>(end - at_), false);
        at_ = end;
    }

    [[nodiscard]] char peek(std::size_t ahead) const { return at_ + ahead < page_.size() ? page_[at_ + ahead] : '\0'; }

    [[nodiscard]] std::size_t behind(std::string_view what) const {
        const auto found = page_.find(what, at_);
        return found == page_.npos ? page_.size() : found + what.size();
    }

    /// REQUIRES: the page has '<' here.
    void markup() {
        const auto next = lower(peek(1));
        if (page_.substr(at_).starts_with("<!--")) {
            skip(behind("-->"));
        } else if (page_.substr(at_).starts_with("<![CDATA[")) {
            skip(behind("]]>"));
        } else if (next == '!' || next == '?') {
            skip(behind(">"));
        } else if (next == '/' || (next >= 'a' && next <= 'z')) {
            tag();
        } else {
            keep(at_ + 1);
        }
    }

    [[nodiscard]] std::string_view name_at(std::size_t at) const {
        auto end = at;
        while (end < page_.size() && !blank(page_[end]) && page_[end] != '>' && page_[end] != '/') ++end;
        return page_.substr(at, end - at);
    }

    /// Behind the '>' that ends the tag which begins here: one inside quotes does not.
    [[nodiscard]] std::size_t tag_end() const {
        char quote = '\0', before = '\0';
        for (auto i = at_ + 1; i < page_.size(); ++i) {
            const char c = page_[i];
            if (quote != '\0') {
                if (c == quote) quote = '\0';
            } else if (c == '>') {
                return i + 1;
            } else if ((c == '"' || c == '\'') && before == '=') {
                quote = c;
            }
            if (!blank(c)) before = c;
        }
        return page_.size();
    }

    void tag() {
        ++tags_;
        const bool closing = peek(1) == '/';
        const auto name = name_at(at_ + (closing ? 2 : 1));
        const auto end = tag_end();
        if (closing) {
            close(name);
            keep(end);
        } else if (any_of(name, unread)) {
            skip_element(name, end);
        } else if (!open(name)) {
            skip(end);
        } else if (end - at_ > max_tag) {
            keep_read_attributes(name, end);
        } else {
            keep(end);
        }
    }

    /// False when nesting is too deep for another element.
    bool open(std::string_view name) {
        if (any_of(name, unclosed)) return true;
        if (open_.size() >= max_nesting) {
            if (!deep_) out_.problems.push_back("html.nesting");
            deep_ = true;
            return false;
        }
        open_.push_back(name);
        return true;
    }

    void close(std::string_view name) {
        const auto depth = std::min<std::size_t>(open_.size(), 64);
        for (std::size_t i = 0; i < depth; ++i) {
            const auto& element = open_[open_.size() - 1 - i];
            if (element.size() != name.size() || !std::equal(name.begin(), name.end(), element.begin(),
                                                             [](char a, char b) { return lower(a) == lower(b); }))
                continue;
            open_.resize(open_.size() - 1 - i);
            return;
        }
    }

    /// Skips the element and its content; JSON-LD is kept aside.
    void skip_element(std::string_view name, std::size_t begin) {
        const auto head = page_.substr(at_, begin - at_);
        auto end = begin;
        for (;;) {
            end = page_.find("</", end);
            if (end == page_.npos) {
                end = page_.size();
                break;
            }
            const auto closing = name_at(end + 2).substr(0, name.size());
            if (closing.size() == name.size() && std::equal(name.begin(), name.end(), closing.begin(),
                                                            [](char a, char b) { return lower(a) == lower(b); }))
                break;
            end += 2;
        }
        if (end == page_.size() && !same_word(name, "script") && !same_word(name, "style")) {
            skip(begin);  // an end tag that was forgotten must not swallow the article
            return;
        }
        if (head.find("ld+json") != head.npos) out_.data.push_back(page_.substr(begin, end - begin));
        const auto close_end = page_.find('>', end);
        skip(close_end == page_.npos ? page_.size() : close_end + 1);
    }

    /// Writes the tag anew with nothing but what is read.
    void keep_read_attributes(std::string_view name, std::size_t end) {
        std::string tag = "<" + std::string(name);
        auto at = at_ + 1 + name.size();
        std::size_t kept = 0;
        while (at + 1 < end && kept < 2 * read_attributes.size()) {
            while (at < end && (blank(page_[at]) || page_[at] == '/')) ++at;
            auto stop = at;
            while (stop < end && !blank(page_[stop]) && page_[stop] != '=' && page_[stop] != '>') ++stop;
            const auto key = page_.substr(at, stop - at);
            std::string_view value;
            at = stop;
            while (at < end && blank(page_[at])) ++at;
            if (at < end && page_[at] == '=') value = attribute_value(at, end);
            if (key.empty() && value.empty()) ++at;
            if (!any_of(key, read_attributes) || value.size() > max_tag || value.find('"') != value.npos) continue;
            ++kept;
            tag.append(" ").append(key).append("=\"").append(value).append("\"");
        }
        tag += '>';
        out_.text += tag;
        out_.map.append(static_cast<std::uint32_t>(tag.size()), static_cast<std::uint32_t>(end - at_), false);
        at_ = end;
    }

    /// REQUIRES: '=' at `at`, which moves behind the value.
    [[nodiscard]] std::string_view attribute_value(std::size_t& at, std::size_t end) const {
        ++at;
        while (at < end && blank(page_[at])) ++at;
        if (at >= end) return {};
        const char quote = page_[at] == '"' || page_[at] == '\'' ? page_[at] : '\0';
        const auto begin = quote == '\0' ? at : at + 1;
        auto stop = begin;
        while (stop < end && (quote != '\0' ? page_[stop] != quote : !blank(page_[stop]) && page_[stop] != '>')) ++stop;
        at = std::min(end, quote == '\0' ? stop : stop + 1);
        return page_.substr(begin, stop - begin);
    }

    std::string_view page_;
    Markup& out_;
    std::size_t at_ = 0, tags_ = 0;
    bool deep_ = false;
    std::vector<std::string_view> open_;
};

}  // namespace

Markup strip_markup(std::string_view page) {
    Markup markup;
    Stripper(page, markup).run();
    return markup;
}

}  // namespace chancery
