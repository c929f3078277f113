// Who is whose kin: "his brother, Y", "Y, the father of X", "X, whose wife is Y", "brothers X and Y".
//
// Two ends hang on a word of kinship: its owner (possessive, "of", "whose", "his") and its bearer (the name right
// behind it, set beside it, or its subject). A plural makes kin of the names it stands before.
#include <algorithm>

#include "extract/relation/frame.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

bool kinsman(const Mention* mention) {
    return mention != nullptr && is_human(mention->type) && mention->kind != MentionKind::holder;
}

class FamilyFinder {
  public:
    FamilyFinder(const RelationInput& input, const SentenceView& s, Assertions& out)
        : input_(input), s_(s), out_(out) {}

    void run() {
        for (std::uint32_t i = 0; i < s_.size(); ++i) {
            const auto row = s_.lexicon.kin.find(s_.words[i].lower);
            if (row == s_.lexicon.kin.end()) {
                marriage(i);
                continue;
            }
            const auto& relation = row->second;
            by_surname(i);
            if (relation == "siblings" || relation == "spouses")
                many(i, relation == "siblings" ? "sibling_of" : "spouse_of");
            else
                one(i, s_.is(i + 1, "-") && s_.is(i + 2, "in") ? std::string_view("relative_of")
                                                               : std::string_view(relation));
        }
    }

  private:
    void one(std::uint32_t noun, std::string_view relation) {
        auto end = s_.is(noun + 1, "-") && s_.is(noun + 2, "in") ? noun + 5 : noun + 1;
        for (auto i = end + 1; s_.is(end, "of") && i < s_.size() && i < end + 6; ++i)
            if (s_.is(i, "years")) end = i + 1;  // "his wife of 40 years, NAME"
        const auto* owner = owner_of_noun(s_, noun);
        if (owner == nullptr && end != noun + 1 && s_.is(end, "of")) owner = next_mention(s_, end + 1, 4);
        if (owner == nullptr) {  // "X and wife Y", "X and his wife Y"
            const auto start = phrase_start(s_, noun);
            if (start > 1 && s_.words[start - 1].is_any({"and", "with"})) owner = s_.ending(start - 1);
        }
        const auto* relative = bearer(noun, end, owner);
        if (!kinsman(owner) || !kinsman(relative) || owner->entity == relative->entity) return;
        const auto trigger = s_.words.span(noun, std::min(end, s_.size()));
        const auto start = phrase_start(s_, noun);
        for (const auto* mention : s_.mentions)  // "his Venezuelan wife, NAME"
            if (mention->kind == MentionKind::adjective && mention->type == EntityType::country &&
                mention->first >= start && mention->last <= noun)
                out_.add(relative->entity, "citizen_of", mention->entity,
                         between(s_, *relative, *mention, mention->where, "nationality-kin"));
        if (s_.is(start, "their") || (start > 0 && s_.is(start - 1, "their")))
            for (const auto* mention : s_.mentions)  // "A and B had their brother, NAME"
                if (kinsman(mention) && mention->last + 1 == owner->first && s_.is(mention->last, "and") &&
                    relation != "child")
                    out_.add(relative->entity, relation, mention->entity,
                             between(s_, *relative, *mention, trigger, "kin"));
        if (relation == "child")
            out_.add(owner->entity, "parent_of", relative->entity, between(s_, *owner, *relative, trigger, "kin"));
        else
            out_.add(relative->entity, relation, owner->entity, between(s_, *relative, *owner, trigger, "kin"));
    }

    const Mention* bearer(std::uint32_t noun, std::uint32_t end, const Mention* owner) const {
        const auto other = [&](const Mention* m) { return kinsman(m) && m != owner && m->kind == MentionKind::name; };
        auto from = end;
        if (s_.is(from, ",")) ++from;
        if (from < s_.size() && s_.words[from].is_any({"is", "was"}) && owner != nullptr && owner->last <= noun) ++from;
        if (const auto* next = next_mention(s_, from, 7); other(next)) return next;
        if (const auto* beside = set_beside(s_, noun); other(beside)) return beside;
        if (owner != nullptr && owner->first > noun) {
            if (s_.is(owner->last, ","))  // "the brother of X, Y, said"
                if (const auto* next = s_.starting(owner->last + 1);
                    other(next) && (s_.is(next->last, ",") || s_.is(next->last, ".")))
                    return next;
            auto start = phrase_start(s_, noun);
            if (start > 0 && s_.words[start - 1].is_any({"is", "was"})) {
                const auto* subject = s_.ending(start - 1);
                if (subject == nullptr && start > 2 && s_.is(start - 2, "who"))
                    subject = s_.ending(s_.is(start - 3, ",") ? start - 3 : start - 2);
                if (other(subject) || (kinsman(subject) && subject != owner && subject->kind == MentionKind::pronoun))
                    return subject;
            }
            if (start > 0 && s_.is(start - 1, ","))
                if (const auto* before = s_.ending(start - 1); other(before)) return before;
        }
        if (!s_.syntax.empty())
            for (const auto* mention : s_.mentions)
                if (other(mention)) {
                    const auto head = head_word(s_, *mention);
                    if (s_.syntax[head].head == noun && s_.syntax[head].relation == Dependency::subject) return mention;
                }
        return nullptr;
    }

    /// "brothers X and Y", "the couple, X and Y".
    void many(std::uint32_t noun, std::string_view relation) {
        auto from = noun + 1;
        if (s_.is(from, ",")) ++from;
        const auto* first = next_mention(s_, from, 2);
        if (!kinsman(first)) return;
        for (const auto* other : and_others(s_, *first))
            if (kinsman(other))
                out_.add(first->entity, relation, other->entity,
                         between(s_, *first, *other, s_.words.span(noun, noun + 1), "kin-list"));
    }

    /// "X, who is married to Y", "X married Y".
    void marriage(std::uint32_t verb) {
        if (!s_.words[verb].is_any({"married", "wed", "marry"})) return;
        const auto at = s_.is(verb + 1, "to") ? verb + 2 : verb + 1;
        const auto* other = next_mention(s_, at, 2);
        const auto* subject = subject_of(s_, verb);
        if (!kinsman(other) || !kinsman(subject) || subject == other) return;
        auto evidence = between(s_, *subject, *other, s_.words.span(verb, verb + 1), "married");
        if (s_.is(verb, "marry")) evidence.status = Status::planned;
        out_.add(subject->entity, "spouse_of", other->entity, evidence);
    }

    /// "the Koch brothers": the two persons of that name whom the article has.
    void by_surname(std::uint32_t noun) {
        if (noun == 0 || !s_.words[noun - 1].capital || !s_.words[noun].is_any({"brothers", "sisters", "siblings"}))
            return;
        const auto surname = " " + std::string(s_.words[noun - 1].text);
        std::vector<std::uint32_t> bearers;
        for (std::uint32_t e = 0; e < input_.entities.size(); ++e)
            if (is_human(input_.entities[e].type) && input_.entities[e].named &&
                input_.entities[e].signature.name.ends_with(surname))
                bearers.push_back(e);
        if (bearers.size() != 2) return;
        const auto where = s_.words.span(noun - 1, noun + 1);
        out_.add(bearers[0], "sibling_of", bearers[1],
                 {s_.index, where, where, where, "kin-surname", 700, Status::asserted, false});
    }

    const RelationInput& input_;
    const SentenceView& s_;
    Assertions& out_;
};

}  // namespace

void find_family(const RelationInput& input, const SentenceView& s, Assertions& out) {
    FamilyFinder(input, s, out).run();
}

}  // namespace chancery
