// Our own GraphML back into rows, by way of the node-link document that JSON reads: so both are checked by one reader.
//
// tinyxml2 decodes entities it does not know into garbage and takes control characters, so the bytes are looked over
// before. It needs about eight times the file in memory.
#include "export/read_graphml.hpp"

#include <tinyxml2.h>
#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "export/attributes.hpp"
#include "export/json_document.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

using Json = nlohmann::json;
using Element = tinyxml2::XMLElement;

bool is_known_entity(std::string_view text) {
    for (const std::string_view entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#9;", "&#10;", "&#32;"})
        if (text.starts_with(entity)) return true;
    return false;
}

/// "a | b\|c" as ["a", "b|c"].
Json split(std::string_view text) {
    Json items = Json::array();
    std::string item;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with(" | ")) {
            items.push_back(std::move(item));
            item.clear();
            i += 2;
        } else {
            if (text[i] == '\\' && i + 1 < text.size()) ++i;
            item.push_back(text[i]);
        }
    }
    items.push_back(std::move(item));
    return items;
}

class Reader {
  public:
    explicit Reader(const std::string& where) : where_(where) {}

    GraphRows read(std::string_view bytes) {
        check(bytes);
        tinyxml2::XMLDocument xml;
        if (xml.Parse(bytes.data(), bytes.size()) != tinyxml2::XML_SUCCESS)
            fail("is no XML: line " + std::to_string(xml.ErrorLineNum()));
        const auto* root = xml.FirstChildElement("graphml");
        const auto* graph = root == nullptr ? nullptr : root->FirstChildElement("graph");
        if (graph == nullptr) fail("is no GraphML");
        read_keys(*root);
        auto document = origin(xml);
        auto& nodes = document["nodes"] = Json::array();
        for (const auto* each = graph->FirstChildElement("node"); each != nullptr;
             each = each->NextSiblingElement("node"))
            nodes.push_back(node(*each));
        auto& edges = document["edges"] = Json::array();
        for (const auto* each = graph->FirstChildElement("edge"); each != nullptr;
             each = each->NextSiblingElement("edge"))
            edges.push_back(edge(*each));
        return rows_of(document, where_);
    }

  private:
    [[noreturn]] void fail(const std::string& what) const {
        throw Error(where_ + ": " + what + ". Give a graph written by chancery.");
    }

    void check(std::string_view bytes) const {
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const auto c = static_cast<unsigned char>(bytes[i]);
            const bool control = (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7f;
            if (control || (c == '&' && !is_known_entity(bytes.substr(i, 6))) ||
                (c == '<' && i + 1 < bytes.size() && bytes[i + 1] == '!'))
                fail("has at byte " + std::to_string(i) + " what chancery never writes");
        }
    }

    void read_keys(const Element& root) {
        for (const auto* key = root.FirstChildElement("key"); key != nullptr; key = key->NextSiblingElement("key")) {
            auto name = attribute(*key, "attr.name");
            const bool fixed = name == "ids" || std::any_of(node_attributes.begin(), node_attributes.end(),
                                                            [&](const Attribute& a) { return a.name == name; });
            if (!fixed && attribute(*key, "for") == "node") columns_.push_back(name);
            names_[attribute(*key, "id")] = std::move(name);
        }
    }

    std::string attribute(const Element& element, const char* name) const {
        const auto* value = element.Attribute(name);
        if (value == nullptr)
            fail("line " + std::to_string(element.GetLineNum()) + ": a " + element.Name() + " has no " + name);
        return value;
    }

    /// The values of an element by attribute name.
    std::map<std::string, std::string> values(const Element& element) const {
        std::map<std::string, std::string> found;
        for (const auto* data = element.FirstChildElement("data"); data != nullptr;
             data = data->NextSiblingElement("data")) {
            const auto name = names_.find(attribute(*data, "key"));
            if (name == names_.end()) fail("line " + std::to_string(data->GetLineNum()) + ": the key is not declared");
            found[name->second] = data->GetText() == nullptr ? "" : data->GetText();
        }
        return found;
    }

    Json parsed(std::string_view text, const std::string& name) const {
        auto value = Json::parse(text, nullptr, false);
        if (value.is_discarded()) fail(name + " holds no JSON");
        return value;
    }

    /// The processing instructions before the root: versions and articles. tinyxml2 calls them declarations.
    Json origin(const tinyxml2::XMLDocument& xml) const {
        constexpr std::string_view versions = "chancery ", article = "chancery-article ";
        Json document = Json::object();
        auto& articles = document["articles"] = Json::array();
        for (const auto* node = xml.FirstChild(); node != nullptr && node->ToDeclaration() != nullptr;
             node = node->NextSibling()) {
            const std::string_view text(node->Value());
            if (text.starts_with(versions))
                document["chancery"] = parsed(text.substr(versions.size()), "the instruction chancery");
            else if (text.starts_with(article))
                articles.push_back(parsed(text.substr(article.size()), "an instruction chancery-article"));
        }
        if (!document.contains("chancery")) fail("has no processing instruction \"chancery\"");
        return document;
    }

    /// A value in the type that the attribute is declared with.
    Json typed(const Attribute& a, const std::string& text) const {
        if (a.type == Attribute::text) return text;
        if (a.type == Attribute::list) return split(text);
        if (a.type == Attribute::flag) return text == "true";
        const auto* end = text.data() + text.size();
        std::uint64_t count = 0;
        double number = 0;
        const auto done = a.type == Attribute::count ? std::from_chars(text.data(), end, count)
                                                     : std::from_chars(text.data(), end, number);
        if (done.ec != std::errc() || done.ptr != end)
            fail(std::string(a.name) + " is no number: " + text.substr(0, 40));
        return a.type == Attribute::count ? Json(count) : Json(number);
    }

    template <std::size_t N>
    Json row(const Element& element, const std::array<Attribute, N>& attributes, const char* more) const {
        Json row = Json::object();
        const auto found = values(element);
        for (const auto& a : attributes) {
            const auto it = found.find(std::string(a.name));
            if (it != found.end()) row[std::string(a.name)] = typed(a, it->second);
        }
        const auto it = found.find(more);
        if (it != found.end()) row[more] = parsed(it->second, "the attribute " + std::string(more));
        row["id"] = attribute(element, "id");
        return row;
    }

    Json node(const Element& element) const {
        auto result = row(element, node_attributes, "ids");
        const auto ids = result.find("article_ids");
        result["articles"] = ids == result.end() ? Json::array() : *ids;
        if (columns_.empty()) return result;
        const auto found = values(element);
        for (const auto& column : columns_)
            if (const auto it = found.find(column); it != found.end())
                result["measures"][column] = typed({column, Attribute::decimal}, it->second);
        return result;
    }

    Json edge(const Element& element) const {
        auto result = row(element, edge_attributes, "evidence");
        result["source"] = attribute(element, "source");
        result["target"] = attribute(element, "target");
        return result;
    }

    const std::string& where_;
    std::map<std::string, std::string> names_;  ///< key id to attribute name
    std::vector<std::string> columns_;          ///< of nodes, measured
};

}  // namespace

GraphRows read_graphml(std::string_view bytes, const std::string& where) {
    return Reader(where).read(bytes);
}

}  // namespace chancery
