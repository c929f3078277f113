// Demands without a verb of demanding: a speaker says that somebody must, should or has to do something.
//
// What somebody says of himself or of the state he acts for is a plan or a wish and no demand; "should have" is a
// reproach; what must be done to somebody is not asked of him.
#include "extract/relation/demands.hpp"

#include <optional>

#include "extract/relation/circumstances.hpp"
#include "extract/relation/frame.hpp"

namespace chancery {

namespace {

class DemandFinder {
  public:
    DemandFinder(const RelationInput& input, const SentenceView& s, Assertions& out)
        : input_(input), s_(s), out_(out) {}

    void run() {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (const auto verb = bound_by(i))
                demand(i, *verb);
            else if (const auto at = turn_of(i))
                ask(i, s_.starting(s_.past_determiners(*at)), teller_of(s_, i));
    }

  private:
    [[nodiscard]] bool negated(std::uint32_t word) const {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == word && s_.words[i].is_any({"not", "n't", "never", "no"})) return true;
        return false;
    }

    /// "if Y must go", "whether Y should go".
    [[nodiscard]] bool open(std::uint32_t word) const {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == word &&
                s_.words[i].is_any({"if", "unless", "whether", "why", "when", "how", "what"}))
                return true;
        return s_.is(s_.size() - 1, "?");
    }

    /// The verb whose subject carries the duty: "must withdraw" has "withdraw", "needs to withdraw" has "needs".
    [[nodiscard]] std::optional<std::uint32_t> bound_by(std::uint32_t i) const {
        if (s_.words[i].is_any({"must", "should"})) {
            const auto verb = s_.syntax[i].head;
            if (verb == no_head || verb < i) return std::nullopt;
            for (auto at = i + 1; at < verb; ++at)
                if (s_.words[at].is_any({"have", "be"})) return std::nullopt;
            return verb;
        }
        const bool duty = s_.words[i].is_any({"needs", "need", "has", "have"}) && s_.is(i + 1, "to");
        if (!duty || s_.is(i + 2, "be") || negated(i) || s_.words[i].tag != WordClass::verb) return std::nullopt;
        return i > 0 && s_.auxiliary(i - 1) ? std::nullopt : std::optional(i);  // "will need to"
    }

    void demand(std::uint32_t duty, std::uint32_t verb) {
        const auto frame = frame_of(s_, verb);
        if (!frame || frame->passive || !frame->subject || *frame->subject > duty || open(verb)) return;
        const auto link = s_.syntax[verb].relation;
        if (link == Dependency::relative_clause || link == Dependency::adverb_clause || link == Dependency::noun_clause)
            return;  // "the seats they have to win"
        ask(duty, mention_of_phrase(s_, *frame->subject), teller_of(s_, verb));
    }

    /// "it is time for X to leave", "it is up to X to stop": the first word behind the phrase.
    [[nodiscard]] std::optional<std::uint32_t> turn_of(std::uint32_t i) const {
        const bool time = s_.is(i, "time") && s_.is(i + 1, "for"), up = s_.is(i, "up") && s_.is(i + 1, "to");
        const bool is = i > 1 && s_.words[i - 1].is_any({"is", "'s", "was", "high"});
        if (!is || !(time || up)) return std::nullopt;
        const auto* whom = s_.starting(s_.past_determiners(i + 2));
        return whom != nullptr && s_.is(whom->last, "to") ? std::optional(i + 2) : std::nullopt;
    }

    void ask(std::uint32_t duty, const Mention* whom, const Mention* who) {
        if (who == nullptr || whom == nullptr || whom->type == EntityType::group || whom->type == EntityType::place ||
            who->type == EntityType::place)
            return;
        if (of_own_side(*who, *whom)) return;
        Assertions::Evidence evidence{s_.index, who->where, s_.words.span(duty, duty + 1), whom->where, "duty", 550};
        out_.add(who->entity, "demanded_of", whom->entity, evidence);
    }

    /// A minister speaks of his own country.
    [[nodiscard]] bool of_own_side(const Mention& who, const Mention& whom) const {
        const auto& speaker = input_.entities[who.entity];
        const auto& other = input_.entities[whom.entity];
        if (other.type != EntityType::country && other.type != EntityType::institution) return false;
        const auto office = is_human(speaker.type) ? out_.office_of(who.entity, s_.index) : who.entity;
        if (office == no_entity) return false;
        return office == whom.entity || (other.type == EntityType::country &&
                                         input_.entities[office].signature.country == other.signature.country);
    }

    const RelationInput& input_;
    const SentenceView& s_;
    Assertions& out_;
};

}  // namespace

void find_refusal(const SentenceView& s, std::uint32_t verb, const Trigger& trigger, const EventEnds& ends,
                  Assertions::Evidence evidence, Assertions& out) {
    if (evidence.status != Status::denied || trigger.noun || trigger.reversed || ends.subject == nullptr ||
        ends.object == nullptr)
        return;
    bool will = false;
    for (std::uint32_t i = 0; i < verb && i < s.syntax.size(); ++i) {
        if (s.syntax[i].head != verb) continue;
        will |= s.words[i].is_any({"will", "would", "wo", "'ll"});
    }
    if (!will || !negated(s, verb)) return;
    evidence.status = Status::asserted;
    evidence.construction = "governing";
    out.add(ends.subject->entity, "rejected", ends.object->entity, evidence);
}

void find_demands(const RelationInput& input, const SentenceView& sentence, Assertions& out) {
    DemandFinder(input, sentence, out).run();
}

}  // namespace chancery
