// Which signatures are one thing?
//
// Signatures of one family and key form a group; a key known only inside an article carries the article's id, so that
// bare surnames never meet. In a group of persons those with different countries stay apart; who has none joins the
// only one there is, else stands alone.
//
// The answer is read off the sorted set, so neither the order of articles nor how they are split over runs can change
// it.
#include "resolve/resolve.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "resolve/digest.hpp"
#include "resolve/name_key.hpp"

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

/// Persons and places of one key and different countries are different things.
bool parts_by_country(const Signature& s) {
    return s.family == "person" || s.family == "place";
}

}  // namespace

Resolution resolve(std::vector<Signature> signatures) {
    std::sort(signatures.begin(), signatures.end());
    signatures.erase(std::unique(signatures.begin(), signatures.end()), signatures.end());
    std::map<std::string, std::map<std::string, std::vector<const Signature*>>> groups;  // id -> country -> members
    for (const auto& s : signatures) groups[base_id(s)][parts_by_country(s) ? s.country : std::string()].push_back(&s);
    Resolution resolution;
    for (auto& [id, by_country] : groups) {
        if (by_country.size() == 2 && by_country.contains("")) {  // no country beside one country: the same
            auto& known = by_country.rbegin()->second;
            auto& unknown = by_country.begin()->second;
            known.insert(known.end(), unknown.begin(), unknown.end());
            by_country.erase("");
        }
        for (const auto& [country, members] : by_country) {
            std::string smallest;
            for (const auto* s : members) smallest = smallest.empty() ? serial(*s) : std::min(smallest, serial(*s));
            const auto node = by_country.size() == 1 ? id : id + "-" + digest32(smallest, 6);
            for (const auto* s : members) resolution.nodes_.emplace_back(*s, node);
        }
    }
    std::sort(resolution.nodes_.begin(), resolution.nodes_.end());
    return resolution;
}

const std::string& Resolution::node_of(const Signature& signature) const {
    const auto it = std::lower_bound(nodes_.begin(), nodes_.end(), signature,
                                     [](const auto& node, const Signature& key) { return node.first < key; });
    if (it == nodes_.end() || it->first != signature)
        throw std::out_of_range("resolve: a signature that was not resolved");
    return it->second;
}

}  // namespace chancery
