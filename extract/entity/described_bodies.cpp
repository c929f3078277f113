#include "extract/entity/described_bodies.hpp"

namespace chancery {

namespace {

bool is_name(const Mention& mention, const Words& words) {
    return mention.type == EntityType::institution && mention.kind == MentionKind::name &&
           words[mention.last - 1].capital;
}

bool is_description(const Mention& mention, const Words& words) {
    return mention.type == EntityType::institution && mention.kind == MentionKind::name && mention.state &&
           !mention.country.empty() && mention.lexicon.empty() && !words[mention.last - 1].capital;
}

/// Nothing but a comma and an article stands between the two, and what follows them does not go on as a list does.
bool set_beside(const Mention& one, const Mention& other, const Words& words) {
    auto at = one.last;
    if (at >= words.size() || !words[at].is(",")) return false;
    ++at;
    if (at < words.size() && words[at].is_any({"the", "a", "an"})) ++at;
    if (at != other.first) return false;
    if (other.last >= words.size()) return true;
    if (words[other.last].word_class != WordClass::punctuation || words[other.last].is("-")) return false;
    return other.last + 1 >= words.size() || !words[other.last + 1].is_any({"and", "or", "as"});
}

}  // namespace

std::vector<DescribedBody> described_bodies(std::vector<Mention>& mentions, std::span<const Words> sentences) {
    std::vector<DescribedBody> found;
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        auto& one = mentions[m];
        if (one.type != EntityType::institution) continue;
        const auto& words = sentences[one.sentence];
        for (auto next = m + 1; next < mentions.size() && next < m + 5; ++next) {
            auto& other = mentions[next];
            if (other.sentence != one.sentence || other.first > one.last + 2) break;
            const bool named_first = is_name(one, words) && is_description(other, words);
            if (!named_first && !(is_description(one, words) && is_name(other, words))) continue;
            auto& name = named_first ? one : other;
            auto& description = named_first ? other : one;
            if (!set_beside(one, other, words)) continue;
            if (!name.country.empty() && name.country != description.country) continue;
            name.country = description.country;
            found.emplace_back(&description, &name);
            break;
        }
    }
    return found;
}

}  // namespace chancery
