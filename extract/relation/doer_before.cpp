#include "extract/relation/doer_before.hpp"

#include "extract/relation/frame.hpp"

namespace chancery {

namespace {

/// The word that all others of the sentence hang on, when it is a verb that does more than tell.
std::optional<std::uint32_t> main_verb(const SentenceView& s) {
    for (std::uint32_t i = 0; i < s.syntax.size(); ++i) {
        if (s.syntax[i].relation != Dependency::root) continue;
        return s.words[i].tag == WordClass::verb && !s.says(i) ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

const Mention* main_doer(const SentenceView& s) {
    const auto verb = main_verb(s);
    const auto frame = verb && !negated(s, *verb) ? frame_of(s, *verb) : std::nullopt;
    if (!frame || frame->passive || !frame->subject) return nullptr;
    const auto* who = mention_of_phrase(s, *frame->subject);
    const bool acts =
        who != nullptr && who->entity != no_entity && who->type != EntityType::place && who->type != EntityType::group;
    return acts ? who : nullptr;
}

}  // namespace

const Mention* doer_before(std::span<const SentenceView> sentences, std::uint32_t sentence, std::uint32_t critic) {
    for (std::uint32_t back = 1; back <= 2 && back <= sentence; ++back) {
        const auto* doer = main_doer(sentences[sentence - back]);
        if (doer == nullptr || doer->entity != critic) return doer;
    }
    return nullptr;
}

}  // namespace chancery
