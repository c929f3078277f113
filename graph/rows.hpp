#pragma once
#include <array>
#include <map>
#include <string>
#include <vector>

#include "record/entity_type.hpp"
#include "record/span.hpp"
#include "record/status.hpp"

namespace chancery {

/// The rows of a finished graph: plain values in the order in which every format writes them (all lists sorted
/// bytewise).

struct ArticleRow {
    std::string id, sha256, title, published, source, language;
    std::vector<std::string> names;  ///< every id under which the text came; the first is `id`
    std::vector<std::string> urls;
    std::uint32_t words = 0;
    std::string syndicated = {};  ///< the least id among the articles that are copies of one another with it; or empty
};

struct NodeRow {
    std::string id;  ///< "person_maria-zakharova", "country_RU"
    EntityType type = EntityType::person;
    std::string label;
    bool named = true;
    std::vector<std::string> aliases;
    std::string country, cameo_actor;        ///< or empty
    std::map<std::string, std::string> ids;  ///< "iso2" -> "RU", ...
    std::uint32_t mentions = 0;
    std::vector<std::string> articles;  ///< ids
    std::string first_seen, last_seen;  ///< ISO dates of its articles, or empty
    std::vector<double> values = {};    ///< one for each of GraphRows::columns; empty when nothing was measured
};

/// A number that every node carries on request: a measure, a coordinate.
struct NodeColumn {
    std::string name;    ///< "pagerank"
    bool whole = false;  ///< whole numbers only
    friend bool operator==(const NodeColumn&, const NodeColumn&) = default;
};

struct EvidenceRow {
    std::string article;  ///< id
    Span sentence;        ///< bytes of the article's cleaned text
    std::string text;     ///< exactly those bytes
    Span subject, trigger, object;
    Status status = Status::asserted;
    std::string speaker_node;  ///< node id, or empty
    std::string speaker_text;  ///< empty when unattributed
    std::string date, place;   ///< EDTF; name; or empty
    std::string rule, construction;
    std::uint16_t confidence = 0;  ///< per mille
};

/// What every writer reads stands together, so that an edge costs few lines of the cache.
struct EdgeRow {
    std::vector<EvidenceRow> evidence;        ///< never empty
    std::uint32_t source = 0, target = 0;     ///< indices into GraphRows::nodes
    std::uint32_t weight = 0;                 ///< pieces of evidence, those of syndicated copies counted once
    std::uint32_t sources = 0;                ///< articles, syndicated copies counted once
    std::array<std::uint32_t, 4> statuses{};  ///< count by Status
    std::uint16_t confidence = 0;             ///< per mille
    Status status = Status::asserted;
    bool former = false, symmetric = false;
    std::string relation, kind, label;  ///< label in words, with the status unless asserted
    std::string id;
    std::string cameo, plover, first_date, last_date;
};

struct GraphRows {
    std::map<std::string, std::string> versions;  ///< "version", "model", "rules", "cleaner"
    std::vector<ArticleRow> articles;
    std::vector<NodeRow> nodes;
    std::vector<EdgeRow> edges;       ///< sorted by (source id, relation, target id)
    std::vector<NodeColumn> columns;  ///< names of NodeRow::values
};

}  // namespace chancery
