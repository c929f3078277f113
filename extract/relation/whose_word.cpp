#include "extract/relation/whose_word.hpp"

#include "extract/lexicon/entry_key.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

/// Whose side somebody is on: the country of an official is that of the office.
std::string_view country_of(const RelationInput& input, const Assertions& told, const Mention& mention) {
    const auto& entity = input.entities[mention.entity];
    const bool leader = input.lexicon.leader_names.contains(fold(entity.signature.name));
    if (is_human(entity.type) && !leader && told.country_only_guessed(mention.entity)) return {};
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
    for (auto i = body.phrase > 0 ? body.phrase - 1 : 0; i < body.last; ++i)
        if (input.stance.source(words[i].lower) == Stance::Source::ordinary) return true;
    return false;
}

/// A teller whom only a noun names: "investigators", "a report", "two people".
bool only_noun_says(const RelationInput& input, const Assertions& told, const SentenceView& s, std::uint32_t noun,
                    const Mention& doer, bool violent) {
    if (doer.kind == MentionKind::pronoun) return false;  // "officials said they had killed"
    const auto kind = input.stance.source(s.words[noun].lower);
    if (kind == Stance::Source::ordinary) return true;
    for (auto i = phrase_start(s, noun); i < noun; ++i)  // "the opposition leader"
        if (input.stance.source(s.words[i].lower) == Stance::Source::ordinary) return true;
    if (!violent) return false;
    if (kind == Stance::Source::paper || input.entities[doer.entity].type == EntityType::person) return true;
    const auto* owner = owner_of_noun(s, noun);  // "Oman's foreign minister", "Omani officials"
    if (owner == nullptr) owner = s.ending(phrase_start(s, noun));
    const auto theirs = country_of(input, told, doer);
    return owner != nullptr && !owner->country.empty() && !theirs.empty() && owner->country != theirs;
}

}  // namespace

bool only_says(const RelationInput& input, const Assertions& told, const SentenceView& s, const Teller& teller,
               const Mention* doer, bool violent) {
    const auto known = [&](const Mention* m) { return m != nullptr && m->entity < input.entities.size(); };
    if (!known(doer)) return false;
    if (!teller.somebody()) {  // in quotation marks: somebody says so, whoever it is
        const bool here = doer->sentence == s.index && doer->first < s.quoted.size();
        return violent && here && s.quoted[doer->first] != 0;
    }
    if (!known(teller.mention)) return teller.word && only_noun_says(input, told, s, *teller.word, *doer, violent);
    const auto& speaker = *teller.mention;
    if (speaker.entity == doer->entity) return false;
    const auto says = input.entities[speaker.entity].type;
    const bool servants = says == EntityType::group && speaker.head < input.sentences[speaker.sentence].size() &&
                          input.stance.source(input.sentences[speaker.sentence][speaker.head].lower) ==
                              Stance::Source::official;  // "Omani officials"
    if (says == EntityType::person || (says == EntityType::group && !servants)) return true;
    if (says == EntityType::institution && ordinary_body(input, speaker)) return true;
    if (!violent) return false;
    if (input.entities[doer->entity].type == EntityType::person) return true;
    if (says == EntityType::institution && organisation_kind(input.lexicon, speaker.lexicon) == "international")
        return true;
    const auto mine = country_of(input, told, speaker), theirs = country_of(input, told, *doer);
    const bool stranger = mine.empty() && is_human(says);  // whose side he is on is not told
    return !theirs.empty() && (mine.empty() ? stranger : mine != theirs);
}

}  // namespace chancery
