// What is said of a store, and articles taken out of one.
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "export/text.hpp"
#include "store/store.hpp"
#include "store/writer.hpp"

namespace chancery {

namespace {

using Json = nlohmann::ordered_json;

Json value_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

void print_json(const StoreInfo& info) {
    const Json document = {{"schema", info.schema},
                           {"bytes", info.bytes},
                           {"generation", info.generation},
                           {"current", info.current},
                           {"articles", info.articles},
                           {"copies", info.copies},
                           {"with_problems", info.with_problems},
                           {"foreign", info.foreign},
                           {"entities", info.entities},
                           {"assertions", info.assertions},
                           {"nodes", info.nodes},
                           {"edges", info.edges},
                           {"decisions", info.decisions},
                           {"first_date", value_or_null(info.first_date)},
                           {"last_date", value_or_null(info.last_date)},
                           {"read_by", info.readers},
                           {"sources", info.sources},
                           {"types", info.types},
                           {"relations", info.relations}};
    std::cout << document.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_row(const std::string& name, const std::string& value) {
    std::string buffer;
    std::cout << std::left << std::setw(12) << name << clean(value, buffer) << '\n';
}

/// The most frequent first.
void print_counts(const char* title, const std::map<std::string, std::uint64_t>& counts, std::size_t most) {
    if (counts.empty()) return;
    std::vector<std::pair<std::string, std::uint64_t>> rows(counts.begin(), counts.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::cout << '\n' << title << '\n';
    for (std::size_t i = 0; i < rows.size() && i < most; ++i) {
        std::string buffer;
        std::cout << std::right << std::setw(10) << rows[i].second << "  " << clean(rows[i].first, buffer) << '\n';
    }
    if (rows.size() > most) std::cout << "            and " << rows.size() - most << " more; --json lists them all\n";
}

void print_table(const StoreInfo& info) {
    const auto number = [](std::uint64_t n) { return std::to_string(n); };
    print_row("articles", number(info.articles) +
                              (info.copies > info.articles ? " in " + number(info.copies) + " copies" : std::string()));
    if (info.with_problems > 0) print_row("", number(info.with_problems) + " with problems");
    if (info.foreign > 0) print_row("", number(info.foreign) + " not in English");
    if (!info.first_date.empty()) print_row("dates", info.first_date + " to " + info.last_date);
    print_row("assertions", number(info.assertions));
    print_row("graph", number(info.nodes) + " nodes, " + number(info.edges) + " edges, " +
                           (info.current ? "current" : "stale") + ", generation " + number(info.generation));
    print_row("decisions", number(info.decisions));
    print_row("file", number(info.bytes) + " bytes, form " + number(info.schema));
    print_counts("read by", info.readers, 20);
    print_counts("sources", info.sources, 20);
    print_counts("nodes", info.types, 20);
    print_counts("relations", info.relations, 100);
}

}  // namespace

int run_info(const InfoCommand& command) {
    const auto info = Store(command.store).info();
    command.json ? print_json(info) : print_table(info);
    return 0;
}

int run_remove(const RemoveCommand& command) {
    static_cast<void>(Store(command.store));  // a store that is missing is not made
    StoreWriter writer(command.store, std::chrono::seconds(command.wait));
    const auto removed = writer.remove(command.articles);
    writer.refresh();
    std::cerr << "chancery: " << removed.size() << (removed.size() == 1 ? " article" : " articles") << " removed\n";
    return 0;
}

}  // namespace chancery
