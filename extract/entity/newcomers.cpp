// Finds the name of "a prominent journalist": the person whom the next sentences call a journalist.
//
// The name must be new there or stand in the headline alone, and nobody else may be called the same near it: a report
// on two journalists does not tell which one was meant.
//
// Who gets no name is a group of one, as "24-year-old man", so that what is done to him is told; "the man" of a
// sentence soon after is the same.
#include <algorithm>

#include "extract/entity/references.hpp"

namespace chancery {

namespace {

/// How many sentences later the name may come.
constexpr std::uint32_t reach = 4;

/// How many sentences later "the man" may still be who came in without a name.
constexpr std::uint32_t near = 6;

char gender_of(std::string_view noun) {
    for (const std::string_view female : {"woman", "girl", "mother", "daughter", "wife", "sister"})
        if (noun.ends_with(female)) return 'f';
    for (const std::string_view male : {"man", "boy", "father", "husband", "brother"})
        if (noun.ends_with(male)) return 'm';
    return 'u';
}

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

/// Somebody named is called the same: whether he is meant is not told.
bool References::called_elsewhere(std::size_t m) const {
    const auto& mention = mentions_[m];
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& other) {
        return other.entity != no_entity && is_human(other.type) && other.kind == MentionKind::name &&
               called(other, sentences_[mention.sentence][mention.head].lower);
    });
}

/// Somebody whom the article never names becomes a group of one.
void References::stranger(std::size_t m) {
    auto& mention = mentions_[m];
    const auto& words = sentences_[mention.sentence];
    const auto noun = mention.head;
    std::vector<PhraseIndex::Hit> hits;
    lexicon_.group_index.find(words.all(), noun, hits);
    mention.gender = gender_of(words[noun].lower);
    mention.core = hits.empty() ? "" : lexicon_.groups[hits.front().value / 2].hint;
    if (mention.core == "state") mention.core = "employee_of";
    if (mention.core == "occupation") mention.core.clear();
    mention.first = words[mention.phrase].is("another") ? mention.phrase : mention.phrase + 1;
    mention.where = words.span(mention.first, mention.last);
    mention.name.clear();
    for (auto i = mention.first; i < mention.last; ++i) {
        if (i > mention.first && words[i].space_before) mention.name += ' ';
        mention.name += words[i].text;
    }
    mention.kind = MentionKind::description;
    mention.type = EntityType::group;
    const auto cluster = clusters_.make("stranger:" + std::to_string(m), mention, EntityType::group);
    clusters_.all()[cluster].local = true;
    clusters_.join(cluster, mention);
}

/// "the man", behind "a 24-year-old man" who got no name: the last one so called.
std::uint32_t References::stranger_meant(std::size_t m) const {
    const auto& mention = mentions_[m];
    const auto noun = sentences_[mention.sentence][mention.last - 1].lower;
    for (auto c = m; c-- > 0;) {
        const auto& other = mentions_[c];
        if (other.sentence + near < mention.sentence) break;
        if (other.type != EntityType::group || other.plural || other.kind != MentionKind::description ||
            other.entity == no_entity)
            continue;
        if (sentences_[other.sentence][other.head].lower == noun) return other.entity;
    }
    return no_entity;
}

}  // namespace chancery
