// Turtle: RDF to be read by people, a block for every subject.
#include "export/turtle.hpp"

#include <ostream>

#include "export/rdf.hpp"

namespace chancery {

namespace {

/// Whether a name may stand behind a prefix without escapes.
bool plain(std::string_view local) {
    for (const char c : local)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'))
            return false;
    return !local.empty() && local[0] != '-';
}

class Blocks : public rdf::Sink {
  public:
    explicit Blocks(std::ostream& out) : out_(out) {
        for (const auto& known : rdf::vocabularies)
            buffer_.append("@prefix ").append(known.prefix).append(": <").append(known.iri).append("> .\n");
    }
    ~Blocks() override {
        if (open_) buffer_ += " .\n";
        flush();
    }
    Blocks(const Blocks&) = delete;
    Blocks& operator=(const Blocks&) = delete;

    void subject(rdf::Part part, rdf::Iri subject) override {
        if (open_) buffer_ += " .\n";
        if (buffer_.size() >= std::size_t{64} * 1024) flush();
        if (part != rdf::Part::facts) buffer_.push_back('\n');
        append(subject);
        open_ = false;
    }
    void add(rdf::Iri predicate, rdf::Iri object) override {
        begin(predicate);
        append(object);
    }
    void add(rdf::Iri predicate, const rdf::Literal& object) override {
        begin(predicate);
        if (object.datatype == "integer" || object.datatype == "boolean") {
            buffer_.append(object.text);
            return;
        }
        rdf::append_quoted(buffer_, object.text);
        if (!object.language.empty()) {
            buffer_.append("@").append(object.language);
        } else if (!object.datatype.empty()) {
            buffer_ += "^^";
            append({rdf::Space::xsd, object.datatype});
        }
    }

  private:
    void begin(rdf::Iri predicate) {
        buffer_ += open_ ? " ;\n    " : " ";
        open_ = true;
        if (predicate.space == rdf::Space::rdf && predicate.local == "type")
            buffer_.push_back('a');
        else
            append(predicate);
        buffer_.push_back(' ');
    }
    void append(rdf::Iri iri) {
        if (iri.space == rdf::Space::whole) {
            buffer_.append("<").append(iri.local).append(">");
            return;
        }
        const auto& known = rdf::vocabularies[static_cast<std::size_t>(iri.space)];
        if (plain(iri.local))
            buffer_.append(known.prefix).append(":").append(iri.local);
        else
            buffer_.append("<").append(known.iri).append(iri.local).append(">");
    }
    void flush() {
        out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        buffer_.clear();
    }

    std::ostream& out_;
    std::string buffer_;
    bool open_ = false;
};

}  // namespace

void write_turtle(const GraphView& view, std::ostream& out) {
    Blocks blocks(out);
    rdf::describe(view, blocks);
}

}  // namespace chancery
