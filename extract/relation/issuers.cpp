// Who does what a document does: "signed an order banning X", "a report by Y accused X", "in a statement condemning X,
// Y said".
//
// A document has its issuer before it ("a Y report"), behind it ("by Y", "from Y") or in the verb it hangs on, when
// that says no more than that the document was made. Whoever reads, receives or rejects it did not write it. So it is
// with a bomb that somebody planted.
#include "extract/relation/deeds.hpp"
#include "extract/relation/frame.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

const Mention* before_it(const SentenceView& s, std::uint32_t noun) {
    const auto start = phrase_start(s, noun);
    for (auto i = start > 0 ? start - 1 : start; i < noun; ++i)  // "his comments that accused X"
        if (const auto* owner = s.owner_at(i)) return owner;
    const auto* name = s.ending(start);
    const bool own = name != nullptr && name->kind == MentionKind::name &&
                     (name->type == EntityType::institution || is_human(name->type));
    return own && name->last <= noun ? name : nullptr;
}

const Mention* behind_it(const SentenceView& s, std::uint32_t noun) {
    auto at = s.is(noun + 1, ",") ? noun + 2 : noun + 1;  // "the resolution, adopted by X, condemned Y"
    const bool made = at < s.size() && (s.words[at].lower.ends_with("ed") || s.is_any(at, {"sent", "written"}));
    if (made) ++at;
    return s.is(at, "by") || (s.is(at, "from") && !made) ? object_of(s, at + 1).mention : nullptr;
}

/// "a rocket fired by X", not "found by X".
const Mention* fired_by(const SentenceView& s, std::uint32_t noun) {
    const bool fired = s.is_any(noun + 1, {"fired", "launched", "planted", "dropped", "detonated", "hurled", "lobbed",
                                           "thrown", "laid", "placed", "set", "sent"});
    return fired && s.is(noun + 2, "by") ? object_of(s, noun + 3).mention : nullptr;
}

/// "In a statement condemning X, Y said".
const Mention* around_it(const SentenceView& s, std::uint32_t noun) {
    if (s.syntax[noun].relation != Dependency::oblique || s.syntax[noun].head == no_head) return nullptr;
    const auto frame = frame_of(s, s.syntax[noun].head);
    bool within = false;
    for (std::uint32_t i = 0; i < noun; ++i)
        within |= s.syntax[i].head == noun && s.is_any(i, {"in", "with", "through"});
    return within && frame && !frame->passive && frame->subject ? mention_of_phrase(s, *frame->subject) : nullptr;
}

}  // namespace

const Mention* issuer_of(const RelationInput& input, const SentenceView& s, std::uint32_t noun) {
    if (noun >= s.syntax.size() || s.covering(noun) != nullptr || s.words[noun].tag != WordClass::noun) return nullptr;
    if (s.lexicon.weapons.contains(s.words[noun].lower)) return fired_by(s, noun);
    const bool document = s.lexicon.documents.contains(s.words[noun].lower);
    if (!document && !deed_of_force(input, s, noun)) return nullptr;
    if (document)
        for (const auto find : {before_it, behind_it})
            if (const auto* issuer = find(s, noun)) return issuer;
    if (const auto* maker = doer_by_light_verb(s, noun)) return maker;
    return document ? around_it(s, noun) : nullptr;
}

}  // namespace chancery
