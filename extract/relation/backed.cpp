// What a hyphen ties together: "the Iran-backed militia", "the al-Qaeda-linked group", "anti-NAME protesters".
#include "extract/relation/backed.hpp"

#include "extract/relation/frame.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

/// "anti-NAME protesters": the words around the hyphen.
void against(const SentenceView& s, std::uint32_t hyphen, Assertions& out) {
    const auto* whom = s.starting(hyphen + 1);
    if (whom == nullptr || whom->kind == MentionKind::description || whom->type == EntityType::place) return;
    for (const auto* who : s.mentions) {
        const bool march = who->type == EntityType::group && who->head < s.size() && who->head >= whom->last &&
                           who->head <= whom->last + 1 && who->last > who->head &&
                           s.is_any(who->head, {"protesters", "protestors", "demonstrators", "marchers"});
        if (march && who->entity != whom->entity)
            out.add(who->entity, "demonstrated_against", whom->entity,
                    {s.index, who->where, s.words.span(hyphen - 1, hyphen + 1), whom->where, "hyphenated", 650,
                     Status::asserted, false});
    }
}

}  // namespace

void find_backed(const SentenceView& s, std::uint32_t hyphen, Assertions& out) {
    if (hyphen > 0 && s.is(hyphen - 1, "anti")) return against(s, hyphen, out);
    const auto* who = s.ending(hyphen);
    if (who == nullptr || hyphen + 2 >= s.size()) return;
    const auto& word = s.words[hyphen + 1];
    const bool backed = word.is_any({"backed", "supported"});
    const bool linked = word.is_any({"linked", "affiliated", "allied", "aligned"});
    if (!backed && !linked) return;
    const auto* whom = next_mention(s, hyphen + 2, 4);
    if (whom != nullptr && whom->kind == MentionKind::adjective) whom = next_mention(s, whom->last, 4);
    if (whom == nullptr) {
        auto noun = hyphen + 2;
        while (noun + 1 < s.size() && s.words[noun + 1].tag == WordClass::noun) ++noun;
        whom = set_beside(s, noun);
    }
    if (whom == nullptr || whom->entity == who->entity) return;
    out.add(who->entity, backed ? "supported" : "allied_with", whom->entity,
            {s.index, who->where, s.words.span(hyphen, hyphen + 2), whom->where, "hyphenated", 650, Status::asserted,
             false});
}

}  // namespace chancery
