// Deeds and things that act for somebody: "a US drone strike killed", "was wounded in a Taliban attack".
//
// The grammar gives a noun where the doer is looked for. Whose deed it is stands before it ("Russian", "Hamas", "the
// army's") or behind it ("by X", "carried out by X"). What stands before may also be where it happened ("the Sri Lanka
// attacks"), so countries written in full count only as adjectives or possessors.
#include "extract/relation/deeds.hpp"

#include "extract/lexicon/entry_key.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

/// "a US drone", not "the Norway attack".
bool short_form(const SentenceView& s, const Mention& country) {
    return country.last == country.first + 1 && s.words[country.first].all_caps;
}

/// A body that fights: "a Taliban attack", not "Twitter attacks".
bool fights(const SentenceView& s, const Mention& body) {
    const auto kind = organisation_kind(s.lexicon, body.lexicon);
    return kind == "armed_group" || kind == "government" || kind == "international";
}

/// "His brother", "Chile's envoy" act for themselves.
bool kin_or_title(const SentenceView& s, std::uint32_t noun) {
    if (s.lexicon.kin.contains(s.words[noun].lower)) return true;
    std::vector<PhraseIndex::Hit> hits;
    s.lexicon.title_index.find(s.words.all(), noun, hits);
    return !hits.empty();
}

const Mention* named_before(const RelationInput& input, const SentenceView& s, std::uint32_t noun) {
    auto start = phrase_start(s, noun);
    const bool deed = deed_of_force(input, s, noun);
    const auto* before = s.ending(start);
    if (before != nullptr && before->kind == MentionKind::name && start <= noun) {
        const bool place = before->type == EntityType::country && deed && !short_form(s, *before);
        if (!place) start = before->first;
        if (deed && before->first < noun && fights(s, *before)) return before;
    }
    for (const auto* mention : s.mentions)
        if (mention->first >= start && mention->last <= noun && mention->type == EntityType::country) return mention;
    if (start > 1 && (s.is(start - 1, "'s") || s.is(start - 1, "'"))) {
        const auto* owner = s.ending(start - 1);
        return owner != nullptr && owner->type == EntityType::place ? nullptr : owner;
    }
    if (start > 1 && s.is(start - 1, "whose")) {  // "X, whose army backs"
        const auto* owner = s.ending(s.is(start - 2, ",") ? start - 2 : start - 1);
        if (owner != nullptr && owner->type != EntityType::place) return owner;
    }
    for (auto i = start > 0 ? start - 1 : start; i < noun; ++i)  // "its missiles hit"
        if (const auto* owner = s.owner_at(i); owner != nullptr && !is_human(owner->type)) return owner;
    return nullptr;
}

/// "the attack on X by Y", "an attack carried out by Y".
const Mention* agent_behind(const SentenceView& s, std::uint32_t noun) {
    for (auto i = noun + 1; i < s.size() && i < noun + 9; ++i) {
        if (s.is(i, "by")) {
            const auto* mention = object_of(s, i + 1).mention;
            return mention == nullptr || mention->type == EntityType::place ? nullptr : mention;
        }
        const bool participle = s.words[i].lower.ends_with("ed") || s.words[i].is("out");
        if (s.words[i].word_class == WordClass::punctuation && !s.is(i, ",")) return nullptr;
        if (s.auxiliary(i) || s.word_class(i) == WordClass::subordinator) return nullptr;
        if (s.words[i].tag == WordClass::verb && !(participle && (s.is(i + 1, "by") || s.is(i + 2, "by"))))
            return nullptr;
    }
    return nullptr;
}

}  // namespace

bool deed_of_force(const RelationInput& input, const SentenceView& s, std::uint32_t noun) {
    if (s.words[noun].tag != WordClass::noun) return false;
    if (noun + 1 < s.size() && s.words[noun + 1].tag == WordClass::noun) return false;  // "attack ads"
    for (const auto& hit : input.rules.nouns(s.words[noun].lower)) {
        const auto& trigger = input.rules.triggers()[hit.trigger];
        const auto& cameo = input.catalog.at(trigger.relation).cameo;
        if (trigger.before.size() == 1 && (cameo.starts_with("19") || cameo == "175")) return true;
    }
    return false;
}

const Mention* doer_of_noun(const RelationInput& input, const SentenceView& s, std::uint32_t noun) {
    if (s.words[noun].tag != WordClass::noun || kin_or_title(s, noun)) return nullptr;
    if (const auto* before = named_before(input, s, noun)) return before;
    return deed_of_force(input, s, noun) ? agent_behind(s, noun) : nullptr;
}

std::optional<std::uint32_t> deed_around(const RelationInput& input, const SentenceView& s, std::uint32_t verb) {
    for (std::uint32_t i = 0; i < s.syntax.size(); ++i) {
        if (s.syntax[i].relation != Dependency::preposition || !s.is_any(i, {"in", "during", "by", "from"})) continue;
        const auto noun = s.syntax[i].head;
        if (noun != no_head && s.syntax[noun].head == verb && deed_of_force(input, s, noun)) return noun;
    }
    return std::nullopt;
}

const Mention* body_behind(const SentenceView& s, const Mention* people) {
    if (people->type != EntityType::group || people->kind != MentionKind::description) return people;
    for (const auto* mention : s.mentions) {
        if (mention->type != EntityType::institution || mention->kind != MentionKind::name) continue;
        const bool before_head = people->first <= mention->first && mention->last <= people->head &&
                                 mention->sentence == people->sentence && !s.is(mention->last, "'s");
        if (!before_head) continue;
        if (people->core == "employee_of" || (people->core == "member_of" && fights(s, *mention))) return mention;
    }
    return people;
}

std::optional<std::uint32_t> unnamed_agent(const SentenceView& s, std::uint32_t i) {
    for (auto at = i + 1; at < s.size() && at < i + 9; ++at) {
        if (s.words[at].word_class == WordClass::punctuation) return std::nullopt;
        if (!s.is(at, "by")) continue;
        for (auto noun = at + 1; noun < s.size() && noun < at + 5; ++noun)
            if (s.words[noun].tag == WordClass::noun &&
                s.word_class(noun + 1 < s.size() ? noun + 1 : noun) != WordClass::other)
                return noun;
        return at;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> charge_named(const SentenceView& s, std::uint32_t from) {
    bool on = false;
    for (auto i = from; i < s.size() && i < from + 14; ++i) {
        const auto& word = s.words[i];
        if (word.word_class == WordClass::punctuation || word.tag == WordClass::verb ||
            word.tag == WordClass::subordinator)
            return std::nullopt;
        if (on && word.is_any({"charges", "charge"})) return i;
        if (s.word_class(i) == WordClass::preposition) on = word.is("on");
    }
    return std::nullopt;
}

}  // namespace chancery
