// Feeds can be archives of years, so no tree of the whole is built: a scanner that knows tags, comments and CDATA cuts
// out the items, and each alone is parsed.
#include "extract/input/feed.hpp"

#include <tinyxml2.h>
#include <algorithm>
#include <cstring>

#include "extract/input/fields.hpp"
#include "extract/input/names.hpp"
#include "extract/text/encoding.hpp"

namespace chancery {

namespace {

using Element = tinyxml2::XMLElement;

std::string_view local_name(const char* name) {
    const std::string_view whole(name);
    return whole.substr(whole.find(':') + 1);  // npos + 1 is 0
}

/// All text below an element, in order. REQUIRES: the document's depth is bounded (tinyxml2: 100).
void append_text(const tinyxml2::XMLNode& node, std::string& out) {
    for (const auto* child = node.FirstChild(); child != nullptr; child = child->NextSibling()) {
        if (const auto* text = child->ToText()) {
            out += text->Value();
        } else {
            append_text(*child, out);
        }
    }
}

std::string text_of(const Element& element) {
    std::string out;
    append_text(element, out);
    const auto begin = out.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return out.substr(begin, out.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string markup_below(const Element& element) {
    tinyxml2::XMLPrinter printer(nullptr, true);
    for (const auto* child = element.FirstChild(); child != nullptr; child = child->NextSibling())
        child->Accept(&printer);
    return printer.CStr();
}

class Entry {
  public:
    explicit Entry(const Element& root) {
        for (const auto* e = root.FirstChildElement(); e != nullptr; e = e->NextSiblingElement()) take(*e);
    }

    std::optional<Document> document() {
        if (document_.bytes.empty()) return std::nullopt;
        if (document_.hints.urls.empty() && link_id_.starts_with("http")) document_.hints.urls.push_back(link_id_);
        return std::move(document_);
    }

  private:
    void take(const Element& e) {
        auto& hints = document_.hints;
        const std::string_view whole = e.Name(), name = local_name(e.Name());
        if (name == "title" && whole.substr(0, 6) != "media:" && hints.title.empty()) {
            hints.title = text_of(e);
        } else if (name == "link") {
            link(e);
        } else if (name == "guid" || whole == "id") {
            link_id_ = text_of(e);
            hints.id = safe_id(link_id_);
        } else if (name == "pubDate" || name == "published" || (name == "date" && hints.published.empty())) {
            if (auto date = date_in(text_of(e)); !date.empty()) hints.published = std::move(date);
        } else if (name == "updated" && hints.published.empty()) {
            hints.published = date_in(text_of(e));
        } else if (name == "source" && hints.source.empty()) {
            const auto* title = e.FirstChildElement("title");
            hints.source = text_of(title == nullptr ? e : *title);
        } else {
            text(e, whole, name);
        }
    }

    void link(const Element& e) {
        const char* href = e.Attribute("href");
        const char* rel = e.Attribute("rel");
        auto url = href == nullptr ? text_of(e) : std::string(href);
        if (!url.empty() && (rel == nullptr || std::strcmp(rel, "alternate") == 0))
            document_.hints.urls.push_back(std::move(url));
    }

    /// What is nearest to the whole article wins.
    void text(const Element& e, std::string_view whole, std::string_view name) {
        const bool content = whole == "content:encoded" || (name == "content" && whole != "media:content");
        const bool summary = (name == "description" && whole != "media:description") || name == "summary";
        const int rank = content ? 2 : summary ? 1 : 0;
        if (rank <= rank_) return;
        const char* type = e.Attribute("type");
        const std::string_view kind = type == nullptr ? "html" : type;
        auto bytes = kind == "xhtml" || kind.ends_with("+xml") ? markup_below(e) : text_of(e);
        if (blank(bytes)) return;
        rank_ = rank;
        document_.bytes = std::move(bytes);
        document_.hints.media =
            type != nullptr && (kind == "text" || kind == "text/plain") ? MediaType::text : MediaType::html;
        document_.hints.charset = "UTF-8";
    }

    Document document_;
    std::string link_id_;
    int rank_ = 0;
};

class FeedReader final : public MemberReader {
  public:
    explicit FeedReader(Member member) : MemberReader(std::move(member)) {
        const auto head = member_.bytes.peek(200);
        const auto at = head.find("encoding=");
        if (head.find("<?xml") > 3 || at == std::string_view::npos || at + 12 > head.size()) return;
        const auto from = head.substr(at + 10);
        charset_ = from.substr(0, from.find_first_of("'\"?>"));
        if (charset_.starts_with("UTF-16") || charset_.starts_with("utf-16")) charset_.clear();  // undone already
    }

    std::optional<Found> next() override {
        while (scan_to_entry()) {
            ++number_;
            const auto where = member_.where + ": entry " + std::to_string(number_);
            element_.clear();
            cut_entry();
            if (!trouble().empty()) return std::nullopt;
            if (element_.size() > limits().article) return Note{where, too_long()};
            auto document = parse_feed_entry(to_utf8(element_, charset_).text);
            if (!document) return Note{where, "has no text that can be read."};
            if (document->hints.id.empty()) document->hints.id = member_.id + "-" + std::to_string(number_);
            if (document->hints.source.empty()) document->hints.source = source_;
            document->where = where;
            return std::move(*document);
        }
        return std::nullopt;
    }

  private:
    /// The tag that begins at the front: its name, "/" and all; empty when it is none.
    std::string_view tag_name() {
        const auto head = member_.bytes.peek(64);
        const auto end = head.find_first_of(" \t\r\n>/", 2);
        return head.empty() || head[0] != '<' ? std::string_view() : head.substr(1, end == head.npos ? end : end - 1);
    }

    static bool entry_name(std::string_view name) { return name == "item" || name == "entry" || name == "atom:entry"; }

    /// Takes one piece of markup or text; keeps it when it belongs to an entry.
    void step(bool keep) {
        const auto head = member_.bytes.peek(9);
        if (head.starts_with("<!--")) return to_end("-->", keep);
        if (head.starts_with("<![CDATA[")) return to_end("]]>", keep);
        if (head.starts_with("<?")) return to_end("?>", keep);
        if (head.starts_with("<")) return to_end(">", keep);
        const auto block = member_.bytes.peek(1U << 12U);
        const auto text = block.substr(0, block.find('<'));
        add(text, keep);
        member_.bytes.take(text.size());
    }

    void to_end(std::string_view mark, bool keep) {
        while (true) {
            const auto block = member_.bytes.peek(1U << 12U);
            const auto at = block.find(mark);
            const auto last = block.size() < (1U << 12U);
            const auto count = at != block.npos ? at + mark.size()
                               : last           ? block.size()
                                                : block.size() - mark.size() + 1;
            add(block.substr(0, count), keep);
            member_.bytes.take(count);
            if (at != block.npos || last) return;
        }
    }

    void add(std::string_view bytes, bool keep) {
        if (keep && element_.size() <= limits().article) element_ += bytes;
    }

    bool scan_to_entry() {
        while (!member_.bytes.at_end()) {
            const auto name = tag_name();
            if (entry_name(name)) return true;
            if (number_ == 0 && source_.empty() && name == "title") {  // of the channel
                element_.clear();
                for (int i = 0; i < 8 && tag_name() != "/title" && !member_.bytes.at_end(); ++i) step(true);
                element_ += "</title>";
                tinyxml2::XMLDocument xml;
                const auto text = to_utf8(element_, charset_).text;
                if (text.size() < 1000 && xml.Parse(text.c_str(), text.size()) == tinyxml2::XML_SUCCESS)
                    source_ = text_of(*xml.RootElement());
                continue;
            }
            step(false);
        }
        return false;
    }

    /// From the tag of an entry to its end; entries do not hold entries.
    void cut_entry() {
        const std::string end = "/" + std::string(tag_name());
        step(true);
        bool last = element_.ends_with("/>");
        while (!last && !member_.bytes.at_end()) {
            last = tag_name() == end;
            step(true);
        }
    }

    std::string element_, charset_, source_;
    std::uint64_t number_ = 0;
};

}  // namespace

std::optional<Document> parse_feed_entry(std::string_view element) {
    tinyxml2::XMLDocument xml;
    if (xml.Parse(element.data(), element.size()) != tinyxml2::XML_SUCCESS || xml.RootElement() == nullptr)
        return std::nullopt;
    return Entry(*xml.RootElement()).document();
}

std::unique_ptr<Reader> read_feed(Member member) {
    return std::make_unique<FeedReader>(std::move(member));
}

}  // namespace chancery
