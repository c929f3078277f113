#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/facts.hpp"
#include "record/relation_catalog.hpp"

namespace chancery {

class Database;

/// What articles are read by. Two that differ may read other facts in one text.
struct ArticleReaderVersions {
    std::string model, rules, cleaner;
    std::string settings;  ///< the user's gazetteers and rules, by digest; or empty
    friend bool operator==(const ArticleReaderVersions&, const ArticleReaderVersions&) = default;
};

/// One article as it came, and what was read in it.
struct IncomingArticle {
    ArticleFacts facts;                   ///< REQUIRES: names holds the id alone
    std::string text;                     ///< cleaned; facts.sha256 is its hash
    std::optional<std::string> original;  ///< the bytes as published, packed or not as the caller likes; none: the text
    std::string hints;                    ///< whatever the caller needs to read the original again
};

/// An article as it came, to be read again.
struct OriginalArticle {
    std::int64_t key = 0;
    std::string name, hints;
    std::optional<std::string> original;
    std::string text;
};

/// A store open for writing. Changes gather in a transaction until commit(); whatever happens to the process, a commit
/// is whole or not at all, and stays. Several writers take turns. For one thread at a time. Everything throws Error
/// "PATH: what. what to do"; what is not committed is then undone.
class StoreWriter {
  public:
    /// Makes the file when it is missing. `wait` is how long another writer is waited for. `most_pages` limits the file
    /// (pages of 4096 bytes), 0 for no limit but the disk.
    explicit StoreWriter(const std::filesystem::path& path, std::chrono::milliseconds wait = std::chrono::seconds(10),
                         std::uint32_t most_pages = 0);
    StoreWriter(StoreWriter&&) noexcept;
    StoreWriter& operator=(StoreWriter&&) noexcept;
    ~StoreWriter();  ///< undoes what is not committed

    /// Says by what the articles that follow are read. Before add() and replace().
    void read_by(const RelationCatalog& catalog, const ArticleReaderVersions& versions);

    /// merged: the text was there, the name, title, date or an address was new. there: nothing was new.
    enum class Outcome : std::uint8_t { added, merged, there };
    Outcome add(const IncomingArticle& article);

    /// Removes articles with all their names. `which` are ids, names or SHA-256 (eight digits or more). Throws Error,
    /// and removes none, when one of them is no article or several. The SHA-256 of those removed.
    std::vector<std::string> remove(std::span<const std::string> which);

    /// The articles that were read by something else than read_by() said, by key, and one of them.
    [[nodiscard]] std::vector<std::int64_t> outdated() const;
    [[nodiscard]] std::optional<OriginalArticle> original(std::int64_t key) const;

    /// Puts what was read anew in the place of what stands under `key`.
    void replace(std::int64_t key, const IncomingArticle& article);

    /// The decisions file that holds from now on (docs/formats/decisions.md); empty for none. False when it was there.
    /// REQUIRES: it was parsed without error.
    bool decide(std::string_view text, std::string_view name);

    /// Makes everything since the last commit lasting.
    void commit();

    /// Undoes everything since the last commit.
    void undo();

    /// Brings the resolved graph up to date, and commits. True when it changed. Lines of the decisions that fitted
    /// nothing go to `idle`.
    bool refresh(std::vector<std::string>* idle = nullptr);

    /// Throws Error when the file, its indexes or its search tables are damaged. Reads everything.
    void check();

  private:
    class Writing;
    std::unique_ptr<Writing> writing_;
};

}  // namespace chancery
