// A store whose cells hold anything: reading it gives a graph or an Error, never a crash.
//
// The input is a list of changes to a small store: a byte for the table, one for the column, one for the kind of value
// and its length, then the value.
#include <unistd.h>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "record/error.hpp"
#include "store/facts_rows.hpp"
#include "store/graph_tables.hpp"
#include "store/resolved.hpp"
#include "store/schema.hpp"
#include "store/store.hpp"
#include "store/writer.hpp"
#include "tests/store/made.hpp"

using namespace chancery;

namespace {

struct Column {
    std::string table, name, update;
};

/// Made once for each process, and gone from its folder before it is used.
struct Target {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("chancery-fuzz-" + std::to_string(::getpid()) + ".store");
    std::unique_ptr<Database> db;
    std::vector<Column> columns;

    Target() {
        const auto catalog = RelationCatalog::read(CHANCERY_SOURCE_DIR "/models/relations.tsv");
        {
            StoreWriter writer(path);
            writer.read_by(catalog, {"m", "r", "1", ""});
            FactsMaker maker(1);
            for (int i = 0; i < 6; ++i) writer.add(maker.article("a" + std::to_string(i % 4), catalog));
            writer.refresh();
        }
        db = std::make_unique<Database>(path, Database::Access::write, std::chrono::seconds(1));
        for (const auto* table : {"copies", "readings", "entities", "assertions", "problems", "relations", "state",
                                  "readers", "nodes", "edges", "evidence", "graph_articles", "articles"}) {
            auto rows = db->ask("SELECT name FROM pragma_table_info(?1)", table);
            while (rows.next()) columns.push_back({table, std::string(rows.view(0)), ""});
        }
        for (auto& column : columns)
            column.update = "UPDATE OR IGNORE " + column.table + " SET \"" + column.name + "\" = ?1";
    }
    ~Target() {
        db.reset();
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        for (const auto* suffix : {"-wal", "-shm"}) std::filesystem::remove(path.string() + suffix, ignored);
    }
};

void change(Target& target, std::string_view& input) {
    const auto& column = target.columns[static_cast<unsigned char>(input[0]) % target.columns.size()];
    const auto kind = static_cast<unsigned char>(input[1]);
    const auto value = input.substr(2, kind / 4);
    input.remove_prefix(2 + value.size());
    std::int64_t number = 0;
    for (const char c : value.substr(0, 8)) number = number << 8 | static_cast<unsigned char>(c);
    try {
        if (kind % 4 == 0)
            target.db->run(column.update.c_str(), nullptr);
        else if (kind % 4 == 1)
            target.db->run(column.update.c_str(), number);
        else if (kind % 4 == 2)
            target.db->run(column.update.c_str(), Blob{value});
        else
            target.db->run(column.update.c_str(), value);
    } catch (const Error&) {
        // a constraint forbids the value
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Target target;
    std::string_view input(reinterpret_cast<const char*>(data), size);
    const Transaction undone(*target.db, Transaction::Kind::writing);
    while (input.size() > 2) change(target, input);
    try {
        static_cast<void>(read_graph_tables(*target.db));
    } catch (const Error&) {
    }
    try {
        static_cast<void>(resolve_store(*target.db));
    } catch (const Error&) {
    }
    return 0;
}
