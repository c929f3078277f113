// Finds the ends of an event's noun: they stand in "of", "by", "on", "with", "from" or before it ("Russia's attack on
// Ukraine").
#include <utility>

#include "extract/relation/charges.hpp"
#include "extract/relation/deeds.hpp"
#include "extract/relation/entry_words.hpp"
#include "extract/relation/event_ends.hpp"
#include "extract/relation/reciprocal.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

class NounEnds {
  public:
    NounEnds(const RelationInput& input, const SentenceView& s, EventEnds& ends) : input_(input), s_(s), told_(ends) {}

    bool of_noun(std::uint32_t i, const Trigger& trigger, EventEnds& ends) {
        if (trigger.doer) return ends_of_doer(s_, i, trigger, ends);
        auto at = i + 1;
        ends.construction = "nominal";
        if (trigger.between) return between_two(at, trigger, ends);
        const auto& rule = input_.rules.rule(trigger);
        const Mention* by = nullptr;
        if (s_.is(at, "by") && trigger.before.front() != "by") {  // "accusations by Angola against Zambia"
            by = by_agent(s_, at);
            if (by != nullptr) at = by->last;
        }
        const auto made =
            s_.is(at + 1, "out") ? at + 1 : at;  // "a note sent by X to Y", "strikes carried out by X on Y"
        const bool participle =
            at < s_.size() && (s_.words[at].lower.ends_with("ed") || s_.is_any(at, {"sent", "given", "made"}));
        if (by == nullptr && participle && s_.is(made + 1, "by")) {
            by = by_agent(s_, made + 1);
            if (by != nullptr) at = by->last;
        }
        if (s_.is_any(at, {"of", "from"}) &&
            trigger.before.front() == "to") {  // "the visit of X to Y", "aid from X to Y"
            by = object_of(s_, at + 1).mention;
            if (by != nullptr) at = by->last;
        }
        const auto behind = behind_words(s_, at, trigger.before);
        const bool near = behind && (*behind <= at + trigger.before.size() + 1 || place_between(at, *behind));
        if (near) {
            const auto phrase = object_of(s_, *behind);
            if (phrase.mention == nullptr || is_blocked(s_, rule, phrase))
                return because("its preposition or the phrase behind it is missing");
            const auto noun = trigger.before.size() > 1 ? *behind - 2 : i;  // "call" of "telephone call with X"
            ends.object = phrase.mention;
            ends.subject = by != nullptr ? by : owner_of(i, trigger);
            if (ends.subject == nullptr && deed_of_force(input_, s_, i)) ends.subject = doer_of_noun(input_, s_, i);
            if (ends.subject == nullptr) ends.subject = by_agent(s_, phrase.mention->last);
            const bool aimed = trigger.before.back() != "of";
            if (ends.subject == nullptr && aimed && s_.is(phrase.mention->last, "from"))  // "a warning to X from Y"
                ends.subject = object_of(s_, phrase.mention->last + 1).mention;
            if (ends.subject == nullptr) ends.subject = doer_by_light_verb(s_, noun);
            if (ends.subject == nullptr && trigger.before.back() == "with") {
                ends.subject = subject_of(s_, i);
                if (ends.subject == nullptr) ends.subject = main_subject(noun);
            }
            if (ends.subject == nullptr) by_charge(i, trigger, ends);
            const bool visit = input_.catalog.at(trigger.relation).cameo == "042";
            if (ends.subject == nullptr && visit) ends.subject = main_subject(i);  // "X said during a visit to Y"
        } else if (two_sided(i, trigger, ends)) {
            ends.confidence = 550;
        } else if (given_by_relative(i, trigger, ends)) {
            ends.confidence = 600;
        } else if (rule.possessor_is_object || trigger.alone) {
            ends.object = owner_of(i, trigger);
            ends.subject = by_agent(s_, i + 1);
        }
        if (trigger.alone) ends.subject = std::exchange(ends.object, nullptr);
        ends.trigger_end = i + 1;
        ends.confidence = 550;
        return true;
    }

  private:
    /// The other of the two that one phrase stands for: "the two countries", "Norwegian and Omani officials".
    [[nodiscard]] const Mention* twin_of(const Mention& one) const {
        for (const auto* other : s_.mentions)
            if (one.twin && other != &one && other->twin && other->first == one.first) return other;
        return nullptr;
    }

    /// "Norway-Oman talks", "a meeting of Norwegian and Omani officials".
    bool two_sided(std::uint32_t noun, const Trigger& trigger, EventEnds& ends) const {
        if (trigger.before.size() != 1 || trigger.before.front() != "with" ||
            !input_.catalog.at(trigger.relation).symmetric)
            return false;
        if (s_.is(noun + 1, "of")) {
            ends.subject = object_of(s_, noun + 2).mention;
            ends.object = ends.subject == nullptr ? nullptr : twin_of(*ends.subject);
            return ends.object != nullptr;
        }
        const auto country = [](const Mention* m) { return m != nullptr && m->type == EntityType::country; };
        auto start = noun;
        while (start > 0 && start + 2 > noun && s_.covering(start - 1) == nullptr &&
               s_.words[start - 1].tag == WordClass::noun)
            --start;  // "Norway-Oman trade talks"
        const auto* second = s_.ending(start);
        if (!country(second) || second->first < 2 || !s_.is_any(second->first - 1, {"-", "\xe2\x80\x93"})) return false;
        const auto* first = s_.ending(second->first - 1);
        if (!country(first)) return false;
        ends.subject = first;
        ends.object = second;
        return true;
    }

    /// "talks between X and Y", "a round of talks in Oman between X, Y and Z".
    bool between_two(std::uint32_t at, const Trigger& trigger, EventEnds& ends) {
        constexpr std::string_view missing = "its preposition or the phrase behind it is missing";
        const auto word =
            trigger.before.empty() ? std::string_view("between") : std::string_view(trigger.before.front());
        const bool here = s_.is(at, word) || (word == "between" && s_.is_any(at, {"among", "involving"}));
        const auto found = here ? std::optional(at) : word == "between" ? far_between(at) : std::nullopt;
        if (!found) return because(missing);
        const auto sides = sides_behind(*found + 1);
        if (sides.empty()) return because(missing);
        const auto* twin = twin_of(*sides.front());
        if (sides.size() < 2 && twin == nullptr) return because(missing);
        ends.subject = sides.front();
        ends.subjects = {sides.begin() + 1, sides.end()};
        if (twin != nullptr) ends.subjects = {twin};
        with_each_other(ends, at, ends.confidence);
        ends.construction = "nominal";
        return true;
    }

    /// The "between" of a noun that ends before word `at`, with a place, a time or a short clause before it: "the
    /// meeting last week in Oman between".
    [[nodiscard]] std::optional<std::uint32_t> far_between(std::uint32_t at) const {
        for (auto i = at; i < s_.size() && i < at + 12; ++i) {
            const auto& word = s_.words[i];
            if (word.is("between")) {
                const auto* before = s_.ending(s_.is(i - 1, ",") ? i - 1 : i);
                const bool plain = word_before_is_thing(i);
                return (before == nullptr || before->type == EntityType::place ||
                        before->type == EntityType::country) &&
                               !plain
                           ? std::optional(i)
                           : std::nullopt;
            }
            const bool aside = i == at && word.is(",") && s_.words[i + 1].tag == WordClass::verb;
            if (aside || (i > at && word.is(",") && s_.is(i + 1, "between") && s_.is(at, ","))) continue;
            if (word.word_class == WordClass::punctuation || s_.says(i) || word.is_any({"with", "of", "on", "about"}))
                if (!(word.is("on") && i + 1 < s_.size() && s_.words[i + 1].capital)) return std::nullopt;
        }
        return std::nullopt;
    }

    /// A noun right before word `i` that may have sides of its own: "a visit to discuss trade between".
    [[nodiscard]] bool word_before_is_thing(std::uint32_t i) const {
        const auto& word = s_.words[i - 1];
        const bool time = i > 1 && s_.words[i - 2].is_any({"last", "next", "this", "past"});  // "last week"
        return word.tag == WordClass::noun && s_.covering(i - 1) == nullptr && !time;
    }

    /// "X", "X, Y and Z", from word `at`: the sides that are named, with their titles.
    [[nodiscard]] std::vector<const Mention*> sides_behind(std::uint32_t at) const {
        std::vector<const Mention*> sides;
        const auto* first = object_of(s_, at).mention;
        while (first != nullptr && sides.size() < 6) {
            sides.push_back(first);
            auto next = first->last;
            if (s_.is(next, ",")) ++next;
            if (s_.is(next, "and")) ++next;
            if (next == first->last) break;
            first = s_.starting(s_.past_determiners(next));
        }
        return sides;
    }

    /// "the arrest in Oman of X", "the attack on Monday on X": nothing but a place or a day stands before the entry's
    /// preposition, which ends before word `to`.
    [[nodiscard]] bool place_between(std::uint32_t from, std::uint32_t to) const {
        if (!s_.is_any(from, {"in", "on", "at", "near"}) || to < from + 3) return false;
        for (auto i = from + 1; i + 1 < to; ++i)
            if (!s_.words[i].capital && s_.word_class(i) != WordClass::determiner) return false;
        return true;
    }

    /// "The deal X struck with Y", "the aid that X gives Y": a relative clause tells both ends of the noun.
    bool given_by_relative(std::uint32_t noun, const Trigger& trigger, EventEnds& ends) const {
        if (trigger.before.size() != 1) return false;
        for (auto verb = noun + 1; verb < s_.syntax.size() && verb < noun + 12; ++verb) {
            const bool clause = s_.syntax[verb].relation == Dependency::relative_clause ||
                                s_.syntax[verb].relation == Dependency::noun_clause;
            if (s_.words[verb].is_any({"where", "when", "whose", "why"}) || (s_.words[verb].is_any({":", ";"})))
                return false;
            if (!clause || s_.syntax[verb].head != noun) continue;
            if (s_.words[verb].lower.ends_with("ing") || s_.is(verb - 1, "to")) return false;  // "the charge of giving"
            if (!s_.lexicon.light_verbs.contains(s_.words[verb].lower)) return false;
            const auto frame = frame_of(s_, verb);
            if (!frame) return false;
            const auto* before = s_.ending(verb);  // taken for another name of the noun
            const bool named = before != nullptr && before->first > noun && before->kind == MentionKind::name;
            if (frame->passive && !named) return false;  // "the deal struck with Y"
            if (frame->subject && *frame->subject != noun) ends.subject = mention_of_phrase(s_, *frame->subject);
            if (named) ends.subject = before;
            const auto behind = behind_words(s_, verb + 1, trigger.before);
            const auto* given = s_.starting(verb + 1);
            ends.object = behind ? object_of(s_, *behind).mention : trigger.before.front() == "to" ? given : nullptr;
            return ends.subject != nullptr && ends.object != nullptr;
        }
        return false;
    }

    /// "During a meeting with X, Y said": whoever the clause is about that the noun stands in.
    [[nodiscard]] const Mention* main_subject(std::uint32_t noun) const {
        if (noun >= s_.syntax.size() || s_.syntax[noun].relation != Dependency::oblique) return nullptr;
        const auto verb = s_.syntax[noun].head;
        const auto frame = verb == no_head ? std::nullopt : frame_of(s_, verb);
        if (!frame) return nullptr;
        const auto who = frame->passive ? frame->object : frame->subject;
        return who ? mention_of_phrase(s_, *who) : noun < verb ? subject_of(s_, verb) : nullptr;
    }

    /// "X was charged with the murder of Y".
    void by_charge(std::uint32_t noun, const Trigger& trigger, EventEnds& ends) const {
        const bool grave = deed_kind(input_.catalog.at(trigger.relation).cameo) == DeedKind::grave;
        const auto charged = grave ? charged_doer(input_, s_, noun) : std::nullopt;
        if (!charged) return;
        ends.subject = charged->doer;
        ends.charged = charged->status;
    }

    bool because(std::string_view reason) {
        told_.missing = reason;
        return false;
    }

    /// A name right before the noun that does it: "US sanctions", "Justice Ministry inquiry", not "the Norway attack".
    [[nodiscard]] bool acts(const Mention& name, std::uint32_t noun, const Trigger& trigger) const {
        if (name.kind != MentionKind::name || deed_of_force(input_, s_, noun)) return false;
        if (input_.catalog.at(trigger.relation).cameo.size() < 2) return false;  // "the Supreme Court nomination of X"
        for (auto i = name.last; i < noun; ++i)
            if (s_.words[i].tag == WordClass::verb) return false;  // "the FBI investigated allegations against X"
        const bool short_form = name.last == name.first + 1 && s_.words[name.first].all_caps && !s_.words.shouted();
        const bool force = input_.catalog.at(trigger.relation).cameo.starts_with("19");  // "Labour attack ads on X"
        return name.type == EntityType::country ? short_form : name.type == EntityType::institution && !force;
    }

    /// Whose the noun is; of a joined one ("X's support for Y and threats to Z"), whose the first is.
    [[nodiscard]] const Mention* owner_of(std::uint32_t noun, const Trigger& trigger) const {
        if (const auto* own = owner_before(noun, trigger)) return own;
        const bool joined = noun < s_.syntax.size() && noun > 0 && s_.syntax[noun].relation == Dependency::conjunct &&
                            s_.word_class(noun - 1) != WordClass::determiner;
        const auto first = joined ? s_.syntax[noun].head : no_head;
        if (first == no_head || first > noun || s_.words[first].tag != WordClass::noun) return nullptr;
        return owner_before(first, trigger);
    }

    /// "Russia's", "Russian", "US" or "X, whose" before the noun, past plain words.
    [[nodiscard]] const Mention* owner_before(std::uint32_t noun, const Trigger& trigger) const {
        for (auto i = noun; i > 0 && i + 5 > noun; --i) {
            if (s_.is(i - 1, "'s") || s_.is(i - 1, "'")) return s_.ending(i - 1);
            if (s_.is(i - 1, "whose")) return s_.ending(i > 1 && s_.is(i - 2, ",") ? i - 2 : i - 1);
            const bool led = i > 2 && s_.is(i - 2, "-") && !s_.words[i - 2].space_before;
            if (led && s_.words[i - 1].is_any({"led", "imposed", "ordered", "launched"}))
                return s_.ending(i - 2);  // "the US-led invasion of X"
            if (const auto* owner = s_.owner_at(i - 1)) return owner;
            if (const auto* mention = s_.ending(i))
                return mention->kind == MentionKind::adjective || acts(*mention, noun, trigger) ? mention : nullptr;
            const bool joined = s_.is(i - 1, "and") && i > 1 && s_.words[i - 2].tag == WordClass::noun;
            const bool plain = s_.word_class(i - 1) == WordClass::other || s_.word_class(i - 1) == WordClass::numeral ||
                               (s_.is(i - 1, "-") && !s_.words[i - 1].space_before);
            if (!plain && !joined) return nullptr;
        }
        return nullptr;
    }

    const RelationInput& input_;
    const SentenceView& s_;
    EventEnds& told_;
};

}  // namespace

bool ends_of_noun(const RelationInput& input, const SentenceView& s, std::uint32_t i, const Trigger& trigger,
                  EventEnds& ends) {
    return NounEnds(input, s, ends).of_noun(i, trigger, ends);
}

}  // namespace chancery
