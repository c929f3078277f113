// Events: who did what to whom, from the verbs and nouns of the rules.
//
// Every word that can be a trigger is tried with each of its entries; what the grammar gives as its ends is checked
// against the types that the rule takes, and told with its status, its time and place, and who says so.
//
// An end that the sentence does not name is not guessed: without both ends there is no edge.
#include "extract/relation/circumstances.hpp"
#include "extract/relation/event_ends.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

bool fits(const RelationInput& input, std::uint8_t types, const Mention* mention) {
    return mention != nullptr && ((types >> static_cast<unsigned>(input.entities[mention->entity].type)) & 1U) != 0;
}

class EventFinder {
  public:
    EventFinder(const RelationInput& input, const SentenceView& s, Assertions& out) : input_(input), s_(s), out_(out) {}

    void run() {
        for (std::uint32_t i = 0; i < s_.size(); ++i) {
            if (s_.is(i, "-")) hyphenated(i);
            if (s_.words[i].word_class == WordClass::punctuation) continue;
            const auto* inside = s_.covering(i);
            if (inside != nullptr && inside->kind == MentionKind::name && inside->first <= i) continue;
            const auto& word = s_.words[i].lower;
            bool found = false;
            for (const auto& hit : input_.rules.verbs(word)) {
                const auto& trigger = input_.rules.triggers()[hit.trigger];
                EventEnds ends;
                found |= ends_of_verb(input_, s_, i, trigger, hit.form, ends) ? emit(i, trigger, ends)
                                                                              : tell(i, trigger, ends.missing);
            }
            if (found) continue;
            for (const auto& hit : input_.rules.nouns(word)) {
                const auto& trigger = input_.rules.triggers()[hit.trigger];
                EventEnds ends;
                if (ends_of_noun(input_, s_, i, trigger, ends))
                    emit(i, trigger, ends);
                else
                    tell(i, trigger, ends.missing);
            }
        }
    }

  private:
    /// Notes for a reader who asks why; false, for callers that give up.
    bool tell(std::uint32_t i, const Trigger& trigger, std::string_view outcome) const {
        if (input_.attempts != nullptr)
            input_.attempts->push_back({s_.index, i, std::string(s_.words[i].text), input_.rules.rule(trigger).id,
                                        entry_text(trigger), std::string(outcome)});
        return false;
    }

    /// "Brotherhood-backed President X", "the al-Qaeda-linked group".
    void hyphenated(std::uint32_t hyphen) {
        const auto* who = s_.ending(hyphen);
        if (who == nullptr || hyphen + 2 >= s_.size()) return;
        const auto& word = s_.words[hyphen + 1];
        const bool backed = word.is_any({"backed", "supported"});
        const bool linked = word.is_any({"linked", "affiliated", "allied", "aligned"});
        if (!backed && !linked) return;
        const auto* whom = next_mention(s_, hyphen + 2, 4);
        if (whom != nullptr && whom->kind == MentionKind::adjective) whom = next_mention(s_, whom->last, 4);
        if (whom == nullptr) {
            auto noun = hyphen + 2;
            while (noun + 1 < s_.size() && s_.words[noun + 1].tag == WordClass::noun) ++noun;
            whom = set_beside(s_, noun);
        }
        if (whom == nullptr || whom->entity == who->entity) return;
        out_.add(who->entity, backed ? "supported" : "allied_with", whom->entity,
                 {s_.index, who->where, s_.words.span(hyphen, hyphen + 2), whom->where, "hyphenated", 650,
                  Status::asserted, false});
    }

    /// Violence, arrests, expulsions: roots 17 to 20 of CAMEO.
    [[nodiscard]] bool grave(std::uint16_t relation) const {
        const auto& cameo = input_.catalog.at(relation).cameo;
        return cameo.size() >= 2 && cameo.substr(0, 2) >= "17" && cameo.substr(0, 2) <= "20";
    }

    bool emit(std::uint32_t i, const Trigger& trigger, EventEnds ends) {
        if (ends.subject == nullptr) return tell(i, trigger, "nobody does it");
        if (ends.object == nullptr) return tell(i, trigger, "it is done to nobody");
        if (ends.subject->entity == ends.object->entity) return tell(i, trigger, "both ends are the same");
        if (trigger.reversed) {
            std::swap(ends.subject, ends.object);
            std::swap(ends.subjects, ends.joined);
        }
        const auto& rule = input_.rules.rule(trigger);
        if (!fits(input_, rule.subjects, ends.subject))
            return tell(i, trigger, "the doer is of a type the rule does not take");
        if (!fits(input_, rule.objects, ends.object))
            return tell(i, trigger, "the object is of a type the rule does not take");
        const auto& relation = input_.catalog.at(trigger.relation).id;
        Assertions::Evidence evidence{
            s_.index,
            ends.subject->where,
            s_.words.span(i, std::max(i + 1, ends.trigger_end)),
            ends.object->where,
            ends.construction,
            ends.confidence,
            input_.stance.of(s_, i, std::max(i + 1, ends.trigger_end), grave(trigger.relation)),
            false};
        auto told = circumstances_of(s_, i, evidence.status, input_.article.published);
        evidence.date = std::move(told.date);
        evidence.place = std::move(told.place);
        evidence.speaker_text = std::move(told.speaker_text);
        if (told.speaker != nullptr) evidence.speaker = told.speaker->entity;
        bool added = out_.add(ends.subject->entity, relation, ends.object->entity, evidence);
        if (added)
            for (const auto* other : ends.subjects) {
                if (other->entity == ends.object->entity || !fits(input_, rule.subjects, other)) continue;
                auto more = evidence;
                more.subject = other->where;
                out_.add(other->entity, relation, ends.object->entity, more);
            }
        if (added)
            for (const auto* other : ends.joined.empty() ? and_others(s_, *ends.object) : ends.joined) {
                evidence.object = other->where;
                if (fits(input_, rule.objects, other))
                    out_.add(ends.subject->entity, relation, other->entity, evidence);
            }
        if (added) tell(i, trigger, "read");
        return added;
    }

    const RelationInput& input_;
    const SentenceView& s_;
    Assertions& out_;
};

}  // namespace

std::string entry_text(const Trigger& trigger) {
    auto text = trigger.head;
    for (const auto& word : trigger.before) (text += ' ') += word;
    if (trigger.between) return text + " S and X";
    text += " X";
    for (const auto& word : trigger.after) (text += ' ') += word;
    return text;
}

void find_events(const RelationInput& input, Assertions& out) {
    for (const auto& sentence : sentence_views(input)) EventFinder(input, sentence, out).run();
}

}  // namespace chancery
