#include "extract/relation/event_evidence.hpp"

#include "extract/relation/circumstances.hpp"
#include "extract/relation/to_come.hpp"
#include "extract/relation/whose_word.hpp"

namespace chancery {

namespace {

/// Who says so: by the tree, the order of words, or quotation marks. "X, who was killed by Y" is known without.
Teller teller_at(const SentenceView& s, std::uint32_t i, const Circumstances& told) {
    const bool aside = i < s.syntax.size() && s.syntax[i].relation == Dependency::relative_clause;
    if (!aside && told.speaker_word) return {told.speaker_word, told.speaker};
    if (const auto teller = teller_by_order(s, i); teller.somebody()) return teller;
    return {std::nullopt, i < s.quoted.size() && s.quoted[i] != 0 ? s.speaker : nullptr};
}

/// "Police 'tortured' X", in a headline or a text that does not vouch for it: the word alone in quotation marks.
bool word_in_quotes(const SentenceView& s, std::uint32_t i) {
    const auto mark = [&](std::uint32_t at) {
        return s.is_any(at, {"'", "\"", "\xe2\x80\x98", "\xe2\x80\x99", "\xe2\x80\x9c", "\xe2\x80\x9d", "``", "''"});
    };
    return i > 0 && mark(i - 1) && (mark(i + 1) || mark(i + 2));
}

}  // namespace

bool cameo_between(const RelationCatalog& catalog, std::uint16_t relation, std::string_view first,
                   std::string_view last) {
    const auto& cameo = catalog.at(relation).cameo;
    return cameo.size() >= 2 && cameo.substr(0, 2) >= first && cameo.substr(0, 2) <= last;
}

Assertions::Evidence event_evidence(const RelationInput& input, const SentenceView& s, const Assertions& told_before,
                                    std::uint32_t i, const Trigger& trigger, const EventEnds& ends) {
    const auto kind = deed_kind(input.catalog.at(trigger.relation).cameo);
    Assertions::Evidence evidence{s.index,
                                  ends.subject == nullptr ? Span() : ends.subject->where,
                                  s.words.span(i, std::max(i + 1, ends.trigger_end)),
                                  ends.object == nullptr ? Span() : ends.object->where,
                                  ends.construction,
                                  ends.confidence,
                                  input.stance.of(s, i, std::max(i + 1, ends.trigger_end), kind),
                                  false};
    const bool purpose = input.rules.rule(trigger).before_envoy && ends.subject->last <= s.syntax[i].head;
    if (purpose && s.syntax[i].head < i)  // "met the envoy to protest": as much a fact as the meeting
        evidence.status = input.stance.of(s, s.syntax[i].head, s.syntax[i].head + 1, DeedKind::spoken);
    if (trigger.doer) evidence.status = input.stance.of_doer(s, i);
    if (ends.charged) evidence.status = *ends.charged;
    if (evidence.status == Status::asserted && input.rules.rule(trigger).planned) evidence.status = Status::planned;
    auto told = circumstances_of(s, i, evidence.status, input.article.published);
    evidence.date = std::move(told.date);
    const auto& today = input.article.published;  // "her visit to Oman next week", "flies to Oman tomorrow"
    const bool ahead = later(evidence.date, today) || to_come(input.stance, s, i, today);
    if (ahead && evidence.status == Status::asserted) evidence.status = Status::planned;
    evidence.place = std::move(told.place);
    evidence.speaker_text = std::move(told.speaker_text);
    if (told.speaker != nullptr) evidence.speaker = told.speaker->entity;
    const auto teller = teller_at(s, i, told);
    const auto* doer = trigger.reversed ? ends.object : ends.subject;
    const bool unseen = cameo_between(input.catalog, trigger.relation, "09", "09");  // nobody watches an inquiry
    if ((kind == DeedKind::grave || unseen) && s.words[i].tag == WordClass::verb &&
        evidence.status == Status::asserted &&
        (word_in_quotes(s, i) ||
         only_says(input, told_before, s, teller, doer, cameo_between(input.catalog, trigger.relation, "18", "20"))))
        evidence.status = Status::alleged;
    return evidence;
}

Assertions::Evidence on_charges(const SentenceView& s, Assertions::Evidence arrest, std::uint32_t charge) {
    arrest.trigger = s.words.span(charge, charge + 1);
    arrest.construction = "on-charges";
    return arrest;
}

}  // namespace chancery
