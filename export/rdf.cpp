// What is said in RDF about a graph, whatever it is written in.
//
// A relation is always a claim: a resource of its own with status, weight and evidence. Only what the texts assert,
// without anyone denying it and as something that still holds, is a plain statement besides. Nothing is a blank node,
// so that files of the same articles can be loaded twice and compared line by line.
#include "export/rdf.hpp"

#include <charconv>
#include <map>
#include <set>

#include "export/node_ids.hpp"
#include "export/text.hpp"

namespace chancery::rdf {

namespace {

constexpr Iri type{Space::rdf, "type"};
constexpr Iri label{Space::rdfs, "label"};

constexpr Iri def(std::string_view local) {
    return {Space::def, local};
}

/// Relations of common vocabularies that ours are a narrower case of.
struct Broader {
    std::string_view relation;
    Iri property;
};
constexpr std::array<Broader, 12> broader = {{{"affiliated_with", {Space::schema, "affiliation"}},
                                              {"born_in", {Space::schema, "birthPlace"}},
                                              {"citizen_of", {Space::schema, "nationality"}},
                                              {"employee_of", {Space::schema, "worksFor"}},
                                              {"head_of", {Space::org, "headOf"}},
                                              {"located_in", {Space::schema, "containedInPlace"}},
                                              {"member_of", {Space::schema, "memberOf"}},
                                              {"parent_of", {Space::schema, "children"}},
                                              {"part_of", {Space::dcterms, "isPartOf"}},
                                              {"relative_of", {Space::schema, "relatedTo"}},
                                              {"sibling_of", {Space::schema, "sibling"}},
                                              {"spouse_of", {Space::schema, "spouse"}}}};

bool language_tag(std::string_view tag) {
    std::size_t run = 0;
    for (const char c : tag) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        run = letter ? run + 1 : c == '-' && run > 0 ? 0 : 9;
        if (run > 8) return false;
    }
    return run > 0;
}

class Description {
  public:
    Description(const GraphView& view, Sink& sink)
        : view_(view),
          sink_(sink),
          nodes_(view, [](chancery::Sink& out, const NodeRow& row) { out.raw(std::string_view(encoded(row.id))); }) {
        for (const auto& article : view.articles())
            articles_[article.id] = {encoded(article.sha256.size() == 64 ? "sha256/" + article.sha256 : article.id),
                                     language_tag(article.language) ? article.language : std::string()};
    }

    void write() {
        program();
        for (const auto& article : view_.articles()) describe(article);
        std::map<std::string_view, const EdgeRow*> relations;
        for (const auto& edge : view_.edges()) relations.emplace(edge.relation, &edge);
        for (const auto& [name, edge] : relations) describe_relation(name, *edge);
        for (std::uint32_t n = 0; n < view_.nodes().size(); ++n) describe(view_.nodes()[n], nodes_.of(n));
        for (const auto& edge : view_.edges()) describe(edge);
        for (const auto& edge : view_.edges()) {
            const bool holds = edge.status == Status::asserted && !edge.former &&
                               edge.statuses[static_cast<std::size_t>(Status::denied)] == 0;
            if (!holds) continue;
            const auto relation = encoded(edge.relation);
            sink_.subject(Part::facts, node(edge.source));
            sink_.add(Iri{Space::relation, relation}, node(edge.target));
        }
    }

  private:
    struct Article {
        std::string iri, language;
    };

    [[nodiscard]] Iri node(std::uint32_t index) const { return {Space::node, nodes_.of(index)}; }

    Article& article(const std::string& id) {
        const auto [found, added] = articles_.try_emplace(id);
        if (added) found->second.iri = encoded(id);
        return found->second;
    }

    void text(Iri predicate, std::string_view value, std::string_view language = {}) {
        if (!value.empty()) sink_.add(predicate, Literal{value, {}, language});
    }
    void typed(Iri predicate, std::string_view value, std::string_view datatype) {
        sink_.add(predicate, Literal{value, datatype, {}});
    }
    void count(Iri predicate, std::uint64_t value) { typed(predicate, std::to_string(value), "integer"); }
    void flag(Iri predicate, bool value) { typed(predicate, value ? "true" : "false", "boolean"); }
    void date(Iri predicate, std::string_view value) {
        if (!value.empty()) typed(predicate, value, date_type(value));
    }

    void measure(const NodeColumn& column, double value) {
        std::array<char, 40> digits{};
        auto* const end = digits.data() + digits.size();
        const auto done = column.whole ? std::to_chars(digits.data(), end, static_cast<std::int64_t>(value))
                                       : std::to_chars(digits.data(), end, value);
        const auto name = "measure_" + encoded(column.name);
        typed(def(name), {digits.data(), done.ptr}, column.whole ? "integer" : "double");
    }

    void program() {
        sink_.subject(Part::claims, def("program"));
        sink_.add(type, Iri{Space::prov, "SoftwareAgent"});
        text(label, "Chancery");
        for (const auto& [what, version] : view_.versions()) {
            const auto name = "version_" + encoded(what);
            text(def(name), version);
        }
    }

    void describe(const ArticleRow& row) {
        const auto& known = article(row.id);
        sink_.subject(Part::claims, {Space::article, known.iri});
        sink_.add(type, Iri{Space::schema, "NewsArticle"});
        sink_.add(type, Iri{Space::prov, "Entity"});
        text({Space::dcterms, "identifier"}, row.id);
        for (const auto& name : row.names)
            if (name != row.id) text({Space::dcterms, "identifier"}, name);
        text({Space::schema, "headline"}, row.title, known.language);
        for (const auto& url : row.urls) {
            const auto iri = address(url);
            if (iri.empty())
                text({Space::schema, "url"}, url);
            else
                sink_.add({Space::schema, "url"}, Iri{Space::whole, iri});
        }
        date({Space::schema, "datePublished"}, row.published);
        text({Space::schema, "publisher"}, row.source);
        text({Space::schema, "inLanguage"}, row.language);
        count({Space::schema, "wordCount"}, row.words);
        text(def("sha256"), row.sha256);
        if (!row.syndicated.empty() && row.syndicated != row.id) {
            const auto other = article(row.syndicated).iri;
            sink_.add({Space::prov, "alternateOf"}, Iri{Space::article, other});
        }
    }

    void describe_relation(std::string_view name, const EdgeRow& edge) {
        const auto iri = encoded(name);
        sink_.subject(Part::claims, {Space::relation, iri});
        sink_.add(type, Iri{Space::owl, "ObjectProperty"});
        if (edge.symmetric) sink_.add(type, Iri{Space::owl, "SymmetricProperty"});
        std::string words(name);
        for (char& c : words)
            if (c == '_') c = ' ';
        text(label, words, "en");
        text(def("kind"), edge.kind);
        for (const auto& row : broader)
            if (row.relation == name) sink_.add({Space::rdfs, "subPropertyOf"}, row.property);
    }

    void types(EntityType entity) {
        switch (entity) {
            case EntityType::official:
                sink_.add(type, def("Official"));
                [[fallthrough]];
            case EntityType::person:
                sink_.add(type, Iri{Space::foaf, "Person"});
                sink_.add(type, Iri{Space::schema, "Person"});
                break;
            case EntityType::institution:
                sink_.add(type, Iri{Space::org, "Organization"});
                sink_.add(type, Iri{Space::schema, "Organization"});
                break;
            case EntityType::country:
                sink_.add(type, Iri{Space::schema, "Country"});
                break;
            case EntityType::place:
                sink_.add(type, Iri{Space::schema, "Place"});
                break;
            case EntityType::group:
                sink_.add(type, Iri{Space::foaf, "Group"});
        }
    }

    void describe(const NodeRow& row, std::string_view iri) {
        sink_.subject(Part::entities, {Space::node, iri});
        types(row.type);
        text(label, row.label);
        for (const auto& alias : row.aliases)
            if (alias != row.label) text({Space::skos, "altLabel"}, alias);
        text({Space::dcterms, "identifier"}, row.id);
        text(def("type"), name_of(row.type));
        flag(def("named"), row.named);
        text(def("country"), row.country);
        text(def("cameoActor"), row.cameo_actor);
        for (const auto& [scheme, id] : row.ids) {
            const auto name = "id_" + encoded(scheme);
            text(def(name), id);
            if (scheme == "wikidata" && !id.empty() && id[0] == 'Q') {
                const auto item = "http://www.wikidata.org/entity/" + encoded(id);
                sink_.add({Space::skos, "exactMatch"}, Iri{Space::whole, item});
            }
        }
        count(def("mentions"), row.mentions);
        date(def("firstSeen"), row.first_seen);
        date(def("lastSeen"), row.last_seen);
        for (std::size_t m = 0; m < row.values.size() && m < view_.columns().size(); ++m)
            measure(view_.columns()[m], row.values[m]);
        std::set<std::string> seen;
        for (const auto& id : row.articles) seen.insert(article(id).iri);
        for (const auto& where : seen) sink_.add({Space::schema, "subjectOf"}, Iri{Space::article, where});
    }

    void describe(const EdgeRow& edge) {
        const auto id = encoded(edge.id), relation = encoded(edge.relation);
        sink_.subject(Part::claims, {Space::claim, id});
        sink_.add(type, def("Claim"));
        sink_.add(type, Iri{Space::rdf, "Statement"});
        sink_.add({Space::rdf, "subject"}, node(edge.source));
        sink_.add({Space::rdf, "predicate"}, Iri{Space::relation, relation});
        sink_.add({Space::rdf, "object"}, node(edge.target));
        text(label, edge.label, "en");
        text({Space::dcterms, "identifier"}, edge.id);
        text(def("kind"), edge.kind);
        sink_.add(def("status"), def(name_of(edge.status)));
        for (std::size_t s = 0; s < edge.statuses.size(); ++s) {
            const auto name = std::string(status_names[s]) + "Count";
            if (edge.statuses[s] > 0) count(def(name), edge.statuses[s]);
        }
        flag(def("former"), edge.former);
        flag(def("symmetric"), edge.symmetric);
        count(def("weight"), edge.weight);
        count(def("sources"), edge.sources);
        typed(def("confidence"), decimal(edge.confidence), "decimal");
        text(def("cameo"), edge.cameo);
        text(def("plover"), edge.plover);
        date(def("firstDate"), edge.first_date);
        date(def("lastDate"), edge.last_date);
        sink_.add({Space::prov, "wasAttributedTo"}, def("program"));
        const auto ids = evidence_ids(edge, id);
        for (const auto& piece : ids) sink_.add({Space::prov, "wasDerivedFrom"}, Iri{Space::evidence, piece});
        for (std::size_t e = 0; e < ids.size(); ++e) describe(edge.evidence[e], ids[e]);
    }

    /// Ids made of place and words, not of the row's number: the same piece keeps its id when others join it.
    std::vector<std::string> evidence_ids(const EdgeRow& edge, const std::string& edge_id) {
        std::vector<std::string> ids;
        std::set<std::string> taken;
        for (const auto& piece : edge.evidence) {
            auto id = edge_id + "/" + article(piece.article).iri;
            for (const auto offset :
                 {piece.sentence.begin, piece.subject.begin, piece.trigger.begin, piece.object.begin})
                id.append("/").append(std::to_string(offset));
            while (!taken.insert(id).second) id += "~";
            ids.push_back(id);
        }
        return ids;
    }

    void describe(const EvidenceRow& row, const std::string& id) {
        const auto& from = article(row.article);
        sink_.subject(Part::claims, {Space::evidence, id});
        sink_.add(type, def("Evidence"));
        sink_.add(type, Iri{Space::prov, "Entity"});
        sink_.add({Space::prov, "wasQuotedFrom"}, Iri{Space::article, from.iri});
        text({Space::prov, "value"}, row.text, from.language);
        sink_.add(def("status"), def(name_of(row.status)));
        if (!row.speaker_node.empty()) {
            const auto speaker = encoded(row.speaker_node);
            sink_.add({Space::prov, "wasAttributedTo"}, Iri{Space::node, speaker});
        }
        text(def("attributedTo"), row.speaker_text);
        if (!row.date.empty()) {
            const auto slash = row.date.find('/');
            date({Space::schema, "startDate"}, std::string_view(row.date).substr(0, slash));
            if (slash != std::string::npos)
                date({Space::schema, "endDate"}, std::string_view(row.date).substr(slash + 1));
        }
        text(def("place"), row.place);
        text(def("rule"), row.rule);
        text(def("construction"), row.construction);
        typed(def("confidence"), decimal(row.confidence), "decimal");
        span("sentence", row.sentence);
        span("subject", row.subject);
        span("trigger", row.trigger);
        span("object", row.object);
    }

    void span(const std::string& what, Span where) {
        const auto begin = what + "Begin", end = what + "End";
        count(def(begin), where.begin);
        count(def(end), where.end);
    }

    GraphView view_;
    Sink& sink_;
    std::map<std::string, Article> articles_;
    NodeIds nodes_;
};

}  // namespace

void describe(const GraphView& view, Sink& sink) {
    Description(view, sink).write();
}

}  // namespace chancery::rdf
