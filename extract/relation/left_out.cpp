// Doers that an act leaves out because the reader knows them.
//
// Only states arrest, charge and sentence: whoever is detained in Baku is detained by Azerbaijan, unless somebody else
// is named. What happens to one person in custody is one story: who arrested him releases him. And "the attack" is the
// one told of before, or the one that somebody claims responsibility for.
#include "extract/relation/left_out.hpp"

#include <algorithm>

#include "extract/relation/entry_words.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

constexpr std::uint32_t reach_back = 4;   // sentences
constexpr std::uint32_t reach_ahead = 8;  // to a claim of responsibility

std::optional<std::uint32_t> preposition_of(const SentenceView& s, std::uint32_t word) {
    for (std::uint32_t i = 0; i < s.syntax.size(); ++i)
        if (s.syntax[i].head == word && s.syntax[i].relation == Dependency::preposition) return i;
    return std::nullopt;
}

/// A word for those who act for a state: "court", "police", "prosecutors", "judge".
bool acts_for_state(const SentenceView& s, std::uint32_t word) {
    std::vector<PhraseIndex::Hit> hits;
    s.lexicon.head_index.find(s.words.all(), word, hits);
    for (const auto& hit : hits)
        if (hit.length == 1 && s.lexicon.heads[hit.value].state == InstitutionHead::State::yes) return true;
    hits.clear();
    s.lexicon.title_index.find(s.words.all(), word, hits);
    return std::any_of(hits.begin(), hits.end(), [&](const auto& hit) {
        const auto& title = s.lexicon.titles[hit.value / 2];
        return hit.length == 1 && (title.relation == "judge_of" || title.relation == "prosecutor_of");
    });
}

/// "barred from landing in Oslo": the gerund of what somebody is kept from.
bool kept_from(const SentenceView& s, std::uint32_t at) {
    return at > 0 && s.is(at - 1, "from") && s.words[at].lower.ends_with("ing");
}

/// Words of place and of what the act is about, through which a place may hang on the act: "charged with theft in
/// Oman", not "arrested over protests in Minsk".
bool leads_to_place(const SentenceView& s, std::uint32_t preposition) {
    return s.words[preposition].is_any({"in", "at", "near", "outside", "inside", "from", "of", "to", "by", "with"});
}

/// The place tells where the act at `word` happens: it hangs on the act, its object or its doer, through nothing but
/// words of place and manner ("at an airport in Minsk", not "over protests in Minsk").
bool place_of_act(const SentenceView& s, const Mention& place, std::uint32_t word, const Rule& rule,
                  const EventEnds& ends) {
    auto at = head_word(s, place);
    auto own = preposition_of(s, at);
    if (!own && s.syntax[at].head != no_head && kept_from(s, s.syntax[at].head)) own = s.syntax[at].head;
    if (!own || !rule.doer_in.contains(s.words[*own].lower)) return false;
    if (ends.object->phrase <= at && at < ends.object->last) return false;  // "refugees from Syria"
    if (s.is(*own, "from")) return s.syntax[at].head == word;
    for (int steps = 0; steps < 5; ++steps) {
        at = s.syntax[at].head;
        if (at == no_head) return false;
        if (at == word || at == ends.doer_word) return true;
        if (ends.object->first <= at && at < ends.object->last) return true;
        if (s.words[at].tag == WordClass::verb && !kept_from(s, at)) return false;
        const auto through = preposition_of(s, at);
        if (through && !leads_to_place(s, *through)) return false;
    }
    return false;
}

/// "in an Omani prison": whoever keeps prisons, jails and courts is the state.
bool in_house_of_state(const SentenceView& s, const Mention& adjective, std::uint32_t word, const Rule& rule) {
    if (adjective.kind != MentionKind::adjective || adjective.last >= s.size()) return false;
    auto noun = adjective.last;
    while (noun + 1 < s.size() && !s.lexicon.state_houses.contains(s.words[noun].lower) && noun < adjective.last + 3 &&
           s.words[noun].word_class == WordClass::other)
        ++noun;
    if (!s.lexicon.state_houses.contains(s.words[noun].lower)) return false;
    const auto own = preposition_of(s, noun);
    return own && s.is_any(*own, {"in", "at", "from"}) && (s.is(*own, "from") || rule.doer_in.contains("in")) &&
           below(s, noun, word);
}

}  // namespace

LeftOutDoer state_of_place(const RelationInput& input, const SentenceView& s, std::uint32_t word,
                           const Trigger& trigger, const EventEnds& ends) {
    const auto& rule = input.rules.rule(trigger);
    if (rule.doer_in.empty() || s.syntax.empty()) return {};
    if (ends.doer_word && !acts_for_state(s, *ends.doer_word)) return {};
    for (const auto* mention : s.mentions) {
        const bool country = mention->type == EntityType::country;
        if (country && in_house_of_state(s, *mention, word, rule))
            return {mention->entity, mention->where, "state-of-place"};
        if (mention->kind != MentionKind::name || !(country || mention->type == EntityType::place)) continue;
        if (!place_of_act(s, *mention, word, rule, ends)) continue;
        const auto entity =
            country ? mention->entity : state_entity(input, input.entities[mention->entity].signature.country);
        if (entity != no_entity) return {entity, mention->where, "state-of-place"};
    }
    return {};
}

LeftOutDoer ToldElsewhere::deed_taken_up(const SentenceView& s, const Orphan& orphan) const {
    const auto noun = *orphan.ends.deed;
    const auto start = phrase_start(s, noun);
    const bool definite = (start > 0 && s.is(start - 1, "'s")) || s.is_any(start, {"the", "this", "that", "these"});
    if (!definite && s.words[noun].lower.ends_with("s")) return {};  // "attacks that killed": which ones?
    const Deed* found = nullptr;
    for (const auto& deed : deeds_) {
        const bool before = deed.sentence <= orphan.sentence && orphan.sentence - deed.sentence <= reach_back;
        if (definite && before) found = &deed;
    }
    if (found == nullptr)
        for (const auto& deed : deeds_)
            if (deed.claimed && deed.sentence >= orphan.sentence && deed.sentence - orphan.sentence <= reach_ahead) {
                found = &deed;
                break;
            }
    return found == nullptr ? LeftOutDoer() : LeftOutDoer{found->doer, found->where, "deed-told-elsewhere"};
}

LeftOutDoer ToldElsewhere::earlier_act(const Orphan& orphan, const std::vector<Assertion>& read) const {
    const auto& chain = input_.rules.rule(*orphan.trigger).chain;
    if (chain.empty() || orphan.ends.doer_word) return {};
    const auto here = input_.reading.sentences[orphan.sentence].where;
    const Assertion* best = nullptr;
    for (const auto& act : read) {
        const auto type = input_.entities[act.subject].type;
        const bool body = type == EntityType::country || type == EntityType::institution || type == EntityType::group;
        const bool done = act.status == Status::asserted || act.status == Status::alleged;
        if (act.object != orphan.ends.object->entity || !body || !done) continue;
        const auto& next = input_.catalog.at(orphan.trigger->relation).id;
        if (type == EntityType::group && (next == "charged" || next == "convicted")) continue;  // officers arrest
        if (act.relation == orphan.trigger->relation || !input_.rules.in_chain(chain, act.relation)) continue;
        const auto nearer = [&](const Assertion& a, const Assertion& b) {  // the last before, else the first behind
            const bool a_before = !(here < a.sentence), b_before = !(here < b.sentence);
            if (a_before != b_before) return a_before;
            return a_before ? b.sentence < a.sentence : a.sentence < b.sentence;
        };
        if (best == nullptr || nearer(act, *best)) best = &act;
    }
    return best == nullptr ? LeftOutDoer() : LeftOutDoer{best->subject, best->subject_mark, "act-told-elsewhere"};
}

/// "Police raided the office. Two editors were detained": the only body that acts for the state in the same sentence or
/// the one before; behind "among those detained" the detention was told of, so one more is looked at.
LeftOutDoer ToldElsewhere::act_beside(const SentenceView& s, const Orphan& orphan,
                                      const std::vector<Assertion>& read) const {
    const auto& rule = input_.rules.rule(*orphan.trigger);
    const bool seizure = input_.catalog.at(orphan.trigger->relation).cameo.starts_with("17");
    if (!seizure || rule.doer_in.empty() || rule.chain.empty() || orphan.ends.doer_word) return {};
    const auto type_of_object = input_.entities[orphan.ends.object->entity].type;
    if (!is_human(type_of_object) && type_of_object != EntityType::group) return {};
    const auto above = s.syntax[orphan.word].head;
    const std::uint32_t reach = above != no_head && s.is(above, "those") ? 2 : 1;
    const auto first = input_.reading.sentences[orphan.sentence - std::min(orphan.sentence, reach)].where;
    const auto last = input_.reading.sentences[orphan.sentence].where;
    const Assertion* found = nullptr;
    for (const auto& act : read) {
        const auto type = input_.entities[act.subject].type;
        const auto& cameo = input_.catalog.at(act.relation).cameo;
        const bool force = cameo.starts_with("17") || input_.rules.in_chain(rule.chain, act.relation);
        const bool done = act.status == Status::asserted || act.status == Status::alleged;
        if (act.construction == "act-told-beside") continue;  // no guess on a guess
        if (!force || !done || (type != EntityType::institution && type != EntityType::country)) continue;
        if (act.sentence < first || last < act.sentence || act.object == orphan.ends.object->entity) continue;
        if (found != nullptr && found->subject != act.subject) return {};
        found = &act;
    }
    return found == nullptr ? LeftOutDoer() : LeftOutDoer{found->subject, found->subject_mark, "act-told-beside"};
}

/// "were killed when troops opened fire": whoever used force in the clause beside.
LeftOutDoer ToldElsewhere::deed_in_clause(const SentenceView& s, const Orphan& orphan) const {
    const auto& act = input_.catalog.at(orphan.trigger->relation).cameo;
    if (act < "18" || act > "21" || orphan.ends.doer_word) return {};
    for (std::uint32_t verb = 0; verb < s.syntax.size(); ++verb) {
        if (s.syntax[verb].head != orphan.word || s.syntax[verb].relation != Dependency::adverb_clause) continue;
        bool marked = false;
        for (auto i = orphan.word; i < verb; ++i) marked |= s.is_any(i, {"when", "after"});
        const auto hits = input_.rules.verbs(s.words[verb].lower);
        const bool force = std::any_of(hits.begin(), hits.end(), [&](const auto& hit) {
            const auto& trigger = input_.rules.triggers()[hit.trigger];
            const auto root = input_.catalog.at(trigger.relation).cameo.substr(0, 2);
            return root >= "18" && root <= "20" && trigger.after.empty() &&
                   (trigger.before.empty() || behind_words(s, verb + 1, {trigger.before.front()}));
        });
        const auto frame = marked && force ? frame_of(s, verb) : std::nullopt;
        if (!frame || frame->passive || !frame->subject) continue;
        const auto* doer = mention_of_phrase(s, *frame->subject);
        const bool armed = doer != nullptr && doer->type != EntityType::person && doer->type != EntityType::place &&
                           doer->entity != orphan.ends.object->entity;
        if (armed) return {doer->entity, doer->where, "act-told-beside"};
    }
    return {};
}

LeftOutDoer ToldElsewhere::doer_of(const SentenceView& s, const Orphan& orphan,
                                   const std::vector<Assertion>& read) const {
    if (orphan.ends.deed) return deed_taken_up(s, orphan);
    const auto same = earlier_act(orphan, read);
    if (same.entity != no_entity) return same;
    const auto beside = deed_in_clause(s, orphan);
    return beside.entity != no_entity ? beside : act_beside(s, orphan, read);
}

}  // namespace chancery
