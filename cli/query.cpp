#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/answer_table.hpp"
#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/query_options.hpp"
#include "graph/duplicates.hpp"
#include "query/snapshot.hpp"
#include "record/error.hpp"
#include "record/table.hpp"

namespace chancery {

namespace {

/// Doubtful pairs as lines of a decisions file, each under its reason. Nothing is decided: a user strikes out what is
/// wrong and gives the rest to --decisions.
void print_duplicates(const GraphRows& rows) {
    const auto doubts = find_duplicates(rows);
    std::cout << "action\twho\ttarget\n";
    for (const auto& doubt : doubts) {
        const auto& one = rows.nodes[doubt.first];
        const auto& other = rows.nodes[doubt.second];
        std::cout << "# " << doubt.reason << ": " << one.label << " (" << one.mentions << " mentions in "
                  << one.articles.size() << " articles), " << other.label << " (" << other.mentions << " in "
                  << other.articles.size() << ")\n"
                  << "merge\t" << address_of(one) << '\t' << address_of(other) << '\n';
    }
    std::cerr << "chancery: " << doubts.size() << " doubtful pairs\n";
}

const Question& question_of(const QueryCommand& command) {
    const auto all = questions();
    return *std::find_if(all.begin(), all.end(), [&](const Question& one) { return one.name == command.question; });
}

/// The request that a client of the HTTP API would send.
HttpRequest request_of(const QueryCommand& command, const Question& question, const Snapshot& graph) {
    HttpRequest request;
    request.path = question.pattern;
    request.query = command.words;
    request.headers = {{"accept", command.lines ? "application/x-ndjson" : "application/json"}};
    const auto id =
        std::find_if(request.query.begin(), request.query.end(), [](const auto& pair) { return pair.first == "id"; });
    if (id != request.query.end()) {
        request.parameters.push_back(graph.rows().nodes[require_node(graph, id->second)].id);
        request.path = "/api/v1/entities/" + request.parameters.front() + "/relations";
        request.query.erase(id);
    }
    return request;
}

/// The words of a problem as those of a command line: "Parameter min_weight: ..." as "--min-weight: ...".
std::string spoken(const std::string& body) {
    auto detail = nlohmann::json::parse(body).value("detail", "the question failed.");
    constexpr std::string_view start = "Parameter ";
    if (!detail.starts_with(start)) return detail;
    const auto end = detail.find(':');
    auto name = detail.substr(start.size(), end - start.size());
    std::replace(name.begin(), name.end(), '_', '-');
    return "--" + name + detail.substr(end);
}

/// How many of all were shown, and how to see more.
void print_rest(const nlohmann::ordered_json& answer, std::string_view list) {
    const auto shown = answer.find(list);
    if (shown == answer.end() || !answer.contains("total")) return;
    std::cerr << "chancery: " << shown->size() << " of " << answer["total"];
    if (answer["next"].is_string()) {
        const auto next = answer["next"].get<std::string>();
        const auto at = next.find("cursor=");
        if (at != std::string::npos) std::cerr << "; go on with --cursor " << next.substr(at + 7);
    }
    std::cerr << '\n';
}

}  // namespace

int run_query(const QueryCommand& command) {
    auto rows = load_graph(command.graph);
    if (command.question == "duplicates" && !command.json && !command.lines) {
        print_duplicates(rows);
        return 0;
    }
    const auto graph = std::make_shared<const Snapshot>(std::move(rows));
    Backend backend;
    backend.snapshot = [graph] { return std::shared_ptr<const Snapshot>(graph); };
    const auto& question = question_of(command);
    const auto request = request_of(command, question, *graph);
    for (const auto& route : question_routes(backend)) {
        if (route.pattern != question.pattern) continue;
        HttpAnswer answer;
        try {
            answer = route.handler(request);
        } catch (const HttpProblem& problem) {
            answer = problem.answer();
        }
        if (answer.status != 200) throw Error(spoken(answer.body));
        if (command.json || command.lines) {
            std::cout << answer.body;
            return 0;
        }
        const auto parsed = nlohmann::ordered_json::parse(answer.body);
        write_answer(command.question, parsed, std::cout);
        print_rest(parsed, question.name == "neighbours" ? "relations" : question.name);
    }
    return 0;
}

}  // namespace chancery
