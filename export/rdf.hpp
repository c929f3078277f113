#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/view.hpp"

namespace chancery::rdf {

/// The vocabularies in use, by the prefix that Turtle writes for them. The last one stands for whole IRIs (web
/// addresses).
enum class Space : std::uint8_t {
    rdf,
    rdfs,
    xsd,
    owl,
    skos,
    foaf,
    org,
    prov,
    dcterms,
    schema,
    def,
    relation,
    node,
    claim,
    evidence,
    article,
    whole
};

struct Vocabulary {
    std::string_view prefix, iri;
};

inline constexpr std::array<Vocabulary, 16> vocabularies = {{{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                                                             {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
                                                             {"xsd", "http://www.w3.org/2001/XMLSchema#"},
                                                             {"owl", "http://www.w3.org/2002/07/owl#"},
                                                             {"skos", "http://www.w3.org/2004/02/skos/core#"},
                                                             {"foaf", "http://xmlns.com/foaf/0.1/"},
                                                             {"org", "http://www.w3.org/ns/org#"},
                                                             {"prov", "http://www.w3.org/ns/prov#"},
                                                             {"dcterms", "http://purl.org/dc/terms/"},
                                                             {"schema", "https://schema.org/"},
                                                             {"c", "urn:chancery:def:"},
                                                             {"rel", "urn:chancery:relation:"},
                                                             {"node", "urn:chancery:node:"},
                                                             {"claim", "urn:chancery:claim:"},
                                                             {"ev", "urn:chancery:evidence:"},
                                                             {"article", "urn:chancery:article:"}}};

/// An IRI: `local` holds only what an IRI may hold (see encoded()).
struct Iri {
    Space space = Space::whole;
    std::string_view local;
};

/// A string, tagged with a language or a datatype of `xsd` when one is given. `text` is any bytes.
struct Literal {
    std::string_view text;
    std::string_view datatype = {};
    std::string_view language = {};
};

/// The parts of the graph, named graphs in N-Quads.
enum class Part : std::uint8_t { entities, claims, facts };

inline constexpr std::array<std::string_view, 3> part_names = {"entities", "claims", "facts"};

/// Takes statements one by one; those of one subject follow each other.
class Sink {
  public:
    virtual ~Sink() = default;
    virtual void subject(Part part, Iri subject) = 0;
    virtual void add(Iri predicate, Iri object) = 0;
    virtual void add(Iri predicate, const Literal& object) = 0;
};

/// All statements about a graph, as docs/formats/turtle.md describes them.
void describe(const GraphView& view, Sink& sink);

/// `text` with everything percent-encoded that may not stand in the last part of an IRI.
[[nodiscard]] std::string encoded(std::string_view text);

/// An address as an IRI: what may not stand in one is percent-encoded. Empty when it is no address of the web.
[[nodiscard]] std::string address(std::string_view url);

/// The type of XML Schema that a date of EDTF fits: "date", "gYearMonth", "gYear", or nothing when it is none of these.
[[nodiscard]] std::string_view date_type(std::string_view date);

/// Appends a string literal without its tag: quoted, cleaned, escaped as N-Triples and Turtle both want it.
void append_quoted(std::string& out, std::string_view text);

}  // namespace chancery::rdf
