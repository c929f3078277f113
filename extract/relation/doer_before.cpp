#include "extract/relation/doer_before.hpp"

namespace chancery {

namespace {

/// The word that all others of the sentence hang on, when it is a verb that does more than tell.
std::optional<std::uint32_t> main_verb(const RelationInput& input, const Words& words) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        if (words[i].link != Dependency::root) continue;
        const bool deed = words[i].tag == WordClass::verb && !input.lexicon.saying.contains(words[i].lower);
        return deed ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

/// "has no", "did not": what nobody did is no deed.
bool negated(const Words& words, std::uint32_t verb) {
    for (std::uint32_t i = 0; i < words.size(); ++i)
        if (words[i].head == verb && words[i].is_any({"not", "n't", "never"})) return true;
    return false;
}

/// The widest mention around the word at `word` of that sentence.
const Mention* covering(const RelationInput& input, std::uint32_t sentence, std::uint32_t word) {
    const Mention* found = nullptr;
    for (const auto& mention : input.mentions) {
        if (mention.sentence != sentence || mention.first > word || word >= mention.last) continue;
        if (mention.entity == no_entity || mention.kind == MentionKind::adjective) continue;
        if (found == nullptr || mention.last - mention.first > found->last - found->first) found = &mention;
    }
    return found;
}

const Mention* main_doer(const RelationInput& input, std::uint32_t sentence) {
    const auto& words = input.sentences[sentence];
    const auto verb = main_verb(input, words);
    if (!verb || negated(words, *verb)) return nullptr;
    for (std::uint32_t i = 0; i < *verb; ++i) {
        if (words[i].head != *verb || words[i].link != Dependency::subject) continue;
        const auto* who = covering(input, sentence, i);
        const bool acts = who != nullptr && who->type != EntityType::place && who->type != EntityType::group;
        return acts ? who : nullptr;
    }
    return nullptr;
}

}  // namespace

const Mention* doer_before(const RelationInput& input, std::uint32_t sentence, std::uint32_t critic) {
    for (std::uint32_t back = 1; back <= 2 && back <= sentence; ++back) {
        const auto* doer = main_doer(input, sentence - back);
        if (doer == nullptr || doer->entity != critic) return doer;
    }
    return nullptr;
}

}  // namespace chancery
