// Evaluations: a speaker says that somebody, or what somebody does, is bad, wrong or good.
//
// Two shapes: a verb of naming ("called the ban a disgrace", "described X as reckless"), and a clause that somebody
// says whose predicate evaluates its subject ("X said Y is a tyrant", "\"Y has failed us,\" X said"). Words that
// evaluate are models/lexicon/evaluations.tsv. What is said of a deed is said of whose deed it is.
//
// Both ends must be told: without a speaker or without somebody spoken of there is no edge.
#include "extract/relation/evaluations.hpp"

#include <algorithm>
#include <optional>

#include "extract/relation/circumstances.hpp"
#include "extract/relation/frame.hpp"

namespace chancery {

namespace {

class EvaluationFinder {
  public:
    EvaluationFinder(const RelationInput& input, const SentenceView& s, std::vector<OpenDeed>& open, Assertions& out)
        : input_(input), s_(s), open_(open), out_(out) {}

    void run() {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i) {
            if (names_somebody(s_.words[i])) naming(i);
            if (const auto sense = sense_of(i)) told(i, *sense);
            if (const auto sense = phrase_at(i)) told_by_phrase(i, *sense);
            of_clause(i);
        }
    }

  private:
    static bool names_somebody(const Word& word) {
        return word.tag == WordClass::verb &&
               word.is_any({"called",        "calls",         "calling",       "call",           "described",
                            "describes",     "describing",    "branded",       "branding",       "brands",
                            "labeled",       "labelled",      "labels",        "labeling",       "labelling",
                            "dubbed",        "dubs",          "dubbing",       "termed",         "terms",
                            "terming",       "deemed",        "denounced",     "denounces",      "characterized",
                            "characterised", "characterizes", "characterises", "characterizing", "characterising",
                            "portrayed",     "portrays",      "portraying"});
    }

    [[nodiscard]] std::optional<Sense> sense_of(std::uint32_t i) const {
        const auto it = s_.lexicon.evaluations.find(s_.words[i].lower);
        if (it == s_.lexicon.evaluations.end() || s_.covering(i) != nullptr) return std::nullopt;
        auto tag = s_.words[i].tag;
        if (tag == WordClass::proper && s_.words.shouted()) tag = WordClass::noun;
        const auto sense = it->second.find(tag);
        return sense == it->second.end() ? std::nullopt : std::optional(sense->second);
    }

    [[nodiscard]] static bool acts(const Mention* who) {
        if (who == nullptr || who->type == EntityType::place) return false;
        return who->type != EntityType::group || !who->country.empty();  // "Omani troops", not "some people"
    }

    /// Somebody, or whose the thing is: "X", "X's decision", "the police actions", "the policies of X".
    [[nodiscard]] const Mention* spoken_of(std::uint32_t word) const {
        if (const auto* itself = mention_of_phrase(s_, word); itself != nullptr) return acts(itself) ? itself : nullptr;
        if (s_.words[word].tag != WordClass::noun) return nullptr;
        if (const auto owner = s_.child(word, Dependency::possessor))
            if (const auto* who = mention_of_phrase(s_, *owner); acts(who)) return who;
        const auto* before = s_.ending(word);
        if (acts(before) && !is_human(before->type)) return before;
        if (s_.is(word + 1, "of") && !input_.rules.nouns(s_.words[word].lower).empty()) return nullptr;  // done to X
        for (std::uint32_t i = word + 1; i < s_.syntax.size(); ++i) {
            const bool by = s_.syntax[i].head == word && s_.syntax[i].relation == Dependency::noun_modifier &&
                            word + 7 > i && word + 1 < i && s_.is_any(word + 1, {"of", "by"});
            if (!by) continue;
            const auto* who = mention_of_phrase(s_, i);
            return acts(who) ? who : nullptr;
        }
        return nullptr;
    }

    /// "called X a disgrace", "described X's decision as reckless".
    void naming(std::uint32_t verb) {
        const auto frame = frame_of(s_, verb);
        if (!frame || !frame->subject || frame->passive) return;
        auto whom = s_.child(verb, Dependency::indirect_object);  // "called X's move a disgrace"
        if (!whom) whom = frame->object;
        if (!whom || *whom < verb) whom = s_.child(verb, Dependency::open_complement);  // "called Mr. Assad an animal"
        if (!whom || *whom < verb || *whom > verb + 9) return;
        const auto* object = spoken_of(*whom);
        auto end = *whom + 1;
        if (object != nullptr && object->first > verb) end = std::max(end, object->last);
        const auto predicate = predicate_behind(end);
        if (!predicate) return;
        const auto* subject = mention_of_phrase(s_, *frame->subject);
        if (subject == nullptr) subject = first_person(s_, *frame->subject);
        if (object == nullptr && s_.covering(*whom) == nullptr && definite(s_, *whom))
            of_deed(subject, *sense_of(*predicate), verb, *whom);
        add(subject, object, *sense_of(*predicate), verb, *predicate);
    }

    /// The evaluating word of "as a national disgrace", "“a disgrace”" right behind the one named.
    [[nodiscard]] std::optional<std::uint32_t> predicate_behind(std::uint32_t at) const {
        bool begun = false;
        for (auto i = at; i < std::min(at + 8, s_.size()); ++i) {
            if (begun && sense_of(i) && !s_.is(i + 1, "-")) return i;
            const auto word_class = s_.words[i].tag;
            const bool opener = s_.words[i].is_any({"as", "a", "an", "the", "\"", "\xe2\x80\x9c", "``"}) ||
                                word_class == WordClass::adjective || word_class == WordClass::adverb;
            if (!begun && !opener) return std::nullopt;
            begun = true;
            if (sense_of(i)) return i;
            if (s_.covering(i) != nullptr || word_class == WordClass::verb || word_class == WordClass::subordinator ||
                s_.words[i].is_any({"not", "never", ",", ";"}))
                return std::nullopt;
        }
        return std::nullopt;
    }

    /// Denied, questioned or merely thought of: "is no hero", "if X is a hero", "could be a hero".
    [[nodiscard]] bool open(std::uint32_t word) const {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == word && s_.words[i].is_any({"not", "n't", "never", "no"})) return true;
        return wondering(word);
    }
    [[nodiscard]] bool wondering(std::uint32_t word) const {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == word &&
                s_.words[i].is_any({"if", "unless", "whether", "could", "may", "might", "when", "until", "hardly"}))
                return true;
        return s_.size() > 0 && s_.is(s_.size() - 1, "?");
    }

    /// The word before, past an opening quotation mark; the word itself when there is none.
    [[nodiscard]] std::uint32_t left_of(std::uint32_t word) const {
        auto i = word;
        do {
            if (i == 0) return word;
            --i;
        } while (s_.words[i].word_class == WordClass::punctuation);
        return i;
    }

    /// "failed", "has lied", "tried to rig", not "need to fail", "saw X fail".
    [[nodiscard]] bool finite(std::uint32_t verb) const {
        auto to = left_of(verb);
        while (to > 0 && s_.adverb(to)) --to;  // "to actually show leadership"
        if (!s_.is(to, "to")) return s_.syntax[verb].relation != Dependency::open_complement;
        return to > 0 && s_.words[to - 1].is_any({"tried", "tries", "trying", "attempted", "attempting", "continued",
                                                  "continues", "continuing"});
    }

    /// "under threat", "a friend of Y": no predicate by itself.
    [[nodiscard]] bool part_of_phrase(std::uint32_t word, Sense sense) const {
        for (std::uint32_t i = 0; i < word; ++i)
            if (s_.syntax[i].head == word && s_.syntax[i].relation == Dependency::preposition) return true;
        return sense == Sense::good && s_.is(word + 1, "of");
    }

    /// The predicate of a clause that somebody says.
    void told(std::uint32_t word, Sense sense) {
        const bool verb = s_.words[word].tag == WordClass::verb;
        if (open(word) || (verb ? !finite(word) : part_of_phrase(word, sense))) return;
        const auto predicate = verb ? word : predicate_of(word);
        const auto status = input_.stance.of(s_, word, word + 1, DeedKind::other);
        const bool tries = verb && s_.is(left_of(word), "to");
        if (status == Status::denied || (status == Status::planned && !tries && !to_come(predicate))) return;
        std::optional<std::uint32_t> whom;
        if (verb) {
            const auto frame = frame_of(s_, word);
            if (!frame || frame->passive || std::string_view(frame->construction) == "gerund") return;
            whom = frame->subject;
        } else {
            whom = s_.child(predicate, Dependency::subject);
        }
        if (whom && !verb && *whom < word && s_.words[*whom].is_any({"this", "that", "it"}))
            return add(teller_of(s_, word), by_whom(predicate), sense, word, word);
        if (!whom || *whom > word) return;
        const auto* object = spoken_of(*whom);
        if (object == nullptr && !verb && s_.covering(*whom) == nullptr && definite(s_, *whom))
            return of_deed(teller_of(s_, word), sense, word, *whom);
        if (!acts(object)) return;
        const bool lie =
            s_.covering(*whom) == nullptr && s_.words[word].is_any({"lie", "lies"});  // "X's claim is a lie"
        add(teller_of(s_, word), object, lie ? Sense::untrue : sense, word, word);
    }

    /// "a terrific person": the noun that the adjective describes, where it is the predicate.
    [[nodiscard]] std::uint32_t predicate_of(std::uint32_t word) const {
        const auto noun = s_.syntax[word].head;
        const bool describes = s_.words[word].tag == WordClass::adjective && noun != no_head && noun > word &&
                               noun < word + 3 && s_.words[noun].tag == WordClass::noun &&
                               s_.covering(noun) == nullptr && !s_.child(word, Dependency::subject);
        const bool judged =
            describes && s_.words[noun].is_any({"person",   "man",        "woman",  "guy",        "leader", "president",
                                                "minister", "politician", "act",    "decision",   "move",   "job",
                                                "choice",   "idea",       "regime", "government", "ally",   "friend",
                                                "nation",   "attack",     "step",   "law"});
        return judged ? noun : word;
    }

    /// "This is an outrageous act by X".
    [[nodiscard]] const Mention* by_whom(std::uint32_t word) const {
        if (!s_.is(word + 1, "by")) return nullptr;
        const auto* who = object_of(s_, word + 2).mention;
        return acts(who) ? who : nullptr;
    }

    /// Every word of the phrase stands behind the verb, in order, past few others of the same clause.
    [[nodiscard]] bool stands_behind(const EvaluationPhrase& phrase, std::uint32_t verb) const {
        auto at = verb + 1;
        for (const auto& choices : phrase.words) {
            const auto from = at;
            const auto meant = [&](std::uint32_t i) {
                return std::find(choices.begin(), choices.end(), s_.words[i].lower) != choices.end();
            };
            while (at < s_.size() && !meant(at)) {
                const auto& word = s_.words[at];
                if (at - from == 4 || word.word_class == WordClass::punctuation || word.tag == WordClass::verb)
                    return false;
                ++at;
            }
            if (at >= s_.size()) return false;
            ++at;
        }
        return true;
    }

    /// "has no idea", "did not do enough" at the verb `i`.
    [[nodiscard]] std::optional<Sense> phrase_at(std::uint32_t i) const {
        const auto it = s_.lexicon.evaluation_phrases.find(s_.words[i].lower);
        if (it == s_.lexicon.evaluation_phrases.end()) return std::nullopt;
        const bool denied = negated(s_, i);
        for (const auto& phrase : it->second)
            if (phrase.negated == denied && stands_behind(phrase, i)) return phrase.sense;
        return std::nullopt;
    }

    /// The White House tells what the president did not do.
    [[nodiscard]] bool serves(const Mention* teller, const Mention& ruler) const {
        if (teller == nullptr || teller->type != EntityType::institution || teller->entity == no_entity ||
            ruler.entity == no_entity || input_.entities[ruler.entity].type != EntityType::official)
            return false;
        const auto& country = input_.entities[teller->entity].signature.country;
        return teller->state && !country.empty() && input_.entities[ruler.entity].signature.country == country;
    }

    /// The predicate is a phrase: who is its subject, and who says so.
    void told_by_phrase(std::uint32_t verb, Sense sense) {
        if (wondering(verb) || s_.syntax[verb].word_class == WordClass::noun) return;
        const auto frame = frame_of(s_, verb);
        const auto whom = frame ? frame->subject : s_.child(verb, Dependency::subject);
        if (!whom || *whom > verb || (frame && (frame->passive || !finite(verb)))) return;
        const auto* object = spoken_of(*whom);  // "the Omani move shows contempt"
        if (object == nullptr && s_.covering(*whom) == nullptr && definite(s_, *whom))
            return of_deed(teller_of(s_, verb), sense, verb, *whom);
        if (!acts(object) || (sense == Sense::threat && !to_come(verb))) return;
        const auto* teller = teller_of(s_, verb);
        if (!serves(teller, *object)) add(teller, object, sense, verb, verb);
    }

    /// "will pay a price", "would face consequences".
    [[nodiscard]] bool to_come(std::uint32_t verb) const {
        for (std::uint32_t i = 0; i < verb; ++i)
            if (s_.syntax[i].head == verb && s_.words[i].is_any({"will", "would", "shall", "'ll", "must"})) return true;
        return false;
    }

    /// "It is a disgrace that Y locked up reporters": said of Y.
    void of_clause(std::uint32_t word) {
        if (!s_.is(word + 1, "that")) return;
        const auto it = s_.lexicon.evaluations.find(s_.words[word].lower);
        if (it == s_.lexicon.evaluations.end()) return;
        const auto start = word > 6 ? word - 6 : 0;
        bool expletive = false;
        for (auto i = start; i < word; ++i) {
            if (s_.is_any(i, {"not", "n't", "if", "no"})) return;
            expletive |= s_.is(i, "it") && i + 1 < s_.size() && (form_of_be(s_.words[i + 1]) || s_.is(i + 1, "'s"));
        }
        const auto sense = it->second.begin()->second;
        const auto* object = s_.starting(s_.past_determiners(word + 2));
        if (!expletive || !acts(object) || s_.is(object->last, "'s") || sense == Sense::untrue) return;
        add(teller_of(s_, word), object, sense, word, word);
    }

    static const char* relation_of(Sense sense) {
        if (sense == Sense::untrue) return "rejected";
        if (sense == Sense::threat) return "threatened";
        return sense == Sense::good ? "supported" : sense == Sense::wrong ? "accused" : "condemned";
    }

    [[nodiscard]] Assertions::Evidence evidence_of(const Mention& subject, std::uint32_t trigger) const {
        Assertions::Evidence evidence{s_.index, subject.where, s_.words.span(trigger, trigger + 1),
                                      {},       "evaluation",  600};
        evidence.status = input_.stance.of(s_, trigger, trigger + 1, DeedKind::spoken);
        return evidence;
    }

    /// "called the operation a massacre", "the operation was a massacre, X said": of whoever did it.
    void of_deed(const Mention* subject, Sense sense, std::uint32_t trigger, std::uint32_t noun) {
        const auto relation = input_.catalog.find(relation_of(sense));
        OpenDeed deed;
        if (subject == nullptr || subject->type == EntityType::place || !relation || !name_deed(input_, s_, noun, deed))
            return;
        deed.subject = subject->entity;
        deed.relation = *relation;
        deed.evidence = evidence_of(*subject, trigger);
        if (s_.words[trigger].tag != WordClass::verb) deed.evidence.status = Status::asserted;
        open_.push_back(std::move(deed));
    }

    void add(const Mention* subject, const Mention* object, Sense sense, std::uint32_t trigger, std::uint32_t word) {
        if (subject == nullptr || object == nullptr || subject->type == EntityType::place) return;
        auto evidence = evidence_of(*subject, trigger);
        if (trigger == word) evidence.status = Status::asserted;
        evidence.object = object->where;
        out_.add(subject->entity, relation_of(sense), object->entity, evidence);
    }

    const RelationInput& input_;
    const SentenceView& s_;
    std::vector<OpenDeed>& open_;
    Assertions& out_;
};

}  // namespace

void find_evaluations(const RelationInput& input, const SentenceView& sentence, std::vector<OpenDeed>& open,
                      Assertions& out) {
    EvaluationFinder(input, sentence, open, out).run();
}

}  // namespace chancery
