#include "extract/relation/tellers.hpp"

#include <algorithm>

namespace chancery {

namespace {

constexpr std::uint32_t longest = 12;  // words of a phrase that names a teller

class TellerFinder {
  public:
    TellerFinder(const SentenceView& s, std::uint32_t trigger) : s_(s), trigger_(trigger) {}

    [[nodiscard]] Teller run() const {
        for (auto verb = trigger_ + 1; verb < s_.size(); ++verb) {
            if (!speaks(verb)) continue;
            if (const auto teller = before(verb); teller.somebody()) return teller;
            if (const auto teller = behind(verb); teller.somebody()) return teller;
        }
        if (const auto verb = governing(); verb)
            if (const auto teller = before(*verb); teller.somebody()) return teller;
        if (const auto verb = over_that(); verb)
            if (const auto subject = s_.child(*verb, Dependency::subject); subject && *subject < *verb)
                return {subject, s_.covering(*subject)};
        for (std::uint32_t verb = 1; verb < trigger_; ++verb)
            if (speaks(verb) && s_.is(verb + 1, ","))
                if (const auto teller = before(verb); teller.somebody()) return teller;
        return labelled();
    }

  private:
    /// A verb of saying, no part of a name ("the United States") or of a quote.
    [[nodiscard]] bool speaks(std::uint32_t i) const {
        const bool quoted = i < s_.quoted.size() && s_.quoted[i] != 0;
        return s_.says(i) && s_.words[i].tag == WordClass::verb && !quoted;
    }
    [[nodiscard]] bool mark(std::uint32_t i) const {
        return s_.words[i].is_any({",", "\"", "\xe2\x80\x9d", "''", "'", "\xe2\x80\x99", "\xe2\x80\x94", "--"});
    }

    /// ", two people familiar with the matter said": the phrase from the comma up to the verb has one noun at its head.
    [[nodiscard]] Teller before(std::uint32_t verb) const {
        auto first = verb;
        while (first > 0 && verb - first < longest && !mark(first - 1) &&
               !s_.words[first - 1].is_any({"who", "which", "whom", "that"})) {
            --first;
            if (first == trigger_ || s_.auxiliary(first) || s_.words[first].tag == WordClass::verb) return {};
        }
        const bool bounded = first > 0 && first < verb && verb - first < longest;
        return bounded ? phrase(first, verb) : Teller{};
    }

    /// ", said X".
    [[nodiscard]] Teller behind(std::uint32_t verb) const {
        if (!mark(verb - 1) || s_.child(verb, Dependency::indirect_object) ||
            s_.words[verb].is_any({"told", "tells", "telling"}))
            return {};  // who is told, does not tell
        auto last = verb + 1;
        while (last < s_.size() && last - verb < longest && s_.words[last].word_class != WordClass::punctuation) ++last;
        return phrase(verb + 1, last);
    }

    /// "who police say killed": the verb of saying right before the trigger and its auxiliaries.
    [[nodiscard]] std::optional<std::uint32_t> governing() const {
        auto i = trigger_;
        while (i > 0 && (s_.auxiliary(i - 1) || s_.adverb(i - 1))) --i;
        return i > 1 && speaks(i - 1) ? std::optional(i - 1) : std::nullopt;
    }

    /// "said in an interview with X that", "told the council that": the verb over the clause.
    [[nodiscard]] std::optional<std::uint32_t> over_that() const {
        auto that = trigger_;
        while (that > 0 && trigger_ - that < longest && !s_.is(that - 1, "that") &&
               s_.words[that - 1].word_class != WordClass::punctuation)
            --that;
        if (that < 2 || that == trigger_ || !s_.is(that - 1, "that")) return std::nullopt;
        for (auto i = that - 1; i > 0 && that - i < longest; --i) {
            if (s_.words[i - 1].word_class == WordClass::punctuation) return std::nullopt;
            if (s_.words[i - 1].tag == WordClass::verb) return speaks(i - 1) ? std::optional(i - 1) : std::nullopt;
        }
        return std::nullopt;
    }

    /// The head of a noun phrase: the widest mention in it that hangs on no preposition, or its last noun before one.
    [[nodiscard]] Teller phrase(std::uint32_t first, std::uint32_t last) const {
        Teller found;
        for (auto i = first; i < last; ++i) {
            if (s_.word_class(i) == WordClass::preposition || s_.words[i].word_class == WordClass::punctuation ||
                s_.words[i].is("who"))
                break;
            const auto* mention = s_.covering(i);
            const bool owns = mention != nullptr &&
                              (mention->kind == MentionKind::adjective || s_.is_any(mention->last, {"'s", "'"}));
            if (mention != nullptr && !owns) found.mention = mention;
            if (s_.words[i].tag == WordClass::noun || s_.words[i].tag == WordClass::proper ||
                (s_.words[i].tag == WordClass::pronoun && mention != nullptr))
                found.word = i;
        }
        return found;
    }

    /// A headline that names its speaker before or behind a colon.
    [[nodiscard]] Teller labelled() const {
        for (std::uint32_t colon = 1; colon + 1 < s_.size(); ++colon) {
            if (!s_.is(colon, ":")) continue;
            auto last = s_.size();
            while (last > colon && s_.words[last - 1].is_any({".", "\"", "\xe2\x80\x9d"})) --last;
            const auto* front = s_.ending(colon);
            const auto* back = s_.ending(last);
            const bool opens = front != nullptr && front->phrase == 0 && front->type != EntityType::place &&
                               front->type != EntityType::country;  // "Syria: ..." may be where it happened
            if (trigger_ > colon && opens) return {colon - 1, front};
            const bool closes =
                back != nullptr && back->phrase <= colon + 2 && back->phrase > colon && back->type != EntityType::place;
            if (trigger_ < colon && closes) return {last - 1, back};
            if (trigger_ < colon && last == colon + 2 && s_.words[colon + 1].tag == WordClass::noun)
                return {colon + 1, nullptr};  // "...: report"
        }
        return {};
    }

    const SentenceView& s_;
    std::uint32_t trigger_;
};

}  // namespace

Teller teller_by_order(const SentenceView& s, std::uint32_t trigger) {
    return TellerFinder(s, trigger).run();
}

}  // namespace chancery
