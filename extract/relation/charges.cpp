#include "extract/relation/charges.hpp"

#include <algorithm>

#include "extract/relation/frame.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

class ChargeReader {
  public:
    ChargeReader(const RelationInput& input, const SentenceView& s, std::uint32_t noun)
        : input_(input), s_(s), noun_(noun) {}

    [[nodiscard]] std::optional<ChargedDoer> run() const {
        const auto end = phrase_start(s_, noun_);
        if (end == 0 || end >= s_.syntax.size()) return std::nullopt;
        if (const auto* bare = entry(end - 1); bare != nullptr && bare->direct)
            return told(end - 1, bare->deed, nullptr);
        if (end < 2) return std::nullopt;
        const auto preposition = end - 1;
        const auto* whom = s_.ending(preposition);  // "blamed X for"
        auto word = s_.before_determiners(whom == nullptr ? preposition : whom->phrase);
        while (word > 1 && (s_.adverb(word - 1) || s_.is(word - 1, "not"))) --word;  // "was not behind"
        if (word == 0) return std::nullopt;
        const auto* found = entry(word - 1);
        const bool takes = found != nullptr && std::find(found->prepositions.begin(), found->prepositions.end(),
                                                         s_.words[preposition].lower) != found->prepositions.end();
        return takes ? told(word - 1, found->deed, whom) : std::nullopt;
    }

  private:
    [[nodiscard]] const ChargeWord* entry(std::uint32_t word) const {
        const auto row = s_.lexicon.charges.find(s_.words[word].lower);
        return row == s_.lexicon.charges.end() ? nullptr : &row->second;
    }

    [[nodiscard]] std::optional<ChargedDoer> told(std::uint32_t word, ChargeWord::Deed deed,
                                                  const Mention* whom) const {
        const auto* doer = whom != nullptr ? whom : charged(word);
        const auto status = status_of(word, deed);
        if (doer == nullptr || !status) return std::nullopt;
        return ChargedDoer{doer, *status};
    }

    /// Whom the charge, the role or the denial at `word` is said of.
    [[nodiscard]] const Mention* charged(std::uint32_t word) const {
        if (s_.syntax[word].head == noun_) {  // "X was behind the attack"
            const auto subject = s_.child(noun_, Dependency::subject);
            return subject ? mention_of_phrase(s_, *subject) : nullptr;
        }
        if (s_.words[word].tag == WordClass::verb) {
            const auto frame = frame_of(s_, word);
            if (!frame) return nullptr;
            const auto who = frame->passive ? frame->object : frame->subject;
            return who ? mention_of_phrase(s_, *who) : nullptr;
        }
        const auto subject = s_.child(word, Dependency::subject);
        if (subject) return mention_of_phrase(s_, *subject);  // "X is responsible for", "X is a suspect in"
        if (const auto* held = s_.ending(word)) return held;  // "holds X responsible for"
        if (const auto* owner = owner_of_noun(s_, word)) return owner;
        if (const auto* beside = set_beside(s_, word)) return beside;
        const auto verb = s_.syntax[word].head;
        const auto frame = verb == no_head ? std::nullopt : frame_of(s_, verb);
        if (!frame) return nullptr;
        const auto who = frame->passive ? frame->object : frame->subject;
        return who && *who != word ? mention_of_phrase(s_, *who) : nullptr;
    }

    [[nodiscard]] std::optional<Status> status_of(std::uint32_t word, ChargeWord::Deed deed) const {
        const auto asked = s_.syntax[word].head == noun_ ? noun_ : word;
        const auto own = input_.stance.of(s_, asked, asked + 1, DeedKind::other);
        const bool verb = s_.words[word].tag == WordClass::verb;
        if (deed == ChargeWord::Deed::denial) return own == Status::denied ? Status::alleged : Status::denied;
        if (own == Status::denied) return verb && asked == word ? std::nullopt : std::optional(Status::denied);
        return deed == ChargeWord::Deed::fact && own == Status::asserted ? Status::asserted : Status::alleged;
    }

    const RelationInput& input_;
    const SentenceView& s_;
    std::uint32_t noun_;
};

}  // namespace

std::optional<ChargedDoer> charged_doer(const RelationInput& input, const SentenceView& sentence, std::uint32_t noun) {
    return ChargeReader(input, sentence, noun).run();
}

}  // namespace chancery
