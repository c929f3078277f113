#include <algorithm>
#include <ostream>
#include <streambuf>

#include "export/format.hpp"
#include "query/subgraph.hpp"
#include "serve/api.hpp"
#include "serve/arguments.hpp"
#include "serve/graph_forms.hpp"

namespace chancery {

namespace {

constexpr std::size_t most_drawn_nodes = 400, most_drawn_edges = 1000;

/// Hands what is written to the client. Once the client has gone nothing more is taken.
class PieceBuffer : public std::streambuf {
  public:
    explicit PieceBuffer(const HttpAnswer::Piece& piece) : piece_(piece) {}

  private:
    std::streamsize xsputn(const char* bytes, std::streamsize size) override {
        return piece_({bytes, static_cast<std::size_t>(size)}) ? size : 0;
    }
    int_type overflow(int_type c) override {
        const auto byte = traits_type::to_char_type(c);
        return piece_({&byte, 1}) ? c : traits_type::eof();
    }
    const HttpAnswer::Piece& piece_;
};

void check_size(const GraphRows& rows) {
    if (rows.nodes.size() <= most_drawn_nodes && rows.edges.size() <= most_drawn_edges) return;
    throw HttpProblem(400, "Too large for a picture",
                      std::to_string(rows.nodes.size()) + " entities and " + std::to_string(rows.edges.size()) +
                          " relations: at most " + std::to_string(most_drawn_nodes) + " and " +
                          std::to_string(most_drawn_edges) +
                          " are drawn. Ask for a part, like top=100 or around=NAME, or for another format.");
}

HttpAnswer whole(const std::shared_ptr<const Snapshot>& graph, const GraphForm& form) {
    auto answer = graph_answer(*graph, {}, form.mime, form.suffix.substr(1));
    if (form.picture) {
        check_size(graph->rows());
        answer.body = written(graph->rows(), form);
        return answer;
    }
    answer.stream = [graph, write = form.write](const HttpAnswer::Piece& piece) {
        PieceBuffer buffer(piece);
        std::ostream out(&buffer);
        write(graph->view(), out);
    };
    return answer;
}

HttpAnswer part(const Snapshot& graph, const HttpRequest& request, const GraphForm& form) {
    const auto rows = subgraph(graph, filter_of(request), deadline_of(request));
    if (form.picture) check_size(rows);
    return graph_answer(graph, written(rows, form), form.mime, form.suffix.substr(1));
}

}  // namespace

std::vector<Route> graph_routes(const Backend& backend) {
    std::vector<Route> routes;
    std::vector<std::string> types;
    for (const auto& type : graph_types()) types.push_back(type);
    routes.push_back({.method = "GET",
                      .pattern = "/api/v1/subgraph",
                      .handler = asking(backend,
                                        [types](const Snapshot& graph, const HttpRequest& request) {
                                            auto answer = part(graph, request,
                                                               form_of_type(types[preferred_type(request, types)]));
                                            answer.headers.emplace_back("Vary", "Accept");
                                            return answer;
                                        }),
                      .summary = "A part of the graph, in the format that Accept names",
                      .parameters = filter_parameters(),
                      .produces = types,
                      .response_schema = schema_ref("NodeLink")});
    for (const auto& form : graph_forms()) {
        const auto json = form.suffix == ".json" ? schema_ref("NodeLink") : std::string();
        const std::string type(form.mime), suffix(form.suffix);
        routes.push_back(
            {.method = "GET",
             .pattern = "/api/v1/subgraph" + suffix,
             .handler = asking(backend, [form](const Snapshot& graph,
                                               const HttpRequest& request) { return part(graph, request, form); }),
             .summary = "A part of the graph as " + std::string(form.name),
             .parameters = filter_parameters(),
             .produces = {type},
             .response_schema = json});
        routes.push_back({.method = "GET",
                          .pattern = "/api/v1/graph" + suffix,
                          .handler =
                              [snapshot = backend.snapshot, form](const HttpRequest&) {
                                  const auto graph = snapshot();
                                  if (!graph)
                                      throw HttpProblem(503, "Not ready",
                                                        "The graph is still being read. Try again in a second.");
                                  return whole(graph, form);
                              },
                          .summary = "The whole graph as " + std::string(form.name),
                          .produces = {type},
                          .response_schema = json});
    }
    return routes;
}

}  // namespace chancery
