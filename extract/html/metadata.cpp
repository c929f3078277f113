#include "extract/html/metadata.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "extract/text/characters.hpp"
#include "extract/text/date.hpp"
#include "extract/text/prose.hpp"

namespace chancery {

namespace {

using Json = nlohmann::json;

std::string collapsed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank)
            out.push_back(c);
        else if (!out.empty() && out.back() != ' ')
            out.push_back(' ');
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

/// Tags out, character references read: JSON-LD should hold plain text, but often holds markup.
std::string plain(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> named = {{{"amp", "&"},
                                                                                      {"quot", "\""},
                                                                                      {"apos", "'"},
                                                                                      {"lt", "<"},
                                                                                      {"gt", ">"},
                                                                                      {"nbsp", " "},
                                                                                      {"rsquo", "\xe2\x80\x99"},
                                                                                      {"lsquo", "\xe2\x80\x98"},
                                                                                      {"rdquo", "\xe2\x80\x9d"},
                                                                                      {"ldquo", "\xe2\x80\x9c"},
                                                                                      {"ndash", "\xe2\x80\x93"},
                                                                                      {"mdash", "\xe2\x80\x94"}}};
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '<') {
            const auto end = text.find('>', i);
            if (end != text.npos && end - i < 400) {
                out.push_back(' ');
                i = end;
                continue;
            }
        }
        const auto semicolon = text[i] == '&' ? text.substr(i, 12).find(';') : text.npos;
        if (semicolon == text.npos) {
            out.push_back(text[i]);
            continue;
        }
        const auto name = text.substr(i + 1, semicolon - 1);
        if (name.starts_with("#")) {
            const bool hex = name.size() > 1 && (name[1] | 0x20) == 'x';
            const auto code = std::strtoul(std::string(name.substr(hex ? 2 : 1)).c_str(), nullptr, hex ? 16 : 10);
            if (code >= 32 && code < 0x110000 && (code < 0xd800 || code > 0xdfff))
                append_utf8(out, static_cast<char32_t>(code));
            i += semicolon;
            continue;
        }
        const auto it = std::find_if(named.begin(), named.end(), [&](const auto& n) { return n.first == name; });
        if (it == named.end()) {
            out.push_back('&');
            continue;
        }
        out.append(it->second);
        i += semicolon;
    }
    return collapsed(out);
}

/// "2031-03-04T10:00:00Z", "20310304", "2031/03/04", or any date in words; empty when there is none.
std::string date_of(std::string_view text) {
    const auto digits = [&](std::size_t at, std::size_t n) {
        if (at + n > text.size()) return false;
        return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                           text.begin() + static_cast<std::ptrdiff_t>(at + n),
                           [](char c) { return c >= '0' && c <= '9'; });
    };
    std::string iso;
    if (digits(0, 8))
        iso = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
              std::string(text.substr(6, 2));
    else if (text.size() >= 10 && digits(0, 4) && digits(5, 2) && digits(8, 2) && text[4] == text[7])
        iso = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(5, 2)) + "-" +
              std::string(text.substr(8, 2));
    if (!iso_date(iso)) iso = find_date(text).value_or("");
    return iso < "1700" ? std::string() : iso;  // "0001-01-01" is how some systems write that they do not know
}

/// "/2031/03/04/", "/2031-03-04-" or "/2031/mar/04/" in an address.
std::string date_in_address(std::string_view url) {
    for (std::size_t at = url.find("/20"); at != url.npos; at = url.find("/20", at + 1)) {
        const auto part = url.substr(at + 1, 10);
        if (part.size() == 10 && (part[4] == '/' || part[4] == '-') && part[4] == part[7])
            if (auto date = date_of(part); !date.empty()) return date;
        auto words = url.substr(at + 1, 11);
        if (words.size() == 11 && words[4] == '/' && words[8] == '/')
            if (auto date = find_date(std::string(words.substr(9, 2)) + " " + std::string(words.substr(5, 3)) + " " +
                                      std::string(words.substr(0, 4))))
                return *date;
    }
    return {};
}

void set(std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
}

std::string text_of(const Json& value) {
    if (value.is_string()) return plain(value.get_ref<const std::string&>());
    if (value.is_array() && !value.empty()) return text_of(value.front());
    if (value.is_object() && value.contains("name")) return text_of(value["name"]);
    return {};
}

/// An address, as text or as the name of a thing.
std::string address_of(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    const auto it = value.is_object() ? value.find("@id") : value.end();
    return value.is_object() && it != value.end() && it->is_string() ? it->get<std::string>() : std::string();
}

std::string names_of(const Json& value) {
    if (!value.is_array()) return text_of(value);
    std::string all;
    for (const auto& one : value)
        if (auto name = text_of(one); !name.empty()) all += (all.empty() ? "" : ", ") + name;
    return all;
}

bool article_type(const Json& thing) {
    const auto says = [](const Json& type) {
        if (!type.is_string()) return false;
        const std::string_view name = type.get_ref<const std::string&>();
        return name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
    };
    const auto it = thing.find("@type");
    if (it == thing.end()) return false;
    return it->is_array() ? std::any_of(it->begin(), it->end(), says) : says(*it);
}

class Metadata {
  public:
    explicit Metadata(const Tree& tree) : nodes_(tree.nodes()) {}

    PageMetadata run(std::span<const std::string_view> data) {
        for (const auto text : data) read_data(text);
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const auto& node = nodes_[i];
            if (node.tag == Tag::meta)
                meta(node);
            else if (node.tag == Tag::link && Tree::attribute(node, "rel") == "canonical")
                set(link_, collapsed(Tree::attribute(node, "href")));
            else if (node.tag == Tag::html)
                set(language_, std::string(Tree::attribute(node, "lang")));
            else if (node.tag == Tag::title)
                set(title_, inner(i));
            else if (node.tag == Tag::h1 || node.tag == Tag::h2)
                headings_.push_back(inner(i));
            else if (node.tag != Tag::text)
                microdata(node, i);
        }
        finish();
        return std::move(found_);
    }

  private:
    void read_data(std::string_view text) {
        constexpr std::size_t longest = 4U << 20U;
        if (text.size() > longest) return;
        const auto data = Json::parse(text, nullptr, false, true);
        std::vector<const Json*> waiting = {&data};
        for (std::size_t steps = 0; !waiting.empty() && steps < 2000; ++steps) {
            const auto& thing = *waiting.back();
            waiting.pop_back();
            if (thing.is_array()) {
                for (auto it = thing.rbegin(); it != thing.rend(); ++it) waiting.push_back(&*it);
            } else if (thing.is_object()) {
                if (article_type(thing)) read_article(thing);
                for (const auto* key : {"@graph", "mainEntity"})
                    if (const auto it = thing.find(key); it != thing.end()) waiting.push_back(&*it);
            }
        }
    }

    void read_article(const Json& thing) {
        const auto text = [&](const char* key) {
            const auto it = thing.find(key);
            return it == thing.end() ? std::string() : text_of(*it);
        };
        set(found_.title, text("headline"));
        set(found_.published, date_of(text("datePublished")));
        set(found_.site, text("publisher"));
        set(found_.language, text("inLanguage"));
        set(found_.body, text("articleBody"));
        for (const auto* key : {"url", "mainEntityOfPage"})
            if (const auto it = thing.find(key); it != thing.end()) set(found_.url, address_of(*it));
        if (const auto it = thing.find("author"); it != thing.end()) set(found_.author, names_of(*it));
    }

    void meta(const Node& node) {
        const auto value = Tree::attribute(node, "content");
        if (value.empty()) return;
        for (const auto* attribute : {"property", "name", "itemprop", "http-equiv"}) {
            std::string key;
            for (const char c : Tree::attribute(node, attribute).substr(0, 60))
                key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
            if (!key.empty()) known_meta(key, value);
        }
    }

    void known_meta(std::string_view key, std::string_view value) {
        struct Row {
            std::string_view key;
            std::string Metadata::*field;
        };
        static constexpr std::array<Row, 36> rows = {{
            {"og:description", &Metadata::description_},
            {"description", &Metadata::description_},
            {"twitter:description", &Metadata::description_},
            {"og:title", &Metadata::og_title_},
            {"twitter:title", &Metadata::twitter_title_},
            {"headline", &Metadata::twitter_title_},
            {"dc.title", &Metadata::twitter_title_},
            {"sailthru.title", &Metadata::twitter_title_},
            {"parsely-title", &Metadata::twitter_title_},
            {"article:published_time", &Metadata::date_},
            {"og:published_time", &Metadata::date_},
            {"datepublished", &Metadata::date_},
            {"parsely-pub-date", &Metadata::date_},
            {"sailthru.date", &Metadata::date_},
            {"publish-date", &Metadata::date_},
            {"publish_date", &Metadata::date_},
            {"publishdate", &Metadata::date_},
            {"publication_date", &Metadata::date_},
            {"pubdate", &Metadata::date_},
            {"dc.date", &Metadata::date_},
            {"dc.date.issued", &Metadata::date_},
            {"dcterms.created", &Metadata::date_},
            {"cxenseparse:recs:publishtime", &Metadata::date_},
            {"article.published", &Metadata::date_},
            {"og:release_date", &Metadata::date_},
            {"date", &Metadata::weak_date_},
            {"og:site_name", &Metadata::site_},
            {"application-name", &Metadata::weak_site_},
            {"author", &Metadata::author_},
            {"article:author", &Metadata::weak_author_},
            {"parsely-author", &Metadata::author_},
            {"byl", &Metadata::author_},
            {"dc.creator", &Metadata::author_},
            {"og:url", &Metadata::og_url_},
            {"og:locale", &Metadata::weak_language_},
            {"content-language", &Metadata::weak_language_},
        }};
        for (const auto& row : rows)
            if (row.key == key) set(this->*row.field, plain(value));
    }

    void microdata(const Node& node, std::size_t i) {
        const auto property = Tree::attribute(node, "itemprop");
        if (property == "datePublished") {
            auto value = Tree::attribute(node, "datetime");
            if (value.empty()) value = Tree::attribute(node, "content");
            set(item_date_, date_of(value.empty() ? inner(i) : std::string(value)));
        } else if (property == "headline") {
            set(item_title_, inner(i));
        } else if (node.tag == Tag::time) {
            auto value = std::string(Tree::attribute(node, "datetime"));
            set(time_date_, date_of(value.empty() ? inner(i) : value));
        }
    }

    [[nodiscard]] std::string inner(std::size_t i) const {
        std::string all;
        for (auto n = i + 1; n < nodes_[i].end && all.size() < 1000; ++n) all.append(nodes_[n].text);
        return collapsed(all);
    }

    /// The parts of "Headline - Site", "Site | Headline", and the whole.
    [[nodiscard]] static std::vector<std::string> parts(const std::string& title) {
        std::vector<std::string> all = {title};
        for (const std::string_view sign : {" | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " :: ", " \xc2\xbb "}) {
            std::size_t begin = 0;
            for (auto at = title.find(sign); at != title.npos; at = title.find(sign, begin)) {
                all.push_back(collapsed(title.substr(begin, at - begin)));
                begin = at + sign.size();
            }
            if (begin > 0) all.push_back(collapsed(title.substr(begin)));
        }
        return all;
    }

    /// The candidate that the page shows as a heading; else the first, without the name of the site behind it.
    [[nodiscard]] std::string best_title() const {
        const auto site = letters_only(found_.site);
        std::vector<std::string> candidates;
        for (const auto* title : {&found_.title, &og_title_, &item_title_, &twitter_title_, &title_})
            for (auto& part : parts(*title))
                if (!part.empty() && letters_only(part) != site) candidates.push_back(std::move(part));
        std::string best;
        for (const auto& candidate : candidates) {
            const auto letters = letters_only(candidate);
            const bool shown = std::any_of(headings_.begin(), headings_.end(),
                                           [&](const auto& heading) { return letters_only(heading) == letters; });
            if (shown && candidate.size() > best.size() && letters.size() >= 8) best = candidate;
        }
        if (!best.empty()) return best;
        if (candidates.empty()) return headings_.empty() ? std::string() : headings_.front();
        const auto pieces = parts(candidates.front());
        for (std::size_t i = 1; i < pieces.size(); ++i)  // the part that holds most of it, when the rest is short
            if (pieces[i].size() > 2 * (candidates.front().size() - pieces[i].size())) return pieces[i];
        return candidates.front();
    }

    void finish() {
        set(found_.site, site_);
        set(found_.site, weak_site_);
        found_.title = best_title();
        found_.description = description_;
        set(found_.published, date_of(date_));
        set(found_.published, item_date_);
        set(found_.url, link_);
        set(found_.url, og_url_);
        if (!found_.url.starts_with("http") && link_.starts_with("http")) found_.url = link_;
        set(found_.published, date_in_address(found_.url));
        set(found_.published, date_of(weak_date_));
        set(found_.published, time_date_);
        set(found_.author, author_);
        if (!weak_author_.starts_with("http")) set(found_.author, weak_author_);
        set(found_.language, language_);
        set(found_.language, weak_language_);
    }

    const std::vector<Node>& nodes_;
    PageMetadata found_;
    std::string og_title_, twitter_title_, item_title_, title_, description_;
    std::vector<std::string> headings_;
    std::string date_, weak_date_, item_date_, time_date_;
    std::string site_, weak_site_, author_, weak_author_, og_url_, link_, language_, weak_language_;
};

}  // namespace

PageMetadata read_metadata(const Tree& tree, std::span<const std::string_view> data) {
    return Metadata(tree).run(data);
}

}  // namespace chancery
