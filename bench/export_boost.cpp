// Boost.Graph's GraphML and DOT writers on a graph of the shape of bench/export.cpp, six attributes an edge: what the
// library that holds the graph would offer. usage: bench_export_boost FOLDER [NODES EDGES]
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

namespace {

struct Node {
    std::string label, type, country, first_seen;
    int mentions = 0;
    double share = 0;
};
struct Edge {
    std::string label, relation, date, quote;
    int weight = 1;
    double confidence = 0;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node, Edge>;

template <typename Write>
void measure(const char* name, const std::filesystem::path& path, Write write) {
    const auto start = std::chrono::steady_clock::now();
    {
        std::ofstream out(path, std::ios::binary);
        write(out);
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const auto megabytes = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
    std::printf("%-18s %8.1f MB %7.3f s %7.0f MB/s\n", name, megabytes, seconds, megabytes / seconds);
    std::fflush(stdout);
    std::filesystem::remove(path);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const std::size_t nodes = argc == 4 ? std::strtoul(argv[2], nullptr, 10) : 100000;
    const std::size_t edges = argc == 4 ? std::strtoul(argv[3], nullptr, 10) : 1000000;
    const std::filesystem::path folder(argv[1]);
    Graph graph(nodes);
    for (std::size_t n = 0; n < nodes; ++n)
        graph[n] = {"Ministry of <Defence> & Trade " + std::to_string(n), "institution", "NO", "2031-03-04", 4, 0.25};
    std::mt19937 random(20310304);
    for (std::size_t e = 0; e < edges; ++e)
        boost::add_edge(
            random() % nodes, random() % nodes,
            Edge{"met with", "met_with", "2031-03-04", "The minister met \"Мария Захарова\" in Oslo on Monday.", 1,
                 static_cast<double>(random() % 1000) / 1000},
            graph);
    boost::dynamic_properties names(boost::ignore_other_properties);
    names.property("label", boost::get(&Node::label, graph));
    names.property("type", boost::get(&Node::type, graph));
    names.property("country", boost::get(&Node::country, graph));
    names.property("first_seen", boost::get(&Node::first_seen, graph));
    names.property("mentions", boost::get(&Node::mentions, graph));
    names.property("share", boost::get(&Node::share, graph));
    names.property("e_label", boost::get(&Edge::label, graph));
    names.property("relation", boost::get(&Edge::relation, graph));
    names.property("date", boost::get(&Edge::date, graph));
    names.property("quote", boost::get(&Edge::quote, graph));
    names.property("weight", boost::get(&Edge::weight, graph));
    names.property("confidence", boost::get(&Edge::confidence, graph));
    names.property("node_id", boost::get(boost::vertex_index, graph));
    measure("Boost GraphML", folder / "boost.graphml",
            [&](std::ostream& out) { boost::write_graphml(out, graph, names, true); });
    measure("Boost DOT", folder / "boost.dot", [&](std::ostream& out) { boost::write_graphviz_dp(out, graph, names); });
    return 0;
}
