#include "extract/mention/regions.hpp"

namespace chancery {

bool add_region(Scan& scan, std::uint32_t head, std::uint32_t last) {
    if (!scan.is(head, "department") || !scan.words[head].capital) return false;
    const auto region = [&](const NameHit* hit) {
        return hit != nullptr && scan.entry(*hit, NameEntry::Kind::place) != nullptr &&
               scan.lexicon.places[scan.entry(*hit, NameEntry::Kind::place)->index].kind == "region" &&
               scan.lexicon.places[scan.entry(*hit, NameEntry::Kind::place)->index].country != "US";
    };
    const auto* before = scan.name_ending(head);
    const auto* behind = scan.is(last, "of") ? scan.name_at(last + 1) : nullptr;
    const auto* hit = region(before) ? before : region(behind) ? behind : nullptr;
    if (hit == nullptr) return false;
    const auto& place = scan.lexicon.places[scan.entry(*hit, NameEntry::Kind::place)->index];
    auto& mention = scan.add(hit->first, hit == before ? last : hit->last, EntityType::place, MentionKind::name);
    mention.lexicon = "place:" + std::to_string(scan.entry(*hit, NameEntry::Kind::place)->index);
    mention.country = place.country;
    return true;
}

}  // namespace chancery
