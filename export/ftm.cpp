// FollowTheMoney: the entities of Aleph, OpenSanctions and their tools, one a line.
//
// What the texts assert becomes the schema that fits (Directorship, Family, Event, ...). What is alleged, denied,
// planned or disputed never does: those schemata say that something is so. It becomes an UnknownLink whose role and
// summary say what it is.
#include "export/ftm.hpp"

#include <map>
#include <set>

#include "export/rdf.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"

namespace chancery {

namespace {

/// Ids there are letters, digits, dots and hyphens. An underscore is a dot; other bytes are two dots and their code.
std::string ftm_id(std::string_view kind, std::string_view id) {
    constexpr std::string_view hex = "0123456789abcdef";
    auto out = "chancery." + std::string(kind);
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (plain)
            out.push_back(c);
        else if (c == '_' && out.back() != '.')
            out.push_back('.');
        else
            out.append({'.', '.', hex[byte >> 4U], hex[byte & 15U]});
    }
    return out.back() == '.' || out.back() == '-' ? out + "..00" : out;
}

/// Bodies of the state, by their CAMEO role.
bool is_public(std::string_view actor) {
    for (const std::string_view role : {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
        if (actor.size() > 3 && actor.substr(3, 3) == role) return true;
    return false;
}

std::string_view schema_of(const NodeRow& node) {
    switch (node.type) {
        case EntityType::person:
        case EntityType::official:
            return "Person";
        case EntityType::institution:
            if (is_public(node.cameo_actor)) return "PublicBody";
            return node.cameo_actor.substr(0, 6).ends_with("BUS") ? "Company" : "Organization";
        case EntityType::country:
            return "PublicBody";
        case EntityType::place:
            return "Address";
        case EntityType::group:
            return "LegalEntity";
    }
    return "Thing";
}

/// An interval schema with the names of its ends.
struct Link {
    std::string_view schema, source, target;
};
constexpr Link unknown{"UnknownLink", "subject", "object"};
constexpr Link event{"Event", "involved", "involved"};
constexpr Link occupancy{"Occupancy", "holder", "post"};

bool among(std::string_view name, std::initializer_list<std::string_view> names) {
    for (const auto other : names)
        if (name == other) return true;
    return false;
}

/// What a relation of the kind role or affiliation is between a person and a body.
Link role_link(std::string_view relation, bool country) {
    if (among(relation, {"founder_of", "head_of", "deputy_head_of"}))
        return {"Directorship", "director", "organization"};
    if (among(relation, {"spokesperson_of", "lawyer_of"})) return {"Representation", "agent", "client"};
    if (among(relation, {"employee_of", "editor_of", "adviser_to"})) return {"Employment", "employee", "employer"};
    if (relation == "member_of") return {"Membership", "member", "organization"};
    if (among(relation, {"affiliated_with", "citizen_of"})) return unknown;
    return country || !among(relation, {"minister_of", "deputy_minister_of"})
               ? occupancy
               : Link{"Directorship", "director", "organization"};
}

bool is_body(std::string_view schema) {
    return schema == "Organization" || schema == "PublicBody" || schema == "Company";
}

bool holds(const EdgeRow& edge) {
    return edge.status == Status::asserted && edge.statuses[static_cast<std::size_t>(Status::denied)] == 0;
}

/// The schema of an edge; its ends must fit the schema's.
Link link_of(const GraphView& view, const EdgeRow& edge) {
    const auto &source = view.source(edge), &target = view.target(edge);
    if (!holds(edge)) return unknown;
    const bool people = is_human(source.type) && is_human(target.type);
    const bool legal = source.type != EntityType::place && target.type != EntityType::place;
    if (edge.kind == "event") return event;
    if (edge.kind == "family" && people) return {"Family", "person", "relative"};
    if (edge.kind != "role" && edge.kind != "affiliation") return unknown;
    const auto link = role_link(edge.relation, target.type == EntityType::country);
    if (link.schema == "Representation" || link.schema == "Membership")
        return legal && (link.schema == "Representation" || is_body(schema_of(target))) ? link : unknown;
    if (!is_human(source.type)) return unknown;
    if (link.schema == "Occupancy") return link;
    return is_body(schema_of(target)) ? link : unknown;
}

class Lines {
  public:
    Lines(const GraphView& view, std::ostream& out) : view_(view), sink_(out) {
        for (const auto& article : view.articles()) articles_[article.id] = &article;
    }

    void write() {
        for (const auto& article : view_.articles()) write(article);
        for (const auto& node : view_.nodes()) write(node);
        std::set<std::string> posts;
        for (const auto& edge : view_.edges()) {
            const auto link = link_of(view_, edge);
            if (link.schema == "Occupancy" && posts.insert(post_id(edge)).second) write_post(edge);
            write(edge, link);
        }
    }

  private:
    using Values = std::set<std::string>;

    void add(std::string_view property, std::string_view value) {
        if (value.empty()) return;
        const bool is_name = property == "name" || property == "alias";
        const bool is_text = property == "description" || property == "summary" || property == "notes";
        properties_[std::string(property)].insert(shortened(value, is_name ? 384 : is_text ? 60000 : 1024));
    }
    void write_entity(const std::string& id, std::string_view schema) {
        sink_.raw(R"({"id": ")");
        sink_.raw(id);
        sink_.raw(R"(", "schema": ")");
        sink_.raw(schema);
        sink_.raw(R"(", "properties": {)");
        bool first = true;
        for (const auto& [name, values] : properties_) {
            sink_.raw(first ? "\"" : ", \"");
            first = false;
            sink_.raw(name);
            sink_.raw("\": [");
            bool open = false;
            for (const auto& value : values) {
                sink_.raw(open ? ", \"" : "\"");
                open = true;
                sink_.text(value, json_text);
                sink_.raw('"');
            }
            sink_.raw(']');
        }
        sink_.raw("}}\n");
        properties_.clear();
    }

    /// Two letters are a country's code; anything else is none.
    void add_country(std::string_view code) {
        if (code.size() != 2) return;
        std::string lower;
        for (const char c : code) lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        add("country", lower);
    }

    /// The parts of an EDTF date or range.
    void add_date(std::string_view property, std::string_view date) {
        const auto slash = date.find('/');
        for (const auto part : {date.substr(0, slash), slash == date.npos ? "" : date.substr(slash + 1)})
            if (!rdf::date_type(part).empty()) add(property, part);
    }

    void add_proof(const std::string& id) {
        const auto found = articles_.find(id);
        if (found != articles_.end()) add("proof", ftm_id("article.", id));
    }

    void write(const ArticleRow& article) {
        add("name", article.title.empty() ? article.id : article.title);
        add("title", article.title);
        add("fileName", article.id);
        for (const auto& name : article.names) add("fileName", name);
        add_date("publishedAt", article.published);
        add("publisher", article.source);
        if (article.language == "en") add("language", "eng");
        for (const auto& url : article.urls) add("sourceUrl", rdf::address(url));
        write_entity(ftm_id("article.", article.id), "Article");
    }

    void write(const NodeRow& node) {
        const auto schema = schema_of(node);
        add("name", node.label.empty() ? node.id : node.label);
        if (schema == "Address") add("full", node.label);
        for (const auto& alias : node.aliases)
            if (alias != node.label) add("alias", alias);
        add_country(node.country);
        const auto wikidata = node.ids.find("wikidata");
        if (wikidata != node.ids.end()) add("wikidataId", wikidata->second);
        for (const auto& article : node.articles) add_proof(article);
        if (!node.named) add("notes", "The text does not name this one.");
        if (node.type == EntityType::official) add("notes", "The text gives this person a public office.");
        write_entity(ftm_id("", node.id), schema);
    }

    [[nodiscard]] std::string post_id(const EdgeRow& edge) const {
        return ftm_id("post.", edge.relation + "_" + view_.target(edge).id);
    }
    void write_post(const EdgeRow& edge) {
        const auto& body = view_.target(edge);
        add("name", edge.label + " " + (body.label.empty() ? body.id : body.label));
        add_country(body.country);
        write_entity(post_id(edge), "Position");
    }

    void write(const EdgeRow& edge, const Link& link) {
        const auto &source = view_.source(edge), &target = view_.target(edge);
        const auto role = edge.label + (edge.former ? " (former)" : "");
        if (link.schema == "Event") {
            add("name", source.label + " " + role + " " + target.label);
            for (const auto* end : {&source, &target})
                if (end->type == EntityType::place)
                    add("addressEntity", ftm_id("", end->id));
                else
                    add("involved", ftm_id("", end->id));
        } else {
            add(link.source, ftm_id("", source.id));
            add(link.target, link.schema == "Occupancy" ? post_id(edge) : ftm_id("", target.id));
            add(link.schema == "Family" ? "relationship" : link.schema == "Occupancy" ? "description" : "role", role);
            if (link.schema != "Family")
                add("status", link.schema == "Occupancy" ? (edge.former ? "ended" : "unknown") : name_of(edge.status));
        }
        add_evidence(edge, link);
        add("recordId", edge.id);
        add("summary", source.label + " " + role + " " + target.label + ". Status: " + standing(edge) +
                           ". Sentences: " + std::to_string(edge.weight) +
                           ", articles: " + std::to_string(edge.sources) + ".");
        write_entity(ftm_id("edge.", edge.id), link.schema);
    }

    /// "asserted 2, denied 1".
    static std::string standing(const EdgeRow& edge) {
        std::string out;
        for (std::size_t s = 0; s < edge.statuses.size(); ++s)
            if (edge.statuses[s] > 0)
                out.append(out.empty() ? "" : ", ")
                    .append(status_names[s])
                    .append(" ")
                    .append(std::to_string(edge.statuses[s]));
        return out;
    }

    void add_evidence(const EdgeRow& edge, const Link& link) {
        add_date("date", edge.first_date);
        add_date("date", edge.last_date);
        for (const auto& evidence : edge.evidence) {
            std::string said = evidence.text;
            if (evidence.status != Status::asserted) said.append(" [").append(name_of(evidence.status)).append("]");
            if (!evidence.speaker_text.empty())
                said.append(" [according to ").append(evidence.speaker_text).append("]");
            add("description", said);
            if (link.schema == "Event") add("location", evidence.place);
            add_proof(evidence.article);
            const auto article = articles_.find(evidence.article);
            if (article == articles_.end()) continue;
            for (const auto& url : article->second->urls) add("sourceUrl", rdf::address(url));
            add("publisher", article->second->source);
        }
    }

    GraphView view_;
    Sink sink_;
    std::map<std::string, const ArticleRow*> articles_;
    std::map<std::string, Values> properties_;
};

}  // namespace

void write_ftm(const GraphView& view, std::ostream& out) {
    Lines(view, out).write();
}

}  // namespace chancery
