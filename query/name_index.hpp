#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/rows.hpp"
#include "query/trigram_index.hpp"

namespace chancery {

/// How a name fits the words asked for, best first.
enum class NameMatch : std::uint8_t {
    exact,    ///< the same words
    prefix,   ///< it begins with them
    words,    ///< its words begin with them, in any order
    variant,  ///< another spelling: "Gusein" for "Huseyn"
    similar,  ///< a slip of the pen away
};

inline constexpr std::array<std::string_view, 5> name_match_names = {"exact", "prefix", "words", "variant", "similar"};

/// A node one of whose names fits.
struct EntityHit {
    std::uint32_t node = 0;
    NameMatch match = NameMatch::exact;
    std::uint32_t name = 0;  ///< 0 is the label, n the alias n - 1
};

/// The labels and aliases of a graph's nodes, folded by name_key(): a sorted vocabulary, for each word the names that
/// hold it, and for each name its words. Immutable; any number of threads.
class NameIndex {
  public:
    NameIndex() = default;
    explicit NameIndex(std::span<const NodeRow> nodes);

    /// Every node with a fitting name, once, with its best match, sorted by node. Similar names are looked for only
    /// when nothing else fits. Empty words fit nothing.
    [[nodiscard]] std::vector<EntityHit> find(std::string_view words) const;

    [[nodiscard]] std::size_t bytes() const;

  private:
    /// What a word asked for may stand for: a range of the vocabulary, and words outside it.
    struct Wanted {
        std::string word;
        std::uint32_t exact = none, begin = 0, end = 0;
        std::vector<std::uint32_t> others;  ///< sorted

        [[nodiscard]] bool plain(std::uint32_t id) const { return begin <= id && id < end; }
        [[nodiscard]] bool fits(std::uint32_t id) const;
    };
    static constexpr std::uint32_t none = 0xffffffff;

    void add_words(std::span<const NodeRow> nodes);
    void add_postings();
    void add_variants();
    [[nodiscard]] Wanted wanted(const std::string& word) const;
    [[nodiscard]] std::size_t reach(const Wanted& one) const;
    [[nodiscard]] std::vector<EntityHit> collect(const std::vector<Wanted>& all, NameMatch worst) const;
    void try_name(std::uint32_t name, const std::vector<Wanted>& all, NameMatch worst,
                  std::vector<EntityHit>& hits) const;
    [[nodiscard]] std::span<const std::uint32_t> words_of(std::uint32_t name) const {
        return {name_words_.data() + name_offsets_[name], name_words_.data() + name_offsets_[name + 1]};
    }

    std::vector<std::string> vocabulary_;  ///< sorted
    std::vector<std::uint32_t> name_offsets_ = {0}, name_words_;
    std::vector<std::uint32_t> name_node_, name_number_;
    std::vector<std::uint32_t> posting_offsets_ = {0}, postings_;  ///< names of each word
    std::vector<std::pair<std::string, std::uint32_t>> variants_;  ///< sorted; variant spelling to word
    TrigramIndex trigrams_;
};

}  // namespace chancery
