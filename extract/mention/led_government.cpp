#include "extract/mention/led_government.hpp"

#include <optional>
#include <string>

namespace chancery {

namespace {

/// The state of the leader named before the government at `head`, empty when several had that name; nothing when no
/// leader is.
std::optional<std::string> state_of_leader(const Scan& scan, std::uint32_t head) {
    auto at = head;
    if (at > 1 && scan.is(at - 1, "'s")) --at;
    if (at == 0 || !scan.words[at - 1].capital) return std::nullopt;
    const auto leaders = scan.lexicon.leader_surnames.find(scan.words[at - 1].lower);
    if (leaders == scan.lexicon.leader_surnames.end()) return std::nullopt;
    std::string country;
    for (const auto leader : leaders->second) {
        const auto& other = scan.lexicon.leaders[leader].country;
        if (!country.empty() && other != country) return std::string();
        country = other;
    }
    return country;
}

}  // namespace

bool add_government_of_leader(Scan& scan, std::uint32_t head, std::uint32_t last) {
    if (scan.words[head].capital || !scan.words[head].is_any({"government", "regime", "administration"})) return false;
    const auto country = state_of_leader(scan, head);
    if (!country) return false;
    const auto first = scan.is(head - 1, "'s") ? head : head - 1;
    if (scan.taken[first] != 0) return false;
    scan.add(first, last, EntityType::country, MentionKind::name).country = *country;
    return true;
}

}  // namespace chancery
