#pragma once
#include <optional>
#include <string_view>

#include "extract/relation/addressees.hpp"
#include "extract/relation/frame.hpp"
#include "extract/relation/shapes.hpp"
#include "extract/relation/word_order.hpp"

namespace chancery {

/// The questions that frame_of() asks of one sentence's tree. Words are told by their place in the sentence; REQUIRES a
/// sentence that has a tree.
class ClauseTree {
  public:
    explicit ClauseTree(const SentenceView& s) : s_(s) {}

    [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t head, Dependency relation) const {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == head && s_.syntax[i].relation == relation) return i;
        return std::nullopt;
    }
    [[nodiscard]] bool marked(std::uint32_t word, std::string_view preposition) const {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == word && s_.syntax[i].relation == Dependency::preposition && s_.is(i, preposition))
                return true;
        return false;
    }
    /// "by X" below a passive verb.
    [[nodiscard]] std::optional<std::uint32_t> agent(std::uint32_t verb) const {
        if (const auto found = child(verb, Dependency::agent)) return found;
        for (std::uint32_t i = verb + 1; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == verb && s_.syntax[i].relation == Dependency::oblique && marked(i, "by")) return i;
        return std::nullopt;
    }
    /// "was beaten and briefly detained by police": who does what the joined participle says does this, too.
    [[nodiscard]] std::optional<std::uint32_t> shared_agent(std::uint32_t verb) const {
        if (const auto own = agent(verb)) return own;
        for (std::uint32_t i = verb + 1; i < s_.syntax.size(); ++i) {
            if (s_.syntax[i].head != verb || s_.syntax[i].relation != Dependency::conjunct) continue;
            const bool plain = participle_form(i) && !child(i, Dependency::passive_auxiliary) &&
                               !child(i, Dependency::passive_subject) && !child(i, Dependency::subject);
            if (plain && s_.syntax[i].word_class == WordClass::verb) return agent(i);
        }
        return std::nullopt;
    }
    [[nodiscard]] bool participle_form(std::uint32_t verb) const { return !s_.words[verb].lower.ends_with("ing"); }
    /// Looks like a past participle: "freed", "seen".
    [[nodiscard]] bool past_participle(std::uint32_t verb) const {
        const auto& form = s_.words[verb].lower;
        return form.ends_with("ed") || form.ends_with("en") || form.ends_with("wn") || form.ends_with("ght");
    }
    [[nodiscard]] bool bare(std::uint32_t verb) const {
        return !child(verb, Dependency::passive_auxiliary) && !child(verb, Dependency::agent);
    }
    [[nodiscard]] bool passive(std::uint32_t verb) const {
        const auto helper = child(verb, Dependency::passive_auxiliary);
        if ((helper && s_.covering(*helper) == nullptr) || child(verb, Dependency::agent)) return true;
        if (!child(verb, Dependency::passive_subject)) return false;
        if (!helper && s_.starting(verb + 1) != nullptr) return false;  // "Norway called Oman a liar", misread
        for (auto i = s_.syntax[verb].head; i < verb; ++i)
            if (s_.is(i, "whom")) return false;               // "X, whom Oman praised"
        const auto object = child(verb, Dependency::object);  // "Norway not only condemned Oman", misread
        return !object || *object < verb;
    }

    /// "told the agency that ...": what follows is no relative clause.
    [[nodiscard]] bool told_to(std::uint32_t listener) const {
        const auto verb = s_.syntax[listener].head;
        return verb != no_head &&
               s_.words[verb].is_any({"told", "tells", "tell", "telling", "informed", "assured", "reminded", "warned"});
    }

    /// Of two subjects the tree gives, the one that names somebody: "tensions, Azerbaijan accused", "(CNN) Oman said".
    [[nodiscard]] std::optional<std::uint32_t> own_subject(std::uint32_t verb) const {
        auto found = child(verb, Dependency::subject);
        const auto* named = found ? s_.covering(*found) : nullptr;
        const auto* nearest = s_.ending(verb);  // "Sweden's neighbour Norway praised", with Sweden for its subject
        const bool owner = named != nullptr && nearest != nullptr && nearest->first > named->last &&
                           nearest->kind == MentionKind::name && s_.is_any(named->last, {"'s", "'"});
        if (owner) return nearest->last - 1;
        if (!found || (s_.covering(*found) != nullptr && !s_.is(*found + 1, ")"))) return found;
        for (std::uint32_t i = *found + 1; i < verb; ++i)
            if (s_.syntax[i].head == verb && s_.syntax[i].relation == Dependency::subject && s_.covering(i) != nullptr)
                found = i;
        return found;
    }

    /// Who the verb above lends to a subordinate one: its object, else whoever is its subject.
    [[nodiscard]] std::optional<std::uint32_t> controller(std::uint32_t above, int depth) const {
        if (const auto object = child(above, Dependency::object)) return object;
        if (const auto object = child(above, Dependency::indirect_object)) return object;
        return subject(above, depth);
    }

    /// "two guards from the agency who were arrested": "who" are people, wherever the tree hangs it.
    [[nodiscard]] std::uint32_t person_before(std::uint32_t antecedent) const {
        const auto people = [&](const Mention* m) {
            return m != nullptr && (is_human(m->type) || m->type == EntityType::group);
        };
        const auto* named = s_.covering(antecedent);
        const bool body = s_.lexicon.points_at(s_.words[antecedent].lower, ReferenceWord::Kind::institution);
        if (people(named) || (named == nullptr && !body)) return antecedent;
        for (auto i = antecedent; i > 0 && i + 10 > antecedent; --i) {
            const auto& word = s_.words[i - 1];
            if (word.tag == WordClass::verb || s_.auxiliary(i - 1) || word.is_any({",", ";", ":"})) break;
            if (people(s_.covering(i - 1))) return i - 1;
            if (s_.covering(i - 1) == nullptr && person_noun(s_, i - 1)) return i - 1;  // "a nurse from Riga who"
        }
        return antecedent;
    }

    /// The surface subject of a verb.
    [[nodiscard]] std::optional<std::uint32_t> subject(std::uint32_t verb, int depth) const {
        if (depth > 4) return std::nullopt;
        auto own = own_subject(verb);
        if (!own) own = child(verb, Dependency::passive_subject);
        if (!own) own = name_before_auxiliary(s_, verb);
        const auto nearer = name_behind_conjunction(s_, verb);
        if (nearer && (!own || *own < *nearer)) own = nearer;  // "Months after Norway praised", not the months
        const auto head = s_.syntax[verb].head;
        const auto relation = s_.syntax[verb].relation;
        if (own && nobody(*own))  // "nobody in Oman has", "none of the soldiers has": said of all of them
            if (const auto whole = child(*own, Dependency::noun_modifier)) return whole;
        if (own) {
            const bool relative =
                s_.words[*own].is_any({"who", "which", "that"}) && !s_.words[*own].all_caps;  // not the WHO
            if (!relative) return pronoun(*own) ? referent(verb, *own, depth) : own;
            if (relation != Dependency::relative_clause && relation != Dependency::noun_clause) return std::nullopt;
            return s_.is(*own, "who") && head != no_head ? person_before(head) : std::optional(head);
        }
        if (head == no_head) return name_before(verb);
        if (const auto asked = addressee_of(s_, verb)) return asked;
        switch (relation) {
            case Dependency::conjunct:
                if (const auto teller = back_to_teller(verb, head)) return subject(*teller, depth + 1);
                return verb_like(head) ? subject(head, depth + 1) : std::nullopt;
            case Dependency::open_complement:
                return controller(head, depth + 1);
            case Dependency::adverb_clause:
                if (!aside_teller(s_, head)) return subject(over_noun(verb, head), depth + 1);
                if (const auto told = child(head, Dependency::clause_complement)) return subject(*told, depth + 1);
                return std::nullopt;
            case Dependency::noun_clause:
                if (marked_that(verb)) return std::nullopt;  // "claims that X threatened", its subject misread
                if (s_.is_any(head, {"stands", "stand", "stood"}) && s_.ending(head) != nullptr)
                    return head - 1;  // "X stands accused", misread
                return behind_to(verb) || (verb > 0 && s_.is(verb - 1, "of")) ? planner(head, depth) : head;
            case Dependency::relative_clause:
                return head;
            default:
                return std::nullopt;
        }
    }

    /// What a relative clause leaves out is its antecedent; "wrote on X that Y attacked Z" has its object, and is none.
    [[nodiscard]] std::optional<std::uint32_t> told_object(std::uint32_t verb, std::uint32_t relative) const {
        const auto above = s_.syntax[s_.syntax[verb].head].head;  // "said on X that Y applied for"
        if (s_.is(relative, "that") && above != no_head && s_.says(above)) return std::nullopt;
        for (auto i = verb + 1; s_.is(relative, "that") && i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == verb && s_.syntax[i].relation == Dependency::object) return i;
        return s_.syntax[verb].head;
    }

    [[nodiscard]] bool nobody(std::uint32_t word) const {
        return s_.words[word].is_any({"nobody", "none"}) || (s_.is(word, "one") && word > 0 && s_.is(word - 1, "no"));
    }

    /// "..., the African Union praised X", with the name hung elsewhere: it stands right before a past that tells the
    /// sentence, behind nothing but a comma.
    [[nodiscard]] std::optional<std::uint32_t> name_before(std::uint32_t verb) const {
        const auto* name = s_.ending(verb);
        if (name == nullptr || name->kind != MentionKind::name || name->type == EntityType::place ||
            !s_.words[verb].lower.ends_with("ed") || passive(verb))
            return std::nullopt;
        const auto first = s_.before_determiners(name->phrase);
        const bool opens = first == 0 || s_.words[first - 1].word_class == WordClass::punctuation;
        return opens ? std::optional(name->last - 1) : std::nullopt;
    }

    /// "X said Y is a threat and praised Z": a past behind what is told in the present goes on about the teller, whose
    /// verb it gives.
    [[nodiscard]] std::optional<std::uint32_t> back_to_teller(std::uint32_t verb, std::uint32_t told) const {
        const auto above = s_.syntax[told].head;
        if (s_.syntax[told].relation != Dependency::clause_complement || above == no_head || !s_.says(above) ||
            !s_.words[verb].lower.ends_with("ed") || child(told, Dependency::passive_auxiliary))
            return std::nullopt;
        for (std::uint32_t i = 0; i < told; ++i)
            if (s_.syntax[i].head == told && s_.syntax[i].word_class == WordClass::auxiliary &&
                s_.words[i].is_any({"is", "are", "'s", "'re", "will", "can", "must", "should", "does", "do"}))
                return above;
        return std::nullopt;
    }

    /// "called him a loser before arriving": a gerund that the tree hangs on a noun is of the verb over it.
    [[nodiscard]] std::uint32_t over_noun(std::uint32_t verb, std::uint32_t head) const {
        const bool gerund = s_.words[verb].lower.ends_with("ing");
        const auto above = s_.syntax[head].head;
        return gerund && above != no_head && !verb_like(head) && verb_like(above) && above < verb ? above : head;
    }

    [[nodiscard]] bool marked_that(std::uint32_t verb) const {
        for (std::uint32_t i = 0; i < verb; ++i)
            if (s_.syntax[i].head == verb && s_.is(i, "that")) return true;
        return false;
    }

    /// A past participle that stands as an adjective before a name.
    [[nodiscard]] bool modifier(std::uint32_t verb) const {
        const auto head = s_.syntax[verb].head;
        if (s_.syntax[verb].relation != Dependency::other || head == no_head || head <= verb || !past_participle(verb))
            return false;
        auto before = verb;
        while (before > 0 && s_.adverb(before - 1)) --before;
        const auto* name = s_.starting(verb + 1);
        return name != nullptr && name == s_.covering(head) && before > 0 &&
               s_.words[before - 1].tag == WordClass::determiner;
    }

    /// "Freed by a judge, X left", not "Having freed Y, X left".
    [[nodiscard]] bool fronted(std::uint32_t verb) const {
        const auto head = s_.syntax[verb].head;
        return s_.syntax[verb].relation == Dependency::adverb_clause && head != no_head && verb < head &&
               past_participle(verb) && !(verb > 0 && s_.is(verb - 1, "having")) && !child(verb, Dependency::object) &&
               !child(verb, Dependency::subject);
    }

    /// "the hall where they meet", "the day when he called".
    [[nodiscard]] bool placed(std::uint32_t verb) const {
        for (std::uint32_t i = s_.syntax[verb].head + 1; i < verb; ++i)
            if (s_.syntax[i].head == verb && s_.words[i].is_any({"where", "when", "why"})) return true;
        if (s_.is(s_.syntax[verb].head + 1, ",") && s_.is(s_.syntax[verb].head + 2, "whose")) return true;
        return false;
    }

    /// An infinitive: "to expel", "to forcibly expel".
    [[nodiscard]] bool behind_to(std::uint32_t verb) const {
        auto i = verb;
        while (i > 0 && s_.adverb(i - 1)) --i;
        return i > 0 && s_.is(i - 1, "to");
    }

    /// Who is to do what a noun announces: "Iran's plan to attack", "lawmakers voted on a plan to expel".
    [[nodiscard]] std::optional<std::uint32_t> planner(std::uint32_t noun, int depth) const {
        if (const auto* itself = s_.covering(noun); itself != nullptr) return noun;
        if (const auto owner = child(noun, Dependency::possessor)) return owner;
        for (auto i = noun + 1; i < s_.syntax.size(); ++i)  // "a decision by Oman to expel"
            if (s_.syntax[i].head == noun && marked(i, "by")) return i;
        if (const auto one = child(noun, Dependency::subject)) return one;  // "X is the first leader to visit"
        const auto relation = s_.syntax[noun].relation;
        const auto above = s_.syntax[noun].head;
        if (above != no_head && relation == Dependency::open_complement && verb_like(above))
            return subject(above, depth + 1);  // "X became the first to visit"
        if (above != no_head && (relation == Dependency::object || relation == Dependency::oblique) && verb_like(above))
            return subject(above, depth + 1);
        const auto* before = s_.ending(noun);  // "the minister X plans to visit", with "plans" misread
        return before != nullptr && before->kind == MentionKind::name ? std::optional(noun - 1) : std::optional(noun);
    }

    /// "Oman denied that it had summoned": what "it" and "they" of a clause said by somebody stand for.
    [[nodiscard]] std::optional<std::uint32_t> referent(std::uint32_t verb, std::uint32_t own, int depth) const {
        auto clause = verb;
        for (int steps = 0;
             steps < 3 && s_.syntax[clause].relation == Dependency::conjunct && s_.syntax[clause].head != no_head;
             ++steps)
            clause = s_.syntax[clause].head;
        const auto relation = s_.syntax[clause].relation;
        const bool inner = relation == Dependency::clause_complement || relation == Dependency::adverb_clause ||
                           relation == Dependency::noun_clause;
        if (!inner || s_.syntax[clause].head == no_head) return own;
        const auto above = subject(s_.syntax[clause].head, depth + 1);
        const bool one = above && s_.is(own, "they") && s_.words[*above].is_any({"he", "she", "i"});
        if (above) return one ? own : *above;  // "they beat him, he said"
        const auto* first = s_.starting(0);    // "Oman rejected claims that it had", with "rejected" misread
        const bool body = first != nullptr && first->kind == MentionKind::name && !is_human(first->type) &&
                          first->last < own && s_.words[first->last].lower.ends_with("ed");
        return body ? std::optional(first->last - 1) : std::optional(own);
    }
    [[nodiscard]] bool pronoun(std::uint32_t word) const { return s_.words[word].is_any({"it", "they"}); }

    /// "giving X a voice would hurt Y": what does it is no entity; nor is "attacking Y" anybody's where it is a
    /// subject.
    [[nodiscard]] bool clausal(std::uint32_t verb) const {
        const auto head = s_.syntax[verb].head;
        if (child(verb, Dependency::clause_subject)) return true;
        if (s_.syntax[verb].relation == Dependency::clause_subject && !child(verb, Dependency::subject)) return true;
        return s_.syntax[verb].relation == Dependency::conjunct && head != no_head &&
               !child(verb, Dependency::subject) && child(head, Dependency::clause_subject).has_value();
    }

    /// The noun that a verb hangs on; behind ", a former ally of Sweden," the one before the aside.
    [[nodiscard]] std::uint32_t root_behind_aside(std::uint32_t verb) const {
        auto noun = s_.syntax[verb].head;
        for (int steps = 0; steps < 3 && verb > 0 && s_.is(verb - 1, ",") && noun != no_head; ++steps) {
            const auto above = s_.syntax[noun].head;
            if (above == no_head || above > noun || s_.syntax[above].word_class == WordClass::verb) break;
            noun = above;
        }
        return noun;
    }

    /// "Norway named X minister" read as a noun with a participle: no other verb in the sentence has a subject, and
    /// what the participle is followed by is its object.
    [[nodiscard]] bool told_by_root(std::uint32_t verb) const {
        const auto noun = root_behind_aside(verb);
        const auto relation = s_.syntax[verb].relation;
        if ((relation != Dependency::noun_clause && relation != Dependency::conjunct) || noun == no_head ||
            s_.syntax[noun].head != no_head || s_.syntax[noun].word_class == WordClass::verb || behind_to(verb) ||
            passive(verb) || child(verb, Dependency::subject) || child(noun, Dependency::subject) ||
            !participle_form(verb) || noun > verb)
            return false;
        const auto from = past_aside(s_, noun, verb);
        for (auto i = from; i < verb; ++i) {
            const bool joined = relation == Dependency::conjunct && (s_.is(i, "and") || s_.covering(i) != nullptr);
            const auto* name = s_.covering(i);  // "Opposition leader X called on Y"
            const bool beside = name != nullptr && name->kind == MentionKind::name && is_human(name->type) &&
                                s_.syntax[name->first].head == noun;
            if (!joined && !beside && !s_.adverb(i) && name != s_.covering(noun)) return false;
        }
        auto object = child(verb, Dependency::object);
        if (!object) object = child(verb, Dependency::open_complement);
        if (!object && s_.is(verb, "called") && s_.is_any(verb + 1, {"on", "for"})) return true;
        if (!object && from == verb && verb > noun + 1)  // "Oman, an ally of Norway, talked with"
            return verb + 1 < s_.size() && s_.words[verb + 1].is_any({"to", "with", "against"});
        return object && *object > verb && s_.syntax[*object].word_class != WordClass::verb &&
               s_.syntax[*object].word_class != WordClass::adjective;
    }

    [[nodiscard]] bool verb_like(std::uint32_t word) const {
        const auto word_class = s_.syntax[word].word_class;
        return word_class == WordClass::verb || word_class == WordClass::auxiliary ||
               child(word, Dependency::subject) || child(word, Dependency::passive_subject);
    }

  private:
    const SentenceView& s_;
};

}  // namespace chancery
