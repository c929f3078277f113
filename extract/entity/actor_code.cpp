#include "extract/entity/actor_code.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "extract/lexicon/entry_key.hpp"
#include "extract/lexicon/words.hpp"

namespace chancery {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Roles by a word of a body's name, the more special first.
constexpr std::array<Pair, 27> by_word = {
    {{"police", "COP"},       {"law enforcement", "COP"}, {"gendarm", "COP"},
     {"intelligence", "SPY"}, {"secret service", "SPY"},  {"army", "MIL"},
     {"military", "MIL"},     {"armed forces", "MIL"},    {"navy", "MIL"},
     {"air force", "MIL"},    {"troops", "MIL"},          {"guard", "MIL"},
     {"command", "MIL"},      {"defence forces", "MIL"},  {"security forces", "MIL"},
     {"court", "JUD"},        {"prosecutor", "JUD"},      {"judiciary", "JUD"},
     {"tribunal", "JUD"},     {"parliament", "LEG"},      {"senate", "LEG"},
     {"congress", "LEG"},     {"assembly", "LEG"},        {"duma", "LEG"},
     {"legislature", "LEG"},  {"knesset", "LEG"},         {"house of", "LEG"}}};

/// Roles by the kind of a lexicon's organisation.
constexpr std::array<Pair, 9> by_kind = {{{"media", "MED"},
                                          {"party", "PTY"},
                                          {"armed_group", "REB"},
                                          {"company", "BUS"},
                                          {"ngo", "NGO"},
                                          {"university", "EDU"},
                                          {"think_tank", "EDU"},
                                          {"religious", "REL"},
                                          {"government", "GOV"}}};

std::string_view role_of(const Lexicon& lexicon, const Cluster& cluster) {
    if (cluster.type == EntityType::official) return "GOV";
    if (cluster.type != EntityType::institution) return {};
    if (const auto kind = organisation_kind(lexicon, cluster.lexicon); !kind.empty()) {
        if (kind == "international") return "IGO";
        for (const auto& [name, role] : by_kind)
            if (kind == name && name != "government") return role;
    }
    for (const auto& [word, role] : by_word)
        if (cluster.core.find(word) != std::string::npos) return role;
    return cluster.state ? std::string_view("GOV") : std::string_view();
}

}  // namespace

std::string actor_code(const Lexicon& lexicon, const Cluster& cluster) {
    const auto row = lexicon.country(cluster.country);
    auto country = row ? lexicon.countries[*row].cameo : std::string();
    if (cluster.type == EntityType::country) return country;
    const auto role = role_of(lexicon, cluster);
    if (role == "IGO") return std::string(role);
    if (role.empty() && cluster.type != EntityType::institution) return {};
    return country + std::string(role);
}

}  // namespace chancery
