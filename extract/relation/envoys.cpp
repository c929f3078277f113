// What is handed to an envoy needs no addressee: whoever summons an ambassador to protest, protests to him.
#include "extract/relation/envoys.hpp"

#include <algorithm>

#include "extract/relation/entry_words.hpp"

namespace chancery {

namespace {

bool envoy(const RelationInput& input, const Mention& mention) {
    return std::any_of(input.offices.begin(), input.offices.end(), [&](const Office& office) {
        if (office.holder == no_mention || input.mentions[office.holder].entity != mention.entity) return false;
        const auto& relation = input.lexicon.titles[office.title].relation;
        return relation == "ambassador_of" || relation == "ambassador_to" || relation == "diplomat_of";
    });
}

const Mention* subject_word(const SentenceView& s, std::uint32_t verb) {
    const auto frame = frame_of(s, verb);
    if (!frame || frame->passive || !frame->subject) return nullptr;
    return mention_of_phrase(s, *frame->subject);
}

}  // namespace

bool ends_before_envoy(const RelationInput& input, const SentenceView& s, std::uint32_t verb, const Trigger& trigger,
                       EventEnds& ends) {
    const auto behind = behind_words(s, verb + 1, trigger.before);
    ends.missing = "its fixed words or an envoy before it are missing";
    if (!behind || verb >= s.syntax.size() || s.syntax[verb].word_class != WordClass::verb) return false;
    for (const auto* mention : s.mentions)
        if (mention->last <= verb && is_human(mention->type) && envoy(input, *mention)) ends.object = mention;
    if (ends.object == nullptr) return false;
    ends.subject = subject_word(s, verb);
    const auto above = s.syntax[verb].head;  // "summoned the ambassador to protest": not the ambassador does
    if ((ends.subject == nullptr || ends.subject->entity == ends.object->entity) && above != no_head)
        ends.subject = subject_word(s, above);
    ends.construction = "before-envoy";
    ends.confidence = 650;
    ends.trigger_end = *behind;
    return ends.subject != nullptr;
}

}  // namespace chancery
