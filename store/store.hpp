#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/rows.hpp"
#include "record/problem.hpp"

namespace chancery {

class Database;

/// Where a page of edges ended: heaviest edges come first, those of one weight by id. The default is the start.
struct EdgeCursor {
    std::uint32_t weight = 0xffffffff;
    std::string id;
};

/// A node with a page of its edges.
struct NodePage {
    /// nodes: the node itself, then its neighbours; edges in the order of the page, with at most the asked-for evidence
    /// each (weight and statuses count all); articles: those which the evidence names.
    GraphRows rows;
    std::uint32_t edges = 0;         ///< of the node in all
    std::optional<EdgeCursor> next;  ///< where the next page starts, when there is one
};

/// A node one of whose names holds the words asked for.
struct FoundNode {
    std::string id, label, name;  ///< name: the label or alias that fits
    EntityType type = EntityType::person;
    std::string country;
    std::uint32_t mentions = 0;
};

/// An article that holds the words asked for.
struct TextHit {
    std::string article, title, published;
    std::string snippet;      ///< some words of the text around the first hits
    std::vector<Span> marks;  ///< the words found, in bytes of the snippet
};

struct StoredArticle {
    ArticleRow row;
    std::string text;  ///< cleaned; the offsets of evidence are into it
    std::vector<Problem> problems;
    std::vector<std::string>
        read_by;  ///< "model en-2, rules news-en-1, cleaner 1, program 0.1.0", one for each reading
};

/// What `chancery info` tells.
struct StoreInfo {
    std::uint32_t schema = 0;
    std::uint64_t bytes = 0, generation = 0;
    bool current = false;  ///< the resolved graph holds all that the articles say
    std::uint64_t articles = 0, copies = 0, with_problems = 0, foreign = 0, entities = 0, assertions = 0, nodes = 0,
                  edges = 0, decisions = 0;
    std::string first_date, last_date;
    std::map<std::string, std::uint64_t> sources, relations, types, readers;  ///< articles, edges, nodes, readings
};

/// Whether a file is a store of this program, or at least a database, by its first bytes. False for what cannot be
/// read.
[[nodiscard]] bool is_store(const std::filesystem::path& path);

/// A store open for reading. It sees each answer's data as of one moment; a writer disturbs no reader. For one thread
/// at a time: open one for each thread. Everything throws Error "PATH: what. what to do" when the file is missing, no
/// store, of a newer program, or damaged.
class Store {
  public:
    /// Milliseconds, whatever the size. A store of an older program is brought up to today's form first.
    explicit Store(const std::filesystem::path& path);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// Another number whenever the resolved graph has changed. One row is read.
    [[nodiscard]] std::uint64_t generation() const;

    /// Whether the resolved graph in the file holds all that the articles say. When not, StoreWriter::refresh().
    [[nodiscard]] bool current() const;

    /// The whole graph, up to date: read from its tables when they are current, else made anew in memory.
    [[nodiscard]] GraphRows load_graph() const;

    /// A node by id with up to `limit` of its edges, from the tables as they are. Nothing when there is no such node.
    [[nodiscard]] std::optional<NodePage> node(std::string_view id, const EdgeCursor& after = {},
                                               std::uint32_t limit = 100, std::uint32_t evidence = 20) const;

    /// The node that a former id stands for today, after merges and renamings. Nothing for ids that never were, that
    /// are in use, or whose articles are gone.
    [[nodiscard]] std::optional<std::string> moved(std::string_view old_id) const;

    /// An article by id, or by another name it came under when no other has it, or by SHA-256.
    [[nodiscard]] std::optional<StoredArticle> article(std::string_view id) const;

    /// Nodes one of whose names holds all the words, wherever in it, in any script that ICU transliterates; exact names
    /// first, then names that begin so, then by mentions. Nothing in `words` is a command.
    [[nodiscard]] std::vector<FoundNode> find_names(std::string_view words, std::uint32_t limit = 20) const;

    /// Articles whose text holds all the words, best first. "words in quotes" stand together; nothing else in `words`
    /// is a command.
    [[nodiscard]] std::vector<TextHit> find_text(std::string_view words, std::uint32_t limit = 20) const;

    [[nodiscard]] StoreInfo info() const;

  private:
    std::unique_ptr<Database> database_;
};

}  // namespace chancery
