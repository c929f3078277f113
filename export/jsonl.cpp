// JSON Lines of assertions: one line for each piece of evidence, article by article, in the order of the text. A line
// stands alone: it names both ends, so that nothing has to be looked up and a file of any length can be read in pieces.
#include "export/jsonl.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include "export/in_turn.hpp"
#include "export/json_rows.hpp"
#include "record/status.hpp"

namespace chancery {

namespace {

struct Line {
    const EdgeRow* edge;
    const EvidenceRow* evidence;
};

/// The edge's words without the status of all its evidence, and with that of this piece.
std::string label_of(const EdgeRow& edge, Status status) {
    auto label = edge.label.substr(0, edge.label.rfind(" ("));
    if (status != Status::asserted) label.append(" (").append(name_of(status)).append(")");
    return label;
}

void write_end(JsonSink& w, std::string_view name, const NodeRow& node) {
    w.key(name);
    w.open('{');
    w.pair("id", node.id);
    w.pair("type", name_of(node.type));
    w.pair("label", node.label);
    w.flag("named", node.named);
    w.nullable("country", node.country);
    w.nullable("cameo_actor", node.cameo_actor);
    w.close('}');
}

void write_line(Sink& sink, const GraphView& view, const ArticleRow* article, const Line& line) {
    const auto& edge = *line.edge;
    JsonSink w(sink);
    w.open('{');
    write_evidence_members(w, *line.evidence);
    w.nullable("sha256", article == nullptr ? "" : article->sha256);
    w.nullable("title", article == nullptr ? "" : article->title);
    w.nullable("published", article == nullptr ? "" : article->published);
    w.nullable("source", article == nullptr ? "" : article->source);
    w.list("urls", article == nullptr ? std::vector<std::string>() : article->urls);
    w.pair("relation", edge.relation);
    w.pair("kind", edge.kind);
    w.pair("label", label_of(edge, line.evidence->status));
    w.flag("former", edge.former);
    w.flag("symmetric", edge.symmetric);
    w.nullable("cameo", edge.cameo);
    w.nullable("plover", edge.plover);
    write_end(w, "subject", view.source(edge));
    write_end(w, "object", view.target(edge));
    w.close('}');
    sink.raw('\n');
}

}  // namespace

void write_jsonl(const GraphView& view, std::ostream& out) {
    std::vector<Line> lines;
    for (const auto& edge : view.edges())
        for (const auto& evidence : edge.evidence) lines.push_back({&edge, &evidence});
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        return std::tie(a.evidence->article, a.evidence->sentence.begin) <
               std::tie(b.evidence->article, b.evidence->sentence.begin);
    });
    const auto articles = view.articles();  // sorted by id, as the lines are
    Sink whole(out);
    in_turn(whole, lines.size(), [&](Sink& sink, std::size_t begin, std::size_t end) {
        if (begin == end) return;
        auto article = std::lower_bound(articles.begin(), articles.end(), lines[begin].evidence->article,
                                        [](const ArticleRow& row, std::string_view id) { return row.id < id; });
        for (const auto& line : std::span(lines).subspan(begin, end - begin)) {
            while (article != articles.end() && article->id < line.evidence->article) ++article;
            const bool known = article != articles.end() && article->id == line.evidence->article;
            write_line(sink, view, known ? &*article : nullptr, line);
        }
    });
}

}  // namespace chancery
