#include "graph/duplicates.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "record/initials.hpp"
#include "resolve/name_key.hpp"
#include "resolve/variant_key.hpp"

namespace chancery {

namespace {

/// One letter more, less or other.
bool one_letter_off(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1 || a.size() < 8 || a == b) return false;
    std::size_t i = 0;
    while (i < a.size() && a[i] == b[i]) ++i;
    return a.size() == b.size() ? a.substr(i + 1) == b.substr(i + 1) : a.substr(i) == b.substr(i + 1);
}

class Finder {
  public:
    explicit Finder(const GraphRows& rows) : rows_(rows) {}

    std::vector<Doubt> run() {
        for (std::uint32_t n = 0; n < rows_.nodes.size(); ++n) read(n);
        for (const auto& [variant, nodes] : by_variant_) pairs(nodes, "spellings of one name");
        for (const auto& [word, nodes] : by_word_) compare(nodes);
        for (const auto& [letters, nodes] : by_initials_) acronyms(letters, nodes);
        std::vector<Doubt> doubts;
        for (const auto& [pair, reason] : found_) doubts.push_back({pair.first, pair.second, reason});
        return doubts;
    }

  private:
    static constexpr std::size_t most = 8;

    void read(std::uint32_t n) {
        const auto& node = rows_.nodes[n];
        keys_.push_back(name_key(node.label));
        words_.push_back(key_words(keys_.back()));
        if (!node.named || node.type == EntityType::group || node.type == EntityType::country) return;
        const std::string family(family_of(node.type));
        if (const auto variant = variant_key({family, node.label, "", {}, ""}); !variant.empty())
            by_variant_[family + "_" + variant].push_back(n);
        const std::set<std::string> once(words_.back().begin(), words_.back().end());
        for (const auto& word : once)
            if (word.size() > 2) by_word_[std::pair{family, word}].push_back(n);
        if (family != "institution") return;
        const bool short_name =
            node.label.size() > 1 && node.label.size() < 7 && node.label.find(' ') == std::string::npos;
        by_initials_[short_name ? node.label : initials(node.label)].push_back(n);
    }

    void add(std::uint32_t a, std::uint32_t b, const std::string& reason) {
        const auto rank = [&](std::uint32_t n) { return std::pair{words_[n].size(), rows_.nodes[n].mentions}; };
        if (rank(b) < rank(a) || (rank(a) == rank(b) && b < a)) std::swap(a, b);
        found_.emplace(std::pair{a, b}, reason);
    }

    void pairs(const std::vector<std::uint32_t>& nodes, const std::string& reason) {
        for (std::size_t i = 0; i < nodes.size() && nodes.size() <= most; ++i)
            for (std::size_t j = i + 1; j < nodes.size(); ++j) add(nodes[i], nodes[j], reason);
    }

    void compare(const std::vector<std::uint32_t>& nodes) {
        if (nodes.size() > 4 * most) return;
        for (const auto a : nodes) {
            std::vector<std::pair<std::uint32_t, std::string>> fitting;
            for (const auto b : nodes)
                if (a != b)
                    if (auto reason = alike(a, b); !reason.empty()) fitting.emplace_back(b, std::move(reason));
            if (fitting.size() > most) continue;
            for (const auto& [b, reason] : fitting) add(a, b, reason);
        }
    }

    [[nodiscard]] std::string alike(std::uint32_t a, std::uint32_t b) const {
        if (one_letter_off(keys_[a], keys_[b])) return "one letter apart";
        const auto& less = words_[a];
        const auto& more = words_[b];
        if (less.size() >= more.size()) return {};
        const bool inside = std::all_of(less.begin(), less.end(), [&](const auto& word) {
            return std::find(more.begin(), more.end(), word) != more.end();
        });
        const auto& one = rows_.nodes[a].country;
        const auto& other = rows_.nodes[b].country;
        if (!inside || (!one.empty() && !other.empty() && one != other)) return {};
        if (less.size() > 1) return "one name inside the other";
        const bool person = is_human(rows_.nodes[a].type);
        return person && less.front() == more.back() ? "a surname alone" : std::string();
    }

    void acronyms(const std::string& letters, const std::vector<std::uint32_t>& nodes) {
        if (letters.size() < 2 || nodes.size() > most) return;
        for (const auto a : nodes)
            for (const auto b : nodes)
                if (rows_.nodes[a].label == letters && rows_.nodes[b].label != letters) add(a, b, "initials");
    }

    const GraphRows& rows_;
    std::vector<std::string> keys_;
    std::vector<std::vector<std::string>> words_;
    std::map<std::string, std::vector<std::uint32_t>> by_variant_, by_initials_;
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> by_word_;  // family and word
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> found_;
};

}  // namespace

std::vector<Doubt> find_duplicates(const GraphRows& rows) {
    return Finder(rows).run();
}

std::string address_of(const NodeRow& node) {
    auto address = std::string(family_of(node.type)) + "/" + node.label;
    if (!node.country.empty() && node.type == EntityType::place) address += "/" + node.country;
    const bool local = node.articles.size() == 1 && is_human(node.type) && node.label.find(' ') == std::string::npos;
    if (local) address += "@" + node.articles.front();
    return address;
}

}  // namespace chancery
