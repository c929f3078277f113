// Events: who did what to whom, from the verbs and nouns of the rules.
//
// Every word that can be a trigger is tried with each of its entries; what the grammar gives as its ends is checked
// against the types that the rule takes, and told with its status, its time and place, and who says so.
//
// An act that leaves its doer out waits until the article is read: the place or another sentence may tell him
// (left_out.cpp). An end that nobody names is not guessed: without both ends there is no edge.
#include <algorithm>

#include "extract/relation/appearances.hpp"
#include "extract/relation/backed.hpp"
#include "extract/relation/deeds.hpp"
#include "extract/relation/demands.hpp"
#include "extract/relation/entry_words.hpp"
#include "extract/relation/envoys.hpp"
#include "extract/relation/evaluations.hpp"
#include "extract/relation/event_ends.hpp"
#include "extract/relation/event_evidence.hpp"
#include "extract/relation/left_out.hpp"
#include "extract/relation/open_deeds.hpp"
#include "extract/relation/owners.hpp"
#include "extract/relation/parted_ends.hpp"
#include "extract/relation/quotes.hpp"
#include "extract/relation/shapes.hpp"
#include "extract/relation/taken_up.hpp"

namespace chancery {

namespace {

constexpr std::string_view told_elsewhere = "whose deed it is may be told elsewhere";

bool fits(const RelationInput& input, std::uint8_t types, const Mention* mention) {
    return mention != nullptr && ((types >> static_cast<unsigned>(input.entities[mention->entity].type)) & 1U) != 0;
}

class EventFinder {
  public:
    EventFinder(const RelationInput& input, const SentenceView& s, Assertions& out, ToldElsewhere& elsewhere,
                std::vector<OpenDeed>& open)
        : input_(input), s_(s), out_(out), elsewhere_(elsewhere), open_(open) {}

    void run() {
        used_.assign(s_.size(), 0);
        for (const bool phrases : {true, false})
            for (std::uint32_t i = 0; i < s_.size(); ++i) {
                if (!phrases && s_.is(i, "-")) find_backed(s_, i, out_);
                if (used_[i] != 0 || s_.words[i].word_class == WordClass::punctuation) continue;
                const auto* inside = s_.covering(i);
                if (inside != nullptr && inside->kind == MentionKind::name && inside->first <= i) continue;
                if (!verbs(i, phrases) && !phrases) nouns(i);
            }
    }

    /// The act whose doer another sentence tells.
    void adopt(const ToldElsewhere::Orphan& orphan, const LeftOutDoer& doer) {
        if (doer.entity == no_entity || doer.entity == orphan.ends.object->entity || read_already(orphan)) return;
        auto ends = orphan.ends;
        ends.construction = doer.construction;
        ends.confidence = 500;
        add_all(orphan.word, *orphan.trigger, ends, {{doer.entity, doer.where}});
    }

  private:
    /// Another entry of the rules found the doer.
    [[nodiscard]] bool read_already(const ToldElsewhere::Orphan& orphan) const {
        const auto here = input_.reading.sentences[orphan.sentence].where;
        return std::any_of(out_.all().begin(), out_.all().end(), [&](const Assertion& a) {
            return a.sentence == here && a.relation == orphan.trigger->relation &&
                   a.object == orphan.ends.object->entity;
        });
    }

    /// An end of an event: an entity, and the words that name it.
    struct End {
        std::uint32_t entity;
        Span where;
    };

    /// Phrases come first and use up their words: "hit X with charges" is no attack, "cancelled talks with X" no
    /// meeting.
    bool verbs(std::uint32_t i, bool phrases) {
        bool found = false;
        for (const auto& hit : input_.rules.verbs(s_.words[i].lower)) {
            const auto& trigger = input_.rules.triggers()[hit.trigger];
            const bool bare = trigger.before.empty() && trigger.after.empty();
            if (bare == phrases) continue;
            EventEnds ends;
            if (denies_all(s_, i, trigger) && take_up(input_, s_, i, trigger, out_, open_)) continue;
            const bool fit = input_.rules.rule(trigger).before_envoy
                                 ? ends_before_envoy(input_, s_, i, trigger, ends)
                                 : ends_of_verb(input_, s_, i, trigger, hit.form, ends) ||
                                       ends_of_owned(input_, s_, i, trigger, ends);
            const bool read = fit ? emit(i, trigger, ends)
                              : of_deed_alone(i, trigger, ends) || take_up(input_, s_, i, trigger, out_, open_)
                                  ? tell(i, trigger, told_elsewhere)
                                  : tell(i, trigger, ends.missing);
            found |= read;
            if (!read && ends.subject != nullptr) note_unread(i, trigger, ends);
            if (read && phrases) use(i, ends);
        }
        return found;
    }

    void use(std::uint32_t i, const EventEnds& ends) {
        for (auto at = i; at < std::min(std::max(i + 1, ends.trigger_end), s_.size()); ++at)
            used_[at] = at == i || s_.words[at].tag != WordClass::verb ? 1 : 0;  // "refused to meet X" denies a meeting
        if (ends.noun) used_[*ends.noun] = 1;
    }

    void nouns(std::uint32_t i) {
        const bool verb = i < s_.syntax.size() && s_.syntax[i].word_class == WordClass::verb && !s_.words.shouted() &&
                          !s_.words.title_case() && !gerund_as_noun(s_, i);
        if (verb) return;  // "the way to deal with X"
        for (const auto& hit : input_.rules.nouns(s_.words[i].lower)) {
            const auto& trigger = input_.rules.triggers()[hit.trigger];
            EventEnds ends;
            if (ends_of_noun(input_, s_, i, trigger, ends))
                emit(i, trigger, ends);
            else
                tell(i, trigger, ends.missing);
        }
    }

    /// Notes for a reader who asks why; false, for callers that give up.
    bool tell(std::uint32_t i, const Trigger& trigger, std::string_view outcome) const {
        if (input_.attempts != nullptr)
            input_.attempts->push_back({s_.index, i, std::string(s_.words[i].text), input_.rules.rule(trigger).id,
                                        entry_text(trigger), std::string(outcome)});
        return false;
    }

    [[nodiscard]] bool cameo_between(std::uint16_t relation, std::string_view first, std::string_view last) const {
        return chancery::cameo_between(input_.catalog, relation, first, last);
    }

    [[nodiscard]] Assertions::Evidence evidence_of(std::uint32_t i, const Trigger& trigger,
                                                   const EventEnds& ends) const {
        return event_evidence(input_, s_, out_, i, trigger, ends);
    }

    /// "X resigned": from the body whose office X holds, as the article says it.
    bool leave_office(std::uint32_t i, const Trigger& trigger, const EventEnds& ends) {
        const auto body = out_.office_of(ends.subject->entity, s_.index);
        if (body == no_entity) return tell(i, trigger, "the doer's office is not told");
        const auto evidence = evidence_of(i, trigger, ends);
        const bool own = evidence.status != Status::denied &&
                         (evidence.status != Status::planned || std::string_view(ends.construction) != "gerund");
        if (!own) return tell(i, trigger, "others ask for it, or it is denied");
        out_.add(ends.subject->entity, input_.catalog.at(trigger.relation).id, body, evidence);
        return tell(i, trigger, "read");
    }

    /// "condemned the arrest of X by Y": Y is meant; without Y it is said of whoever the article says arrested X. False
    /// when the sentence does not tell.
    bool blame_doer(std::uint32_t i, const Trigger& trigger, EventEnds& ends) {
        if (ends.object == nullptr) return true;
        for (auto at = std::max(i + 1, ends.trigger_end); at < ends.object->first; ++at) {
            auto deeds = deeds_named(input_, s_, at);
            const bool done_to = s_.words[at].lower.ends_with("ing") && s_.is(at + 1, "of");  // "the rerouting of X"
            if ((deeds.empty() && !done_to) || !s_.is_any(at + 1, {"of", "against", "on"})) continue;
            const auto victim = ends.object->entity;
            const auto behind = ends.object->last;
            const bool near = s_.is(behind, "by") || s_.is(behind + 1, "by") || s_.is(behind + 2, "by");
            ends.object = near ? by_agent(s_, behind) : nullptr;
            ends.joined.clear();
            if (ends.object != nullptr) return true;
            OpenDeed deed;
            deed.deeds = std::move(deeds);
            deed.victim = victim;
            leave_open(i, trigger, ends, std::move(deed));
            return false;
        }
        return true;
    }

    /// "condemned the arrests", "the violence was condemned by X", "demanded her release": done by whoever the article
    /// says did so.
    bool of_deed_alone(std::uint32_t i, const Trigger& trigger, EventEnds ends) {
        const auto& rule = input_.rules.rule(trigger);
        if (!(rule.blames_doer || rule.asks_captor) || trigger.reversed || !trigger.after.empty()) return false;
        const auto frame = frame_of(s_, i);
        if (!frame || !frame->subject) return false;
        auto noun = frame->object;
        if (!trigger.before.empty()) {
            const auto behind = behind_words(s_, i + 1, trigger.before);
            noun = behind ? std::optional(*behind - 1 + (rule.asks_captor ? 0 : 1)) : std::nullopt;
        }
        if (!noun || !definite(s_, *noun) || (s_.is(*noun + 1, "of") && rule.asks_captor)) return false;
        OpenDeed deed;
        if (rule.asks_captor)
            deed.deeds = deeds_of_captors(input_);
        else if (!name_deed(input_, s_, *noun, deed))
            return false;
        ends.subject = mention_of_phrase(s_, *frame->subject);
        if (ends.subject == nullptr) ends.subject = first_person(s_, *frame->subject);
        return leave_open(i, trigger, std::move(ends), std::move(deed));
    }

    /// The subject speaks of the deed, whose doer is told elsewhere.
    bool leave_open(std::uint32_t i, const Trigger& trigger, EventEnds ends, OpenDeed deed) {
        if (!fits(input_, input_.rules.rule(trigger).subjects, ends.subject)) return false;
        ends.object = nullptr;
        deed.subject = ends.subject->entity;
        deed.relation = trigger.relation;
        deed.evidence = evidence_of(i, trigger, ends);
        open_.push_back(std::move(deed));
        return true;
    }

    /// "The arrests drew criticism from X."
    bool reversed_deed(std::uint32_t i, const Trigger& trigger, EventEnds ends) {
        const auto frame = frame_of(s_, i);
        if (!input_.rules.rule(trigger).blames_doer || !frame || !frame->subject) return false;
        if (s_.covering(*frame->subject) != nullptr || !definite(s_, *frame->subject)) return false;
        OpenDeed deed;
        if (!name_deed(input_, s_, *frame->subject, deed)) return false;
        ends.subject = ends.object;
        return leave_open(i, trigger, std::move(ends), std::move(deed));
    }

    /// "threatened to tax X", "X's refusal to meet Y": the word over the event's infinitive says a second thing of its
    /// ends.
    void governed(std::uint32_t i, const Trigger& trigger, const EventEnds& ends) {
        if (i >= s_.syntax.size() || s_.syntax[i].head == no_head || i == 0 || !s_.is(i - 1, "to")) return;
        const auto [word, link] = std::pair(s_.syntax[i].head, s_.syntax[i].relation);
        if (link != Dependency::open_complement && link != Dependency::noun_clause) return;
        const auto rule = word < i ? input_.rules.governing(s_.words[word].lower) : std::nullopt;
        if (!rule) return;
        const auto& said = input_.rules.all()[*rule];
        const bool meant =
            said.over_harm ? cameo_between(trigger.relation, "13", "20") : cameo_between(trigger.relation, "03", "07");
        const auto [who, whom] = trigger.reversed ? std::pair(ends.object, ends.subject)  // "refused a call from X"
                                                  : std::pair(ends.subject, ends.object);
        if (!meant || !fits(input_, said.subjects, who) || !fits(input_, said.objects, whom)) return;
        auto evidence = evidence_of(i, trigger, ends);
        evidence.trigger = s_.words.span(word, word + 1);
        evidence.status = input_.stance.of(s_, word, word + 1, DeedKind::other);
        evidence.construction = "governing";
        if (trigger.reversed) std::swap(evidence.subject, evidence.object);
        out_.add(who->entity, input_.catalog.at(said.relation).id, whom->entity, evidence);
    }

    bool emit(std::uint32_t i, const Trigger& trigger, EventEnds ends) {
        if (ends.subject == nullptr && ends.object != nullptr && !trigger.reversed && !trigger.alone)
            return doer_left_out(i, trigger, ends);
        if (ends.subject == nullptr && trigger.reversed && ends.object != nullptr && reversed_deed(i, trigger, ends))
            return tell(i, trigger, told_elsewhere);
        if (ends.subject == nullptr) return tell(i, trigger, "nobody does it");
        if (!done_by(s_, input_.rules.rule(trigger), *ends.subject))
            return tell(i, trigger, "the doer is not of those that the rule names");
        if (ends.by_us && !cameo_between(trigger.relation, "03", "13"))
            return tell(i, trigger, "who \"we\" are is not told");
        auto& people = trigger.reversed ? ends.object : ends.subject;
        if (const auto* body = body_of_people(s_, people); fits(input_, input_.rules.rule(trigger).subjects, body))
            people = body;
        if (trigger.alone) return leave_office(i, trigger, ends);
        note_deed(trigger, ends);
        if (input_.rules.rule(trigger).asks_captor && ends.object != nullptr) {
            open_.push_back({ends.subject->entity, trigger.relation, deeds_of_captors(input_), false,
                             ends.object->entity, evidence_of(i, trigger, ends)});
            return tell(i, trigger, told_elsewhere);
        }
        if (input_.rules.rule(trigger).blames_doer && !blame_doer(i, trigger, ends))
            return tell(i, trigger, "the deed's doer is told elsewhere, or nowhere");
        if (ends.object == nullptr)
            return tell(i, trigger,
                        of_deed_alone(i, trigger, ends) || take_up(input_, s_, i, trigger, out_, open_)
                            ? told_elsewhere
                            : "it is done to nobody");
        if (ends.subject->entity == ends.object->entity && !part_ends(input_, s_, i, ends))
            return tell(i, trigger, "both ends are the same");
        if (trigger.reversed) {
            std::swap(ends.subject, ends.object);
            std::swap(ends.subjects, ends.joined);
        }
        if (official_act(trigger)) ends.subject = body_behind(s_, ends.subject);
        if (cameo_between(trigger.relation, "19", "19")) ends.object = body_behind(s_, ends.object);
        if (!fits(input_, input_.rules.rule(trigger).subjects, ends.subject))  // "US troops withdrew"
            if (const auto* state = state_of_people(s_, ends.subject)) ends.subject = state;
        if (!fits(input_, input_.rules.rule(trigger).subjects, ends.subject))
            return tell(i, trigger, "the doer is of a type the rule does not take");
        if (in_credit(s_, *ends.subject)) return tell(i, trigger, "the doer stands in a photo credit");
        std::vector<End> doers = {{ends.subject->entity, ends.subject->where}};
        for (const auto* other : ends.subjects)
            if (fits(input_, input_.rules.rule(trigger).subjects, other))
                doers.push_back({other->entity, other->where});
        return add_all(i, trigger, ends, doers);
    }

    /// Force and justice: bodies do it, whoever of them lays hands on.
    [[nodiscard]] bool official_act(const Trigger& trigger) const {
        return cameo_between(trigger.relation, "15", "20") || !input_.rules.rule(trigger).doer_in.empty();
    }

    /// Every doer with every object: "A and B criticised C and D".
    bool add_all(std::uint32_t i, const Trigger& trigger, const EventEnds& ends, const std::vector<End>& doers) {
        const auto& rule = input_.rules.rule(trigger);
        const auto &doer = input_.entities[doers.front().entity], &whom = input_.entities[ends.object->entity];
        const bool own = whom.type == EntityType::country && doer.type == EntityType::institution &&
                         doer.signature.country == whom.signature.country &&
                         cameo_between(trigger.relation, "17", "20");
        if (own) return tell(i, trigger, "a country's own body does it to the country");
        if (!fits(input_, rule.objects, ends.object))
            return tell(i, trigger, "the object is of a type the rule does not take");
        if (trigger.after.empty() && only_owner(i, trigger, *ends.object))
            return tell(i, trigger, "the object only owns what is meant, or is what it is against");
        const auto& relation = input_.catalog.at(trigger.relation).id;
        auto evidence = evidence_of(i, trigger, ends);
        evidence.subject = doers.front().where;
        if (!out_.add(doers.front().entity, relation, ends.object->entity, evidence)) return false;
        if (ends.mutual && !input_.catalog.at(trigger.relation).symmetric) {
            auto back = evidence;
            std::swap(back.subject, back.object);
            out_.add(ends.object->entity, relation, doers.front().entity, back);
        }
        std::vector<End> whom_all = {{ends.object->entity, ends.object->where}};
        for (const auto* other : ends.joined.empty() ? and_others(s_, *ends.object) : ends.joined)
            if (fits(input_, rule.objects, other)) whom_all.push_back({other->entity, other->where});
        const auto charge = relation == "arrested" ? charge_named(s_, ends.trigger_end) : std::nullopt;
        for (const auto& subject : doers)
            for (const auto& object : whom_all) {
                if (subject.entity == object.entity) continue;
                evidence.subject = subject.where;
                evidence.object = object.where;
                out_.add(subject.entity, relation, object.entity, evidence);
                if (charge) out_.add(subject.entity, "charged", object.entity, on_charges(s_, evidence, *charge));
            }
        if (ends.subject != nullptr) governed(i, trigger, ends);
        if (cameo_between(trigger.relation, "03", "04")) find_refusal(s_, i, trigger, ends, evidence, out_);
        return !tell(i, trigger, "read");
    }

    /// "killed X's father", "the release of X's tax returns": what is done to people is not done to X.
    [[nodiscard]] bool only_owner(std::uint32_t i, const Trigger& trigger, const Mention& object) const {
        const bool bodily = !input_.rules.rule(trigger).chain.empty() || cameo_between(trigger.relation, "18", "18");
        for (auto at = i; at < object.first && cameo_between(trigger.relation, "03", "07"); ++at)
            if (s_.is(at, "against")) return true;  // "backed the war against X"
        return bodily && is_human(object.type) && object.first > i && s_.is_any(object.last, {"'s", "'"});
    }

    /// "was detained in Baku", "the attack killed six": the place tells it, or another sentence.
    bool doer_left_out(std::uint32_t i, const Trigger& trigger, EventEnds& ends) {
        if (!ends.doer_word) ends.doer_word = unnamed_agent(s_, i);  // "found guilty by a court in Oman"
        const auto state = state_of_place(input_, s_, i, trigger, ends);
        if (state.entity != no_entity && state.entity != ends.object->entity) {
            ends.construction = state.construction;
            ends.confidence = 550;
            return add_all(i, trigger, ends, {{state.entity, state.where}});
        }
        elsewhere_.add_orphan({s_.index, i, &trigger, ends});
        return tell(i, trigger, "nobody does it");
    }

    /// "claimed responsibility", "bombed a camp": a deed, though whom it strikes is no entity.
    void note_unread(std::uint32_t i, const Trigger& trigger, const EventEnds& ends) {
        const bool passive = ends.construction == std::string_view("passive");
        if (passive || trigger.reversed || !input_.catalog.at(trigger.relation).cameo.starts_with("19")) return;
        const bool claimed = trigger.head == "claim" && !trigger.before.empty() &&
                             behind_words(s_, i + 1, {trigger.before.front()}).has_value();
        const bool bare = trigger.before.empty() && trigger.after.empty();
        if (claimed || bare) elsewhere_.add_deed(s_.index, *ends.subject, claimed);
    }

    /// Whose deeds the article tells, for "the attack" in another sentence.
    void note_deed(const Trigger& trigger, const EventEnds& ends) {
        if (trigger.reversed || !input_.catalog.at(trigger.relation).cameo.starts_with("19")) return;
        const bool claimed = trigger.head == "claim" && !trigger.before.empty();
        elsewhere_.add_deed(s_.index, *ends.subject, claimed);
    }

    const RelationInput& input_;
    const SentenceView& s_;
    Assertions& out_;
    ToldElsewhere& elsewhere_;
    std::vector<OpenDeed>& open_;
    std::vector<char> used_;  ///< by word: part of a phrase that was read
};

}  // namespace

void find_events(const RelationInput& input, std::vector<SentenceView>& sentences, Assertions& out) {
    mark_quotes(input, sentences);
    ToldElsewhere elsewhere(input);
    std::vector<OpenDeed> open;
    for (const auto& sentence : sentences) EventFinder(input, sentence, out, elsewhere, open).run();
    for (const auto& orphan : elsewhere.orphans()) {
        const auto doer = elsewhere.doer_of(sentences[orphan.sentence], orphan, out.all());
        EventFinder(input, sentences[orphan.sentence], out, elsewhere, open).adopt(orphan, doer);
    }
    for (const auto& sentence : sentences) {
        find_evaluations(input, sentence, open, out);
        find_demands(input, sentence, out);
        find_appearances(input, sentence, out);
    }
    settle_deeds(input, sentences, open, out);
}

}  // namespace chancery
