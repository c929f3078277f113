// Who is "Norway's army chief"? The name often comes a sentence later.
//
// A report may name the office in its first sentence and the holder in the next: "Norway's army chief has resigned.
// Gen. Olav Roe said ...". So the first person whom the lead brings is taken for the one it opened with, when he opens
// his sentence and is nobody else there: has no office of his own, and is not somebody who is merely quoted, unless his
// rank goes with the office.
//
// Further on only the office itself tells: "a spokesman for the guild ... The spokesman, NAME, said", "Peru's new
// president ... the untested leader, NAME".
#include "extract/entity/named_later.hpp"

#include <algorithm>

namespace chancery {

namespace {

constexpr std::uint32_t in_the_lead = 3;        ///< sentences of an article that open it, its headline among them
constexpr std::uint32_t said_again_within = 4;  ///< sentences in which the office may be said again

bool rules(const Title& title) {
    return title.relation == "head_of_state_of" || title.relation == "head_of_government_of";
}

/// The name is the subject of a verb that only tells what somebody says, or of none.
bool quoted(const Lexicon& lexicon, const Words& words, const Mention& name) {
    for (auto i = name.first; i < name.last; ++i) {
        const auto verb = words[i].head;
        if (words[i].link == Dependency::subject && verb != no_head) return lexicon.saying.contains(words[verb].lower);
    }
    return true;
}

/// "Gen. NAME" after "the army chief".
bool of_rank(const Lexicon& lexicon, const Words& words, const Mention& name, const Title& title) {
    if (name.first == 0 || title.relation != "commander_of") return false;
    const auto honorific = lexicon.honorifics.find(words[name.first - 1].lower);
    return honorific != lexicon.honorifics.end() && honorific->second == "rank";
}

std::uint32_t brought_by_the_lead(const Lexicon& lexicon, const Office& office, const std::vector<Office>& offices,
                                  const std::vector<Mention>& mentions, std::span<const Words> sentences) {
    if (office.sentence >= in_the_lead) return no_entity;
    for (const auto& name : mentions) {
        if (name.kind != MentionKind::name || !is_human(name.type)) continue;
        if (name.sentence <= office.sentence) return no_entity;  // somebody is known already
        const auto& words = sentences[name.sentence];
        const bool ranked = of_rank(lexicon, words, name, lexicon.titles[office.title]);
        const bool opens = name.first == 0 || (name.first == 1 && lexicon.honorifics.contains(words[0].lower));
        const bool own_office = std::any_of(offices.begin(), offices.end(), [&](const Office& other) {
            return other.sentence == name.sentence && mentions[other.holder].where == name.where;
        });
        const bool next = name.sentence <= office.sentence + 2 && name.entity != no_entity;
        const bool full = name.last > name.first + 1;
        return next && full && opens && !own_office && (ranked || !quoted(lexicon, words, name)) ? name.entity
                                                                                                 : no_entity;
    }
    return no_entity;
}

}  // namespace

std::uint32_t named_later(const Lexicon& lexicon, const Office& office, const std::vector<Office>& offices,
                          const std::vector<Mention>& mentions, std::span<const Words> sentences) {
    const auto& title = lexicon.titles[office.title];
    for (const auto& later : offices) {
        if (later.sentence <= office.sentence || later.sentence > office.sentence + said_again_within) continue;
        const bool ruler = rules(title) && lexicon.titles[later.title].text == "leader";
        if ((later.title != office.title && !ruler) || later.body != no_mention || later.owned || later.former)
            continue;
        const auto& name = mentions[later.holder];
        if (later.construction == "title-comma-name" && name.kind == MentionKind::name) return name.entity;
    }
    return brought_by_the_lead(lexicon, office, offices, mentions, sentences);
}

}  // namespace chancery
