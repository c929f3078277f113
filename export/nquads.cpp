// N-Quads: one statement a line, for stores that load in bulk and for sort, grep and diff.
#include "export/nquads.hpp"

#include <ostream>

#include "export/rdf.hpp"

namespace chancery {

namespace {

class Lines : public rdf::Sink {
  public:
    explicit Lines(std::ostream& out) : out_(out) {}
    ~Lines() override { flush(); }
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

    void subject(rdf::Part part, rdf::Iri subject) override {
        subject_.clear();
        append(subject_, subject);
        subject_.push_back(' ');
        end_ = " <urn:chancery:graph:" + std::string(rdf::part_names[static_cast<std::size_t>(part)]) + "> .\n";
    }
    void add(rdf::Iri predicate, rdf::Iri object) override {
        begin(predicate);
        append(buffer_, object);
        finish();
    }
    void add(rdf::Iri predicate, const rdf::Literal& object) override {
        begin(predicate);
        rdf::append_quoted(buffer_, object.text);
        if (!object.language.empty()) {
            buffer_.append("@").append(object.language);
        } else if (!object.datatype.empty()) {
            buffer_ += "^^";
            append(buffer_, {rdf::Space::xsd, object.datatype});
        }
        finish();
    }

  private:
    static void append(std::string& out, rdf::Iri iri) {
        out.push_back('<');
        if (iri.space != rdf::Space::whole) out.append(rdf::vocabularies[static_cast<std::size_t>(iri.space)].iri);
        out.append(iri.local).push_back('>');
    }
    void begin(rdf::Iri predicate) {
        buffer_ += subject_;
        append(buffer_, predicate);
        buffer_.push_back(' ');
    }
    void finish() {
        buffer_ += end_;
        if (buffer_.size() >= std::size_t{64} * 1024) flush();
    }
    void flush() {
        out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        buffer_.clear();
    }

    std::ostream& out_;
    std::string buffer_, subject_, end_;
};

}  // namespace

void write_nquads(const GraphView& view, std::ostream& out) {
    Lines lines(out);
    rdf::describe(view, lines);
}

}  // namespace chancery
