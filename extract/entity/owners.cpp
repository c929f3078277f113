#include "extract/entity/owners.hpp"

namespace chancery {

namespace {

/// "The country" is the one that a sentence soon before opens with, else the one the article is most about.
std::string the_country(std::uint32_t sentence, const std::vector<Mention>& mentions, const std::string& home) {
    const Mention* found = nullptr;
    for (const auto& other : mentions) {
        if (other.sentence >= sentence) break;
        if (other.sentence + 2 < sentence || other.type != EntityType::country || other.country.empty() ||
            other.kind != MentionKind::name)
            continue;
        if (found == nullptr || found->sentence != other.sentence) found = &other;
    }
    return found == nullptr ? home : found->country;
}

}  // namespace

std::string owner_near(const Lexicon& lexicon, const Mention& body, const std::vector<Mention>& mentions,
                       std::span<const Words> sentences, const std::string& home) {
    const auto& words = sentences[body.sentence];
    if (body.first > 1 && words[body.first - 1].is("'s") &&
        lexicon.points_at(words[body.first - 2].lower, ReferenceWord::Kind::country))
        return the_country(body.sentence, mentions, home);
    std::string owner;  // the one country that the sentence names
    for (const auto& other : mentions) {
        if (other.sentence != body.sentence || other.type != EntityType::country || other.country.empty()) continue;
        if (!owner.empty() && owner != other.country) return home;
        owner = other.country;
    }
    return owner.empty() ? home : owner;
}

}  // namespace chancery
