// Deeds that are spoken of without their doer.
//
// "Peru condemned the arrests" is said of whoever arrested, and that was told before: the nearest earlier statement of
// such a deed has the doer. Where the one it was done to is named ("demanded the release of X"), only deeds done to X
// count, wherever the article tells them.
#include "extract/relation/open_deeds.hpp"

#include <algorithm>
#include <span>

#include "extract/relation/doer_before.hpp"
#include "extract/relation/event_evidence.hpp"
#include "extract/relation/shapes.hpp"
#include "extract/relation/taken_up.hpp"

namespace chancery {

namespace {

bool harmful(const Relation& relation) {
    const auto root = std::string_view(relation.cameo).substr(0, 2);
    return relation.kind == "event" && ((root >= "14" && root <= "20") || relation.id == "charged" ||
                                        relation.id == "convicted" || relation.id == "investigated");
}

bool of_force(const RelationInput& input, std::uint16_t relation) {
    return input.catalog.at(relation).kind == "event" && cameo_between(input.catalog, relation, "18", "20");
}

/// The statement that tells the deed, or nothing.
const Assertion* told(const RelationInput& input, const OpenDeed& deed, std::span<const Assertion> all) {
    const Assertion* best = nullptr;
    std::uint32_t nearest = no_entity;
    for (const auto& a : all) {
        if (std::find(deed.deeds.begin(), deed.deeds.end(), a.relation) == deed.deeds.end()) continue;
        if (a.status == Status::denied || a.status == Status::planned || a.subject == deed.subject) continue;
        if (deed.victim != no_entity && a.object != deed.victim) continue;
        const auto sentence = sentence_at(input, a.sentence.begin);
        const bool later = sentence > deed.evidence.sentence;
        if (deed.victim == no_entity && (later || sentence + sentences_back < deed.evidence.sentence)) continue;
        const auto far = later ? 1000 + sentence : deed.evidence.sentence - sentence;
        if (best != nullptr && far > nearest) continue;
        best = &a;
        nearest = far;
    }
    return best;
}

}  // namespace

std::uint32_t sentence_at(const RelationInput& input, std::uint32_t begin) {
    const auto& all = input.reading.sentences;
    const auto next = std::upper_bound(all.begin(), all.end(), begin,
                                       [](std::uint32_t at, const Sentence& s) { return at < s.where.begin; });
    return static_cast<std::uint32_t>(next - all.begin()) - 1;
}

std::vector<std::uint16_t> deeds_named(const RelationInput& input, const SentenceView& s, std::uint32_t noun) {
    std::vector<std::uint16_t> found;
    if (noun >= s.size() || s.words[noun].tag != WordClass::noun || s.covering(noun) != nullptr) return found;
    const auto word = s.lexicon.deeds.find(s.words[noun].lower);
    const bool any = word != s.lexicon.deeds.end() && word->second;
    bool force = false;
    for (const auto& hit : input.rules.nouns(s.words[noun].lower)) {
        const auto& trigger = input.rules.triggers()[hit.trigger];
        if (any || trigger.doer || !harmful(input.catalog.at(trigger.relation))) continue;
        found.push_back(trigger.relation);
        force |= of_force(input, trigger.relation);
    }
    for (std::uint16_t r = 0; (any || force) && r < input.catalog.all().size(); ++r)  // "the attack" may have killed
        if (any ? harmful(input.catalog.at(r)) : of_force(input, r)) found.push_back(r);
    return found;
}

bool name_deed(const RelationInput& input, const SentenceView& s, std::uint32_t noun, OpenDeed& deed) {
    deed.deeds = deeds_named(input, s, noun);
    deed.act = s.words[noun].tag == WordClass::noun && s.covering(noun) == nullptr &&
               s.lexicon.acts.contains(s.words[noun].lower);
    return deed.act || !deed.deeds.empty();
}

std::vector<std::uint16_t> deeds_of_captors(const RelationInput& input) {
    std::vector<std::uint16_t> found;
    for (const auto* id : {"arrested", "abducted", "convicted", "charged"})
        if (const auto relation = input.catalog.find(id)) found.push_back(*relation);
    return found;
}

bool definite(const SentenceView& s, std::uint32_t noun) {
    const auto start = phrase_start(s, noun);
    const auto marks = [&](std::uint32_t i) {
        return s.words[i].is_any({"the", "this", "these", "that", "those", "such", "his", "her", "its", "their"});
    };
    const auto aside = [&](std::uint32_t i) {  // "X expelled Y, a move condemned by Z"
        return i > 0 && s.words[i].is_any({"a", "an"}) && s.is(i - 1, ",");
    };
    return marks(start) || aside(start) || (start > 0 && (marks(start - 1) || aside(start - 1)));
}

void settle_deeds(const RelationInput& input, std::span<const SentenceView> sentences,
                  const std::vector<OpenDeed>& open, Assertions& out) {
    struct Settled {
        const OpenDeed* deed;
        Maker maker;
        const char* construction;
        std::uint16_t confidence;
    };
    std::vector<Settled> settled;  // added at the end, so that none rests on another
    for (const auto& deed : open) {
        if (deed.thing) {
            if (const auto maker = maker_told(input, sentences, deed, out.all()); maker.entity != no_entity)
                settled.push_back({&deed, maker, "taken-up", 500});
        } else if (const auto* found = told(input, deed, out.all())) {
            settled.push_back({&deed, {found->subject, found->subject_mark}, "deed", 500});
        } else if (deed.act) {  // "Kenya's parliament passed a law on insults. Norway condemned the law."
            if (const auto* doer = doer_before(sentences, deed.evidence.sentence, deed.subject); doer != nullptr)
                settled.push_back({&deed, {doer->entity, doer->where}, "deed-before", 450});
        }
    }
    for (const auto& [deed, maker, construction, confidence] : settled) {
        auto evidence = deed->evidence;
        evidence.object = maker.where;
        evidence.construction = construction;
        evidence.confidence = confidence;
        out.add(deed->subject, input.catalog.at(deed->relation).id, maker.entity, evidence);
    }
}

}  // namespace chancery
