#include "extract/relation/whose_word.hpp"

#include "extract/lexicon/entry_key.hpp"

namespace chancery {

namespace {

/// Whose side somebody is on: the country of an official is that of the office.
std::string_view country_of(const RelationInput& input, const Assertions& told, const Mention& mention) {
    const auto& entity = input.entities[mention.entity];
    if (!entity.signature.country.empty()) return entity.signature.country;
    if (!mention.country.empty()) return mention.country;
    const auto body = is_human(entity.type) ? told.office_of(mention.entity, mention.sentence) : no_entity;
    return body == no_entity ? std::string_view() : input.entities[body].signature.country;
}

/// "the newspaper Vesti", "the group Memorial": by the name's kind, or by a word of its phrase.
bool ordinary_body(const RelationInput& input, const Mention& body) {
    const auto kind = organisation_kind(input.lexicon, body.lexicon);
    if (kind == "ngo" || kind == "party" || kind == "armed_group" || kind == "think_tank" || kind == "company")
        return true;
    const auto& words = input.sentences[body.sentence];
    const bool agency = input.stance.source(words[body.last - 1].lower) == Stance::Source::official;
    if (kind == "media") return !agency;
    for (auto i = body.phrase; i < body.last; ++i)
        if (input.stance.source(words[i].lower) == Stance::Source::ordinary) return true;
    return false;
}

}  // namespace

bool only_says(const RelationInput& input, const Assertions& told, const Mention* speaker, const Mention* doer) {
    if (speaker == nullptr || doer == nullptr || speaker->entity == doer->entity) return false;
    if (speaker->entity >= input.entities.size() || doer->entity >= input.entities.size()) return false;
    const auto says = input.entities[speaker->entity].type;
    const auto mine = country_of(input, told, *speaker), theirs = country_of(input, told, *doer);
    const bool known = !mine.empty() && !theirs.empty();
    if (says == EntityType::person || input.entities[doer->entity].type == EntityType::person) return true;
    if (says == EntityType::institution && ordinary_body(input, *speaker)) return true;
    return known && mine != theirs;
}

}  // namespace chancery
