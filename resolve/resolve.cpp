// Which signatures are one thing?
//
// Signatures of one family and key form a group: the exact key of the name, or the key that all spellings of it share.
// A key known only inside an article carries the article's id, so that bare surnames never meet. In a group of persons
// those of different countries (their own, or those their offices are of) stay apart; who has none joins the only ones
// there are, else stands alone. Then come the user's rulings, which overrule everything.
//
// The answer is read off the sorted set, so neither the order of articles nor how they are split over runs can change
// it.
#include "resolve/resolve.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <stdexcept>
#include <tuple>

#include "resolve/digest.hpp"
#include "resolve/name_key.hpp"
#include "resolve/variant_key.hpp"

namespace chancery {

namespace {

std::string base_id(const Signature& s) {
    if (s.family == "country" && !s.country.empty()) return "country_" + s.country;
    return s.family + "_" + (s.article.empty() ? std::string() : name_key(s.article) + "_") + name_key(s.name);
}

std::string serial(const Signature& s) {
    std::string out = s.family + '\0' + s.name + '\0' + s.country + '\0' + s.article;
    for (const auto& office : s.offices) out += '\0' + office;
    return out;
}

std::set<std::string> countries_of(const Signature& s) {
    std::set<std::string> countries;
    if (!s.country.empty()) countries.insert(s.country);
    if (s.family != "person") return countries;
    for (const auto& office : s.offices) {  // "minister_of Foreign Ministry NO"
        const auto last = office.substr(office.rfind(' ') + 1);
        const bool code = last.size() == 2 && last[0] >= 'A' && last[0] <= 'Z' && last[1] >= 'A' && last[1] <= 'Z';
        if (code) countries.insert(last);
    }
    return countries;
}

/// Persons and places of one key and different countries are different things.
bool parts_by_country(const Signature& s) {
    return s.family == "person" || s.family == "place";
}

/// Disjoint sets over the signatures.
class Sets {
  public:
    explicit Sets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t find(std::size_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::size_t> parent_;
};

class Resolver {
  public:
    Resolver(const std::vector<Signature>& signatures, const Rulings& rulings)
        : all_(signatures), rulings_(rulings), sets_(signatures.size()) {}

    std::map<std::size_t, std::vector<std::size_t>> groups() {
        std::map<std::string, std::vector<std::size_t>> by_key;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const auto variant = variant_key(all_[i]);
            by_key[variant.empty() ? "=" + base_id(all_[i]) : "~" + all_[i].family + "_" + variant].push_back(i);
        }
        for (const auto& [key, members] : by_key) join_by_country(members);
        std::map<std::size_t, std::vector<std::size_t>> groups;
        rule();
        for (std::size_t i = 0; i < all_.size(); ++i) groups[sets_.find(i)].push_back(i);
        return groups;
    }

  private:
    void join_by_country(const std::vector<std::size_t>& members) {
        if (!parts_by_country(all_[members.front()])) {
            for (const auto i : members) sets_.join(members.front(), i);
            return;
        }
        std::map<std::string, std::size_t> first;  // country -> a member of it
        std::vector<std::size_t> without;
        for (const auto i : members) {
            const auto countries = countries_of(all_[i]);
            for (const auto& country : countries) sets_.join(first.emplace(country, i).first->second, i);
            if (countries.empty()) without.push_back(i);
        }
        std::set<std::size_t> known;
        for (const auto& [country, i] : first) known.insert(sets_.find(i));
        for (const auto i : without) sets_.join(known.size() == 1 ? *known.begin() : without.front(), i);
    }

    [[nodiscard]] std::size_t index_of(const Signature& s) const {
        const auto it = std::lower_bound(all_.begin(), all_.end(), s);
        return it != all_.end() && *it == s ? static_cast<std::size_t>(it - all_.begin()) : all_.size();
    }

    /// Signatures kept apart leave the others' set with all that bear their exact name, then the joins follow.
    void rule() {
        for (const auto& [a, b] : rulings_.apart) {
            const auto one = index_of(a), other = index_of(b);
            if (one == all_.size() || other == all_.size() || sets_.find(one) != sets_.find(other)) continue;
            part(one, other);
        }
        for (const auto& [a, b] : rulings_.same) {
            const auto one = index_of(a), other = index_of(b);
            if (one < all_.size() && other < all_.size()) sets_.join(one, other);
        }
    }

    void part(std::size_t one, std::size_t other) {
        Sets fresh(all_.size());
        const auto set = sets_.find(one);
        std::size_t root_of_rest = all_.size(), root_of_one = all_.size();
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (sets_.find(i) != set) {
                fresh.join(sets_.find(i), i);
                continue;
            }
            const bool with_one = i == one || (all_[i].name == all_[one].name && all_[one].name != all_[other].name);
            auto& root = with_one ? root_of_one : root_of_rest;
            if (root == all_.size()) root = i;
            fresh.join(root, i);
        }
        sets_ = fresh;
    }

    const std::vector<Signature>& all_;
    const Rulings& rulings_;
    Sets sets_;
};

/// The id that the fullest name gives: most words, then the longest, then bytewise.
std::string id_of(const std::vector<Signature>& all, const std::vector<std::size_t>& members) {
    const auto rank = [&](std::size_t i) {
        const auto& name = all[i].name;
        return std::tuple{std::count(name.begin(), name.end(), ' '), name.size()};
    };
    auto best = members.front();
    for (const auto i : members)
        if (rank(i) > rank(best) || (rank(i) == rank(best) && all[i].name < all[best].name)) best = i;
    return base_id(all[best]);
}

}  // namespace

Resolution resolve(std::vector<Signature> signatures, const Rulings& rulings) {
    std::sort(signatures.begin(), signatures.end());
    signatures.erase(std::unique(signatures.begin(), signatures.end()), signatures.end());
    std::map<std::string, std::vector<std::vector<std::size_t>>> by_id;
    for (auto& [root, members] : Resolver(signatures, rulings).groups())
        by_id[id_of(signatures, members)].push_back(std::move(members));
    Resolution resolution;
    for (const auto& [id, groups] : by_id)
        for (const auto& members : groups) {
            std::string smallest;
            for (const auto i : members)
                smallest = smallest.empty() ? serial(signatures[i]) : std::min(smallest, serial(signatures[i]));
            const auto node = groups.size() == 1 ? id : id + "-" + digest32(smallest, 6);
            for (const auto i : members) resolution.nodes_.emplace_back(signatures[i], node);
        }
    std::sort(resolution.nodes_.begin(), resolution.nodes_.end());
    for (const auto& [signature, label] : rulings.labels)
        if (std::binary_search(signatures.begin(), signatures.end(), signature))
            resolution.labels_[resolution.node_of(signature)] = label;
    return resolution;
}

const std::string& Resolution::node_of(const Signature& signature) const {
    const auto it = std::lower_bound(nodes_.begin(), nodes_.end(), signature,
                                     [](const auto& node, const Signature& key) { return node.first < key; });
    if (it == nodes_.end() || it->first != signature)
        throw std::out_of_range("resolve: a signature that was not resolved");
    return it->second;
}

std::string Resolution::label_of(const std::string& node) const {
    const auto it = labels_.find(node);
    return it == labels_.end() ? std::string() : it->second;
}

}  // namespace chancery
