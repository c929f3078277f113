// Finds the name of "a prominent journalist": the person whom the next sentences call a journalist.
//
// The name must be new there or stand in the headline alone, and nobody else may be called the same near it: a report
// on two journalists does not tell which one was meant.
#include <algorithm>

#include "extract/entity/references.hpp"

namespace chancery {

namespace {

/// How many sentences later the name may come.
constexpr std::uint32_t reach = 4;

}  // namespace

/// "NAME, a 26-year-old journalist", "the journalist, NAME", "journalist NAME".
bool References::called(const Mention& person, std::string_view noun) const {
    const auto& words = sentences_[person.sentence];
    const auto inside = [&](std::uint32_t i) { return person.phrase <= i && i < person.last; };
    for (auto i = person.phrase; i < person.first; ++i)
        if (words[i].is(noun)) return true;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        if (!words[i].is(noun) || words[i].head == no_head) continue;
        if (words[i].link == Dependency::apposition && inside(words[i].head)) return true;
        for (auto of_name = person.first; of_name < person.last; ++of_name)
            if (words[of_name].link == Dependency::apposition && words[of_name].head == i) return true;
    }
    return std::any_of(offices_.begin(), offices_.end(), [&](const Office& office) {
        if (mentions_[office.holder].entity != person.entity || office.sentence != person.sentence) return false;
        const auto& title = lexicon_.titles[office.title].text;
        return title.ends_with(noun) && (title.size() == noun.size() || title[title.size() - noun.size() - 1] == ' ');
    });
}

std::uint32_t References::newcomer(std::size_t m) const {
    const auto& mention = mentions_[m];
    auto found = no_entity;
    for (const auto& other : mentions_) {
        if (other.entity == no_entity || !is_human(other.type) || other.kind != MentionKind::name) continue;
        if (other.sentence <= mention.sentence || other.sentence > mention.sentence + reach) continue;
        if (!called(other, mention.core)) continue;
        if (found != no_entity && found != other.entity) return no_entity;
        found = other.entity;
    }
    if (found == no_entity) return found;
    const bool known = std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& other) {
        return other.entity == found && other.kind == MentionKind::name && other.sentence > 0 &&
               other.sentence <= mention.sentence;
    });
    return known ? no_entity : found;
}

}  // namespace chancery
