#include "extract/relation/state_status.hpp"

#include <algorithm>

namespace chancery {

namespace {

/// What is said of one statement of a role or state, by the words it rests on.
class StateReader {
  public:
    StateReader(const Stance& stance, const SentenceView& s) : stance_(stance), s_(s) {}

    [[nodiscard]] Status run(Span trigger) const {
        const auto word = head_of(trigger);
        if (!word || *word >= s_.syntax.size()) return Status::asserted;
        if (predicate(*word)) return stance_.of(s_, *word, *word + 1, DeedKind::other);
        return described(trigger);
    }

  private:
    /// The last noun of the trigger's words before a preposition, or its verb.
    [[nodiscard]] std::optional<std::uint32_t> head_of(Span trigger) const {
        std::optional<std::uint32_t> found;
        for (std::uint32_t i = 0; i < s_.size(); ++i) {
            const auto& word = s_.words[i];
            if (word.where.end <= trigger.begin || word.where.begin >= trigger.end) continue;
            if (found && s_.word_class(i) == WordClass::preposition) break;
            if (word.tag == WordClass::noun || word.tag == WordClass::verb || !found) found = i;
        }
        return found;
    }

    /// "X is a member", "X became the head", "X is owned by Y": the sentence says it, and does not only mention it.
    [[nodiscard]] bool predicate(std::uint32_t word) const {
        const bool subject = s_.child(word, Dependency::subject) || s_.child(word, Dependency::passive_subject);
        if (!subject) return false;
        if (s_.words[word].tag == WordClass::verb) return true;
        for (std::uint32_t i = 0; i < word; ++i)
            if (s_.syntax[i].head == word && form_of_be(s_.words[i])) return true;
        return false;
    }

    /// "an alleged member", "the incoming Senate leader": among the trigger's words or before them, past names and
    /// adjectives.
    [[nodiscard]] Status described(Span trigger) const {
        std::uint32_t first = 0;
        while (first < s_.size() && s_.words[first].where.end <= trigger.begin) ++first;
        auto last = first;
        while (last < s_.size() && s_.words[last].where.begin < trigger.end &&
               s_.word_class(last) != WordClass::preposition)
            ++last;
        for (auto i = last; i > 0 && i + 4 > first; --i) {
            const auto& word = s_.words[i - 1];
            std::uint32_t length = 0;
            const auto* kind = stance_.at(s_, i - 1, length);
            if (kind != nullptr && length == 1 && *kind == Stance::Kind::alleged) return Status::alleged;
            if (kind != nullptr && length == 1 && *kind == Stance::Kind::foreseen) return Status::planned;
            if (i <= first && !word.capital && word.tag != WordClass::adjective) break;
        }
        return Status::asserted;
    }

    const Stance& stance_;
    const SentenceView& s_;
};

}  // namespace

void doubt_states(const RelationInput& input, std::span<const SentenceView> sentences, std::vector<Assertion>& all) {
    const auto& places = input.reading.sentences;
    for (auto& a : all) {
        const auto& kind = input.catalog.at(a.relation).kind;
        if (kind == "event" || kind == "place" || a.status != Status::asserted) continue;
        const auto begin = a.trigger_mark.begin;  // a mere name or adjective tells no more than itself
        const bool own_words =
            a.trigger_mark.end > begin && begin != a.object_mark.begin && begin != a.subject_mark.begin;
        if (!own_words) continue;
        const auto next = std::upper_bound(places.begin(), places.end(), a.sentence.begin,
                                           [](std::uint32_t at, const Sentence& s) { return at < s.where.begin; });
        if (next == places.begin()) continue;
        const auto& view = sentences[static_cast<std::size_t>(next - places.begin()) - 1];
        a.status = StateReader(input.stance, view).run(a.trigger_mark);
    }
}

}  // namespace chancery
