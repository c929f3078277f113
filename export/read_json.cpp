#include "export/read_json.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "export/json_document.hpp"
#include "graph/columns.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

using Json = nlohmann::json;

/// The begin of a value, for messages; strings that come from GraphML may hold broken UTF-8.
std::string shown(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 80);
}

class Reader {
  public:
    explicit Reader(std::string where) : where_(std::move(where)) {}

    GraphRows read(const Json& document) {
        if (document.is_discarded() || !document.is_object())
            fail("is no JSON object. Give a graph written by chancery");
        GraphRows rows;
        if (document.contains("chancery")) rows.versions = strings_by_key(document["chancery"]);
        for (const auto& item : array(document, "articles", false)) rows.articles.push_back(article(item));
        std::map<std::string, std::uint32_t> index;
        for (const auto& item : array(document, "nodes", true)) {
            rows.nodes.push_back(node(item));
            measures(item, rows);
            if (!index.emplace(rows.nodes.back().id, rows.nodes.size() - 1).second)
                fail("the node id '" + rows.nodes.back().id + "' stands twice");
        }
        for (const auto& item : array(document, "edges", true)) rows.edges.push_back(edge(item, index));
        return rows;
    }

  private:
    [[noreturn]] void fail(const std::string& what) const { throw Error(where_ + ": " + what + "."); }

    const Json& array(const Json& object, const char* key, bool needed) const {
        static const Json none = Json::array();
        if (!object.contains(key)) {
            if (needed) fail(std::string("has no list \"") + key + "\". Give a graph written by chancery");
            return none;
        }
        if (!object[key].is_array()) fail(std::string("\"") + key + "\" is no list");
        return object[key];
    }
    std::string text(const Json& object, const char* key, bool needed = false) const {
        if (!object.is_object()) fail("a row is no object");
        const auto it = object.find(key);
        if (it == object.end() || it->is_null()) {
            if (needed) fail(std::string("a row has no \"") + key + "\": " + shown(object));
            return {};
        }
        if (!it->is_string()) fail(std::string("\"") + key + "\" is no string in " + shown(object));
        return it->get<std::string>();
    }
    std::uint32_t number(const Json& object, const char* key) const {
        const auto it = object.find(key);
        if (it == object.end()) return 0;
        if (!it->is_number_unsigned() || it->get<std::uint64_t>() > 0xffffffffU)
            fail(std::string("\"") + key + "\" is no count in " + shown(object));
        return it->get<std::uint32_t>();
    }
    bool flag(const Json& object, const char* key, bool fallback) const {
        const auto it = object.find(key);
        if (it == object.end()) return fallback;
        if (!it->is_boolean()) fail(std::string("\"") + key + "\" is neither true nor false");
        return it->get<bool>();
    }
    std::uint16_t per_mille(const Json& object) const {
        const auto it = object.find("confidence");
        if (it == object.end()) return 0;
        if (!it->is_number() || it->get<double>() < 0 || it->get<double>() > 1)
            fail("\"confidence\" is no number from 0 to 1");
        return static_cast<std::uint16_t>(std::lround(it->get<double>() * 1000));
    }
    std::vector<std::string> strings(const Json& object, const char* key) const {
        std::vector<std::string> values;
        for (const auto& item : array(object, key, false)) {
            if (!item.is_string()) fail(std::string("\"") + key + "\" holds something that is no string");
            values.push_back(item.get<std::string>());
        }
        return values;
    }
    std::map<std::string, std::string> strings_by_key(const Json& object) const {
        std::map<std::string, std::string> values;
        if (!object.is_object()) fail("a map of strings is no object");
        for (const auto& [key, value] : object.items())
            values[key] = value.is_string() ? value.get<std::string>()
                                            : value.dump(-1, ' ', false, Json::error_handler_t::replace);
        return values;
    }
    Span span(const Json& object, const char* key) const {
        const auto& pair = array(object, key, false);
        if (pair.empty()) return {};
        if (pair.size() != 2 || !pair[0].is_number_unsigned() || !pair[1].is_number_unsigned())
            fail(std::string("\"") + key + "\" is no pair of offsets");
        return {pair[0].get<std::uint32_t>(), pair[1].get<std::uint32_t>()};
    }
    Status status_of(const Json& object) const {
        const auto name = text(object, "status", true);
        const auto found = status(name);
        if (!found) fail("the status '" + name + "' is not one of asserted, alleged, denied, planned");
        return *found;
    }

    ArticleRow article(const Json& item) const {
        ArticleRow row{text(item, "id", true), text(item, "sha256"),    text(item, "title"),    text(item, "published"),
                       text(item, "source"),   text(item, "language"),  strings(item, "names"), strings(item, "urls"),
                       number(item, "words"),  text(item, "syndicated")};
        if (row.names.empty()) row.names = {row.id};
        return row;
    }

    NodeRow node(const Json& item) const {
        NodeRow row;
        row.id = text(item, "id", true);
        const auto type = entity_type(text(item, "type", true));
        if (!type) fail("the node " + row.id + " has the unknown type '" + text(item, "type") + "'");
        row.type = *type;
        row.label = text(item, "label");
        row.named = flag(item, "named", true);
        row.aliases = strings(item, "aliases");
        row.country = text(item, "country");
        row.cameo_actor = text(item, "cameo_actor");
        if (item.contains("ids")) row.ids = strings_by_key(item["ids"]);
        row.mentions = number(item, "mentions");
        row.articles = strings(item, "articles");
        row.first_seen = text(item, "first_seen");
        row.last_seen = text(item, "last_seen");
        return row;
    }

    /// The columns are those of the first node; every node must have the same.
    void measures(const Json& item, GraphRows& rows) const {
        auto& row = rows.nodes.back();
        std::vector<NodeColumn> columns;
        if (item.contains("measures")) {
            if (!item["measures"].is_object()) fail("the \"measures\" of " + row.id + " are no object");
            for (const auto& [name, value] : item["measures"].items()) {
                if (!value.is_number()) fail("the measure \"" + name + "\" of " + row.id + " is no number");
                columns.push_back({name, whole_column(name)});
                row.values.push_back(value.get<double>());
            }
        }
        if (rows.nodes.size() == 1) rows.columns = columns;
        if (columns != rows.columns) fail("the node " + row.id + " has other measures than the first node");
    }

    EvidenceRow evidence(const Json& item) const {
        EvidenceRow row;
        row.article = text(item, "article", true);
        row.sentence = span(item, "sentence");
        row.text = text(item, "text", true);
        if (item.contains("marks")) {
            row.subject = span(item["marks"], "subject");
            row.trigger = span(item["marks"], "trigger");
            row.object = span(item["marks"], "object");
        }
        row.status = status_of(item);
        if (item.contains("attributed_to") && item["attributed_to"].is_object()) {
            row.speaker_node = text(item["attributed_to"], "node");
            row.speaker_text = text(item["attributed_to"], "text");
        }
        row.date = text(item, "date");
        row.place = text(item, "place");
        row.rule = text(item, "rule");
        row.construction = text(item, "construction");
        row.confidence = per_mille(item);
        return row;
    }

    EdgeRow edge(const Json& item, const std::map<std::string, std::uint32_t>& index) const {
        EdgeRow row;
        row.id = text(item, "id", true);
        const auto end = [&](const char* key) {
            const auto it = index.find(text(item, key, true));
            if (it == index.end())
                fail("the edge " + row.id + " has a " + key + " that is no node: " + text(item, key));
            return it->second;
        };
        row.source = end("source");
        row.target = end("target");
        row.relation = text(item, "relation", true);
        row.kind = text(item, "kind");
        row.label = text(item, "label");
        row.status = status_of(item);
        row.former = flag(item, "former", false);
        row.symmetric = flag(item, "symmetric", false);
        row.weight = number(item, "weight");
        row.confidence = per_mille(item);
        row.cameo = text(item, "cameo");
        row.plover = text(item, "plover");
        row.first_date = text(item, "first_date");
        row.last_date = text(item, "last_date");
        for (const auto& each : array(item, "evidence", true)) row.evidence.push_back(evidence(each));
        if (row.evidence.empty()) fail("the edge " + row.id + " has no evidence");
        row.sources = item.contains("sources") ? number(item, "sources") : 1;
        for (const auto& each : row.evidence) ++row.statuses[static_cast<std::size_t>(each.status)];
        return row;
    }

    std::string where_;
};

}  // namespace

GraphRows rows_of(const Json& document, const std::string& where) {
    return Reader(where).read(document);
}

GraphRows read_json(std::string_view bytes, const std::string& where) {
    return rows_of(Json::parse(bytes, nullptr, false), where);
}

}  // namespace chancery
