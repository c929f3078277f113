// What a hyphen ties together: "the Iran-backed militia", "the al-Qaeda-linked group".
#include "extract/relation/backed.hpp"

#include "extract/relation/frame.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

void find_backed(const SentenceView& s, std::uint32_t hyphen, Assertions& out) {
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
