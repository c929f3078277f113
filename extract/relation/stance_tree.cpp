// Is it said as a fact? The tree tells what stands over a trigger.
//
// From the trigger upwards: its own negation, modals and adverbs; then the word that governs its clause ("denied that",
// "plans to", "reports that", "urged X to"), that word's own negation, and so on, until a clause is reached that stands
// for itself. A denial anywhere on the way wins, then a claim, then a plan.
//
// Who says so matters, too: what a body or an office holder says of itself is told as a fact, but that one person or an
// activist group says somebody tortured or killed is a claim.
#include <algorithm>

#include "extract/relation/stance.hpp"

namespace chancery {

namespace {

class StanceWalk {
  public:
    StanceWalk(const Stance& stance, const SentenceView& s, bool grave) : stance_(stance), s_(s), grave_(grave) {}

    Status run(std::uint32_t trigger) {
        nominal_ = s_.words[trigger].tag == WordClass::noun;
        if (!nominal_ && is_to(trigger)) planned_ = true;
        if (!nominal_) charge(trigger);
        if (!nominal_ && stance_.infinitive(s_, trigger) && s_.syntax[trigger].head != no_head &&
            !factual(s_.syntax[trigger].head))
            planned_ = true;
        own_words(trigger);
        source_named();
        climb(trigger);
        if (denied_) return Status::denied;
        if (alleged_) return Status::alleged;
        return planned_ ? Status::planned : Status::asserted;
    }

  private:
    using Governor = Stance::Governor;

    [[nodiscard]] bool before(std::uint32_t word, std::string_view form) const {
        for (auto i = word; i > 0 && i + 4 > word; --i)
            if (s_.is(i - 1, form)) return true;
        return false;
    }
    [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t head, Dependency relation) const {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == head && s_.syntax[i].relation == relation) return i;
        return std::nullopt;
    }
    [[nodiscard]] bool has_subject(std::uint32_t word) const {
        return child(word, Dependency::subject) || child(word, Dependency::passive_subject);
    }

    /// "accused of arming", "denied having met", whatever the tree makes of them.
    void charge(std::uint32_t trigger) {
        auto i = trigger;
        if (i > 0 && s_.is(i - 1, "from") && s_.words[i].lower.ends_with("ing") && kept_from(i - 1)) denied_ = true;
        if (i > 0 && s_.is(i - 1, "having")) --i;
        if (i > 0 && s_.is(i - 1, "of")) --i;
        if (i == 0 || i == trigger) {
            if (i == 0 || !s_.words[trigger].lower.ends_with("ing")) return;
        }
        const auto kind = stance_.governor(s_.words[i - 1].lower);
        if (kind && *kind == Governor::denying) denied_ = true;
        if (kind && *kind == Governor::claiming && i < trigger) alleged_ = true;
    }

    /// "was barred from landing", "refrained from attacking".
    [[nodiscard]] bool kept_from(std::uint32_t from) const {
        for (auto i = from; i > 0 && from - i < 7; --i)
            if (s_.words[i - 1].is_any({"barred",     "bars",       "barring", "bar",       "prevented",  "prevents",
                                        "preventing", "prevent",    "banned",  "bans",      "banning",    "blocked",
                                        "stopped",    "stopping",   "stop",    "kept",      "prohibited", "deterred",
                                        "dissuaded",  "restrained", "refrain", "refrained", "refraining", "excluded"}))
                return true;
        return false;
    }

    /// "is to meet", "are to be expelled".
    [[nodiscard]] bool is_to(std::uint32_t trigger) const {
        auto i = trigger;
        if (i > 0 && s_.is(i - 1, "be")) --i;
        return i > 1 && s_.is(i - 1, "to") && s_.words[i - 2].is_any({"is", "are", "was", "were"});
    }

    /// Negation, modals, adverbs and conjunctions that hang on a word.
    void own_words(std::uint32_t word) {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i) {
            if (s_.syntax[i].head != word) continue;
            const auto& w = s_.words[i];
            if (w.is_any({"not", "n't", "never", "no", "neither", "nor", "nobody", "none"})) denied_ = true;
            if (i < word && w.is_any({"if", "unless", "whether", "until"})) planned_ = true;
            if (s_.syntax[i].relation == Dependency::adverb_clause && i < word && i > 0 && conditional(i))
                alleged_ = true;
            if (w.is_any({"neither"})) denied_ = true;
            if (i + 1 >= word && i > word && !w.is_any({"allegedly", "reportedly", "supposedly"})) continue;
            std::uint32_t length = 1;
            const auto* kind = stance_.at(s_, i, length);
            if (kind == nullptr || length > 1) continue;
            if (*kind == Stance::Kind::alleged) alleged_ = true;
            const bool modal = *kind == Stance::Kind::planned && s_.syntax[i].word_class == WordClass::auxiliary;
            const bool reported = w.is("would") && s_.is(i + 1, "have");  // "would have visited", it is said
            if (modal && i < word) (reported ? alleged_ : planned_) = true;
            if (*kind == Stance::Kind::planned && s_.syntax[i].word_class == WordClass::adjective) planned_ = true;
        }
        if (const auto subject = child(word, Dependency::subject))
            for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
                if (s_.syntax[i].head == *subject && s_.words[i].is_any({"neither", "no"}) && i < *subject)
                    denied_ = true;
        if (s_.words[word].tag == WordClass::noun && word > 0)
            for (auto i = word; i > 0 && i + 3 > word; --i) {
                if (s_.words[i - 1].is_any({"planned", "proposed", "possible", "potential", "future", "upcoming",
                                            "forthcoming", "scheduled", "expected", "threatened", "imminent",
                                            "would-be"}))
                    planned_ = true;
                if (s_.words[i - 1].is_any({"alleged", "suspected", "reported", "purported", "supposed"}))
                    alleged_ = true;
            }
    }

    [[nodiscard]] bool conditional(std::uint32_t clause) const {
        for (std::uint32_t i = 0; i < clause; ++i)
            if (s_.syntax[i].head == clause && s_.is(i, "if")) return true;
        return false;
    }

    /// "according to the opposition": sources that only claim.
    void source_named() {
        if (nominal_) return;  // "Russia's invasion", whoever speaks of it
        for (std::uint32_t i = 0; i + 2 < s_.size(); ++i) {
            if (!s_.is(i, "according") || !s_.is(i + 1, "to")) continue;
            bool official = false;
            for (auto at = i + 2; at < std::min(i + 7, s_.size()) && !s_.is(at, ","); ++at) {
                official |= s_.words[at].is_any(
                    {"police",    "officials", "ministry",    "government",  "military",  "army", "court",
                     "statement", "spokesman", "spokeswoman", "authorities", "agreement", "law",  "constitution",
                     "minister",  "data",      "figures",     "census",      "schedule",  "plan", "documents",
                     "decree",    "order",     "afp",         "reuters",     "ap",        "bbc",  "cnn",
                     "tass",      "interfax",  "xinhua",      "bloomberg"});
            }
            alleged_ |= !official;
        }
    }

    /// ", his lawyer said" behind a clause.
    void said_behind(std::uint32_t word) {
        for (std::uint32_t i = word + 1; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == word && speaks(i) && grave_ && by_ordinary_people(i, word)) alleged_ = true;
    }

    void climb(std::uint32_t word) {
        for (int steps = 0; steps < 8; ++steps) {
            said_behind(word);
            const auto head = s_.syntax[word].head;
            if (head == no_head) return;
            const auto relation = s_.syntax[word].relation;
            switch (relation) {
                case Dependency::conjunct:
                    if (!has_subject(word) && s_.words[head].tag == WordClass::verb &&
                        !child(word, Dependency::passive_auxiliary))
                        shared_words(head, word);
                    break;
                case Dependency::clause_complement:
                case Dependency::open_complement:
                case Dependency::noun_clause:
                case Dependency::clause_subject:
                    govern(head, word, relation);
                    break;
                case Dependency::object:
                case Dependency::oblique:
                case Dependency::noun_modifier:
                case Dependency::subject:
                case Dependency::passive_subject:
                    if (s_.words[word].tag != WordClass::noun || !nominal_ || relation == Dependency::noun_modifier) {
                        if (relation != Dependency::noun_modifier) return;
                    }
                    govern_noun(head, word, relation);
                    break;
                case Dependency::adverb_clause:
                    if (infinitive(word)) planned_ = true;
                    gerund(head, word);
                    return;
                default:
                    gerund(head, word);
                    return;
            }
            word = head;
        }
    }

    /// "is accused of arming", "denied having met".
    void gerund(std::uint32_t head, std::uint32_t word) {
        const bool form = s_.words[word].lower.ends_with("ing") || before(word, "having");
        const auto kind = stance_.governor(s_.words[head].lower);
        if (!form || !kind) return;
        if (*kind == Governor::claiming) alleged_ = true;
        if (*kind == Governor::denying || *kind == Governor::refusing) denied_ = true;
    }

    [[nodiscard]] bool infinitive(std::uint32_t word) const {
        for (auto i = word; i > 0 && i + 3 > word; --i)
            if (s_.is(i - 1, "to") && s_.syntax[i - 1].head == word) return true;
        return false;
    }

    /// Modals and negation of a verb that a joined one shares: "will question and investigate".
    void shared_words(std::uint32_t head, std::uint32_t word) {
        for (std::uint32_t i = 0; i < head; ++i) {
            if (s_.syntax[i].head != head) continue;
            const bool modal = s_.syntax[i].word_class == WordClass::auxiliary;
            std::uint32_t length = 1;
            const auto* kind = stance_.at(s_, i, length);
            if (modal && kind != nullptr && *kind == Stance::Kind::planned) planned_ = true;
            const bool either = word > 0 && before(word, "or");
            if (either && s_.words[i].is_any({"not", "n't", "never"})) denied_ = true;
        }
    }

    [[nodiscard]] bool negated(std::uint32_t word) const {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == word && s_.words[i].is_any({"not", "n't", "never", "no", "little"})) return true;
        return false;
    }

    /// The verb, adjective or noun `head` governs the clause of `word`.
    void govern(std::uint32_t head, std::uint32_t word, Dependency relation) {
        const auto kind = stance_.governor(s_.words[head].lower);
        const bool no = negated(head);
        if (s_.words[head].is_any({"false", "untrue", "baseless", "fabricated", "unfounded"})) denied_ = true;
        if (s_.words[head].is_any({"true", "case"}) && no) denied_ = true;
        if (!kind) {
            if (speaks(head) && grave_ && by_ordinary_people(head, word)) alleged_ = true;
            if (speaks(head) && by_hearsay(head)) alleged_ = true;
            if (speaks(head) &&
                (child(head, Dependency::passive_auxiliary) || child(head, Dependency::passive_subject)) &&
                relation == Dependency::open_complement)
                alleged_ = true;  // "is said to have"
            const bool wanted = relation != Dependency::clause_complement && infinitive(word) && !factual(head);
            if (wanted && s_.words[head].tag != WordClass::noun) planned_ = true;
            if (no && relation == Dependency::open_complement) denied_ = true;
            return;
        }
        switch (*kind) {
            case Governor::denying:
                denied_ = !no;
                break;
            case Governor::claiming:
                alleged_ = true;
                break;
            case Governor::reporting:
                alleged_ = alleged_ || s_.words[head].tag == WordClass::noun || !official_speaker(head);
                break;
            case Governor::planning:
                if (no)
                    denied_ = true;
                else
                    planned_ = true;
                break;
            case Governor::refusing:
                if (no)
                    planned_ = planned_ && true;
                else
                    denied_ = true;
                break;
            case Governor::evidence:
                if (no || denied_above(head))
                    denied_ = true;
                else
                    alleged_ = true;
                break;
        }
        if (s_.words[head].tag == WordClass::noun && denied_above(head)) denied_ = true;
        if (s_.words[head].tag == WordClass::noun && said_false(head)) denied_ = true;
    }

    /// A noun of an event hangs on `head`: "denied the killing", "called for the release", "no evidence of an attack".
    void govern_noun(std::uint32_t head, std::uint32_t word, Dependency relation) {
        const auto kind = stance_.governor(s_.words[head].lower);
        if (negated(head) && relation == Dependency::object) denied_ = true;
        if (!kind) {
            const bool call = s_.words[head].is_any({"called", "calls", "call", "calling", "campaigned", "appealed"}) &&
                              before(word, "for");
            if (call) planned_ = true;
            return;
        }
        const bool thing = relation == Dependency::object || relation == Dependency::noun_modifier;
        if (*kind == Governor::denying && thing) denied_ = true;
        if (*kind == Governor::claiming && thing) alleged_ = true;
        if (*kind == Governor::planning &&
            (thing || relation == Dependency::oblique || relation == Dependency::passive_subject))
            planned_ = true;
        if (*kind == Governor::evidence) {
            if (negated(head) || denied_above(head))
                denied_ = true;
            else
                alleged_ = true;
        }
        if (*kind == Governor::reporting && s_.words[head].tag == WordClass::noun) alleged_ = true;
    }

    /// "rejected claims that", "found no proof that".
    [[nodiscard]] bool denied_above(std::uint32_t noun) const {
        const auto verb = s_.syntax[noun].head;
        if (negated(noun)) return true;
        if (verb == no_head) return false;
        const auto kind = stance_.governor(s_.words[verb].lower);
        return (kind && *kind == Governor::denying) || negated(verb);
    }
    /// "Reports that ... were false".
    [[nodiscard]] bool said_false(std::uint32_t noun) const {
        const auto above = s_.syntax[noun].head;
        return above != no_head &&
               s_.words[above].is_any({"false", "untrue", "baseless", "fabricated", "unfounded", "wrong"});
    }

    [[nodiscard]] bool factual(std::uint32_t head) const {
        return s_.words[head].is_any({"managed", "manages",   "began",     "begins",  "begun",   "started",
                                      "starts",  "continued", "continues", "helped",  "helps",   "used",
                                      "went",    "came",      "dared",     "forced",  "able",    "proceeded",
                                      "joined",  "go",        "got",       "decided", "decides", "gets",
                                      "rushed",  "flew",      "travelled", "traveled"});
    }
    [[nodiscard]] bool speaks(std::uint32_t head) const { return says(s_.words[head]); }

    [[nodiscard]] const Mention* speaker(std::uint32_t head) const {
        const auto subject = child(head, Dependency::subject);
        return subject ? s_.covering(*subject) : nullptr;
    }
    [[nodiscard]] bool official_speaker(std::uint32_t head) const {
        const auto* who = speaker(head);
        return who != nullptr && (who->type == EntityType::official || who->type == EntityType::country || who->state);
    }
    /// "Unconfirmed reports said", "rumours say".
    [[nodiscard]] bool by_hearsay(std::uint32_t head) const {
        const auto subject = child(head, Dependency::subject);
        if (!subject) return false;
        const auto kind = stance_.governor(s_.words[*subject].lower);
        return kind && (*kind == Governor::reporting || *kind == Governor::claiming);
    }

    /// Somebody without office says what others did; what the doer says of itself is no claim.
    [[nodiscard]] bool by_ordinary_people(std::uint32_t head, std::uint32_t word) const {
        const auto subject = child(head, Dependency::subject);
        if (!subject) return false;
        const auto own = child(word, Dependency::subject);
        if (own && s_.words[*own].is_any({"he", "she", "it", "they", "we", "i"})) return false;
        if (s_.words[*subject].is_any({"activists",  "witnesses", "relatives", "residents", "survivors", "opposition",
                                       "rebels",     "critics",   "lawyers",   "groups",    "family",    "villagers",
                                       "protesters", "widow",     "victims",   "medics",    "lawyer",    "bishop",
                                       "relative",   "activist",  "resident",  "neighbours"}))
            return true;
        const auto* who = s_.covering(*subject);
        return who != nullptr && (who->type == EntityType::person || who->type == EntityType::group) &&
               who->kind != MentionKind::pronoun;
    }

    const Stance& stance_;
    const SentenceView& s_;
    bool grave_;
    bool nominal_ = false;  ///< the trigger is a noun, so its place in the sentence matters
    bool denied_ = false, alleged_ = false, planned_ = false;
};

}  // namespace

Status status_in_tree(const Stance& stance, const SentenceView& s, std::uint32_t trigger, bool grave) {
    return StanceWalk(stance, s, grave).run(trigger);
}

}  // namespace chancery
