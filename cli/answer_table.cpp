#include "cli/answer_table.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <vector>

#include "cli/table.hpp"

namespace chancery {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& object, const char* key) {
    const auto at = object.find(key);
    if (at == object.end() || at->is_null()) return {};
    return at->is_string() ? at->get<std::string>() : at->dump();
}

/// Columns as wide as their widest cell, up to a bound; the last is not filled.
class Columns {
  public:
    explicit Columns(std::vector<std::string> headings) : rows_{std::move(headings)} {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

    void write(std::ostream& out) const {
        constexpr std::size_t widest = 44;
        std::vector<std::size_t> widths(rows_.front().size());
        for (const auto& row : rows_)
            for (std::size_t c = 0; c < row.size(); ++c)
                widths[c] = std::min(widest, std::max(widths[c], columns(row[c])));
        for (const auto& row : rows_) {
            std::string line;
            for (std::size_t c = 0; c < row.size(); ++c)
                line += cell(row[c], c + 1 < row.size() ? widths[c] + 2 : std::max<std::size_t>(columns(row[c]), 1));
            line.erase(line.find_last_not_of(' ') + 1);
            out << line << '\n';
        }
    }

  private:
    std::vector<std::vector<std::string>> rows_;
};

void write_entities(const Json& answer, std::ostream& out) {
    Columns table({"entity", "type", "country", "mentions", "relations", "fits", "id"});
    for (const auto& e : answer["entities"])
        table.add({text_of(e, "label"), text_of(e, "type"), text_of(e, "country"), text_of(e, "mentions"),
                   text_of(e, "degree"), text_of(e, "match"), text_of(e, "id")});
    table.write(out);
}

void write_relations(const Json& answer, std::ostream& out) {
    Columns table({"from", "relation", "to", "evidence", "confidence", "last", "id"});
    for (const auto& r : answer["relations"])
        table.add({text_of(r, "source_label"), text_of(r, "label"), text_of(r, "target_label"), text_of(r, "weight"),
                   text_of(r, "confidence"), text_of(r, "last_date"), text_of(r, "id")});
    table.write(out);
}

void write_articles(const Json& answer, std::ostream& out) {
    Columns table({"published", "source", "title", "words", "id"});
    for (const auto& a : answer["articles"])
        table.add({text_of(a, "published"), text_of(a, "source"), text_of(a, "title"), text_of(a, "words"),
                   text_of(a, "id")});
    table.write(out);
}

std::string one_line(const std::string& text) {
    return cell(text, columns(text));
}

void write_paths(const Json& answer, std::ostream& out) {
    if (answer["paths"].empty())
        out << "no path of at most " << answer["max_hops"]
            << " steps; --max-hops allows more, --status other relations\n";
    for (const auto& path : answer["paths"]) {
        out << path["hops"] << (path["hops"] == 1 ? " step:\n" : " steps:\n");
        for (const auto& step : path["steps"])
            for (const auto& r : step["relations"])
                out << "  " << one_line(text_of(r, "source_label")) << "  " << one_line(text_of(r, "label")) << "  "
                    << one_line(text_of(r, "target_label")) << "\n      \"" << one_line(text_of(r, "quote")) << "\" ("
                    << one_line(text_of(r, "quote_article")) << ")\n";
    }
    if (answer["complete"] == false) out << "the search was given up: there may be more\n";
}

void write_schema(const Json& answer, std::ostream& out) {
    Columns table({"relation", "in words", "kind", "edges", "between"});
    for (const auto& r : answer["relations"]) {
        std::string between;
        for (const auto& ends : r["between"])
            between += (between.empty() ? "" : ", ") + text_of(ends, "source") + " to " + text_of(ends, "target") +
                       " " + text_of(ends, "count");
        table.add({text_of(r, "relation"), text_of(r, "label"), text_of(r, "kind"), text_of(r, "count"), between});
    }
    table.write(out);
}

void write_stats(const Json& answer, std::ostream& out) {
    for (const auto& [name, value] : answer.items()) {
        if (value.is_null() || name == "generation") continue;
        out << cell(name, 18);
        if (!value.is_object()) {
            out << one_line(value.is_string() ? value.get<std::string>() : value.dump()) << '\n';
            continue;
        }
        std::string line;
        for (const auto& [key, count] : value.items())
            line +=
                (line.empty() ? "" : ", ") + key + " " + (count.is_string() ? count.get<std::string>() : count.dump());
        out << one_line(line) << '\n';
    }
}

void write_facets(const Json& answer, std::ostream& out) {
    const auto facets = answer.find("facets");
    if (facets == answer.end()) return;
    for (const auto& [name, facet] : facets->items()) {
        out << '\n' << name << ":\n";
        for (const auto& value : facet["values"])
            out << "  " << cell(text_of(value, "value"), 32) << text_of(value, "count") << '\n';
    }
}

}  // namespace

void write_answer(std::string_view question, const Json& answer, std::ostream& out) {
    if (question == "entities") write_entities(answer, out);
    if (question == "relations" || question == "neighbours") write_relations(answer, out);
    if (question == "articles") write_articles(answer, out);
    if (question == "path") write_paths(answer, out);
    if (question == "schema") write_schema(answer, out);
    if (question == "stats") write_stats(answer, out);
    write_facets(answer, out);
}

}  // namespace chancery
