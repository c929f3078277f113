#include "export/json_writer.hpp"

#include "export/text.hpp"

namespace chancery {

void JsonWriter::text(std::string_view value) {
    const auto good = clean(value, buffer_);
    line_.push_back('"');
    for (const char c : good) {
        switch (c) {
            case '"':
                line_ += "\\\"";
                break;
            case '\\':
                line_ += "\\\\";
                break;
            case '\n':
                line_ += "\\n";
                break;
            case '\t':
                line_ += "\\t";
                break;
            default:
                line_.push_back(c);
        }
    }
    line_.push_back('"');
}

void write_evidence_members(JsonWriter& w, const EvidenceRow& e) {
    w.pair("article", e.article);
    w.span("sentence", e.sentence);
    w.pair("text", e.text);
    w.key("marks");
    w.raw("{");
    w.span("subject", e.subject);
    w.span("trigger", e.trigger);
    w.span("object", e.object);
    w.raw("}");
    w.pair("status", name_of(e.status));
    w.key("attributed_to");
    if (e.speaker_text.empty()) {
        w.raw("null");
    } else {
        w.raw("{");
        w.nullable("node", e.speaker_node);
        w.pair("text", e.speaker_text);
        w.raw("}");
    }
    w.nullable("date", e.date);
    w.nullable("place", e.place);
    w.pair("rule", e.rule);
    w.pair("construction", e.construction);
    w.key("confidence");
    w.raw(decimal(e.confidence));
}

}  // namespace chancery
