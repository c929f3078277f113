// Finds the ends of a verb in the tree.
//
// A verb has its own subject and object or borrows them, and from where it borrows is told by the arc it hangs on: a
// joined verb takes its partner's, a relative clause its antecedent, an infinitive the object or the subject of the
// verb above, a participle the noun it stands behind.
//
// Arguments are words; which entity a word stands for is a question to the mentions. A phrase that no mention covers
// has no entity, and then there is no edge: nothing near is taken in its place.
#include "extract/relation/frame.hpp"
#include "extract/relation/clause_tree.hpp"

namespace chancery {

namespace {

Frame active(const SentenceView& s, const ClauseTree& tree, std::uint32_t verb, Frame frame) {
    const auto relation = s.syntax[verb].relation;
    if (relation == Dependency::relative_clause) frame.construction = "relative";
    if (relation == Dependency::open_complement) frame.construction = "infinitive";
    if (relation == Dependency::adverb_clause) frame.construction = "gerund";
    frame.clausal = tree.clausal(verb);
    if (!frame.clausal) frame.subject = tree.subject(verb, 0);
    frame.object = tree.child(verb, Dependency::object);
    if (!frame.object) frame.object = tree.child(verb, Dependency::indirect_object);
    if (frame.object) frame.object = counted_object(s, verb, *frame.object);
    if (relation == Dependency::relative_clause && tree.told_to(s.syntax[verb].head)) return frame;
    const bool gap = frame.object && s.words[*frame.object].is_any({"whom", "which", "who", "that"});
    if (gap && relation == Dependency::relative_clause) {
        frame.object = tree.told_object(verb, *frame.object);
        if (!frame.object) return frame;
    }
    if (!frame.object && relation == Dependency::relative_clause && frame.subject != s.syntax[verb].head &&
        !tree.placed(verb))
        frame.object = s.syntax[verb].head;  // "the journalist whom police beat"
    return frame;
}

}  // namespace

std::optional<Frame> frame_of(const SentenceView& s, std::uint32_t verb) {
    if (verb >= s.syntax.size()) return std::nullopt;
    const ClauseTree tree(s);
    const bool gerund = s.words[verb].lower.ends_with("ing") && s.syntax[verb].relation == Dependency::adverb_clause &&
                        tree.child(verb, Dependency::object);  // "after meeting X", tagged a noun
    if (s.syntax[verb].word_class != WordClass::verb && !gerund) return std::nullopt;
    Frame frame;
    const auto relation = s.syntax[verb].relation;
    frame.passive = tree.passive(verb);
    if (relation == Dependency::conjunct && !frame.passive && !tree.child(verb, Dependency::subject) &&
        s.syntax[verb].head != no_head && !tree.child(verb, Dependency::object))
        frame.passive = tree.passive(s.syntax[verb].head) && tree.participle_form(verb);  // "were arrested and jailed"
    if (tree.told_by_root(verb) || counted_doer(s, verb)) {
        frame.subject = tree.root_behind_aside(verb);
        frame.object = tree.child(verb, Dependency::object);
        if (!frame.object) frame.object = tree.child(verb, Dependency::open_complement);  // "named X minister", misread
        return frame;
    }
    if (relation == Dependency::noun_clause && tree.participle_form(verb) && !tree.child(verb, Dependency::object) &&
        !tree.child(verb, Dependency::subject) && !tree.behind_to(verb)) {
        frame.passive = true;
        frame.construction = "participle";
        frame.object = s.syntax[verb].head;
        frame.subject = tree.agent(verb);
        frame.bare =
            tree.bare(verb) && s.syntax[s.syntax[verb].head].head == no_head && s.syntax[verb].head + 1 == verb;
        return frame;
    }
    if (tree.modifier(verb)) {  // "the recently ousted NAME"
        frame.passive = true;
        frame.construction = "participle";
        frame.object = s.syntax[verb].head;
        return frame;
    }
    if (frame.passive) {
        frame.construction = "passive";
        frame.bare = tree.bare(verb);
        frame.object = tree.subject(verb, 0);
        frame.subject = tree.shared_agent(verb);
        return frame;
    }
    if (tree.fronted(verb)) {  // "Freed by a judge, X left"
        frame.passive = true;
        frame.construction = "participle";
        frame.object = tree.subject(s.syntax[verb].head, 0);
        frame.subject = tree.agent(verb);
        return frame;
    }
    return active(s, tree, verb, frame);
}

}  // namespace chancery
