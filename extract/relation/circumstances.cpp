#include "extract/relation/circumstances.hpp"

#include <algorithm>

#include "extract/relation/frame.hpp"
#include "extract/relation/tellers.hpp"

namespace chancery {

namespace {

class Reader {
  public:
    Reader(const SentenceView& s, std::uint32_t trigger) : s_(s), trigger_(trigger) {}

    Circumstances read(Status status, std::string_view published) const {
        Circumstances found;
        if (s_.syntax.empty()) return found;
        found.date = date(status, published);
        for (const auto* mention : s_.mentions)
            if (mention->type == EntityType::place && mention->locative &&
                nearest_verb(mention->last - 1) == anchor()) {
                found.place = mention->name;
                break;
            }
        source(found, status);
        return found;
    }

  private:
    /// The verb that a word belongs to: itself, or the first above it.
    [[nodiscard]] std::uint32_t nearest_verb(std::uint32_t word) const {
        for (std::uint32_t steps = 0; steps < s_.syntax.size(); ++steps) {
            if (s_.words[word].tag == WordClass::verb) return word;
            if (s_.syntax[word].head == no_head) return word;
            word = s_.syntax[word].head;
        }
        return word;
    }
    [[nodiscard]] std::uint32_t anchor() const { return nearest_verb(trigger_); }

    [[nodiscard]] std::string date(Status status, std::string_view published) const {
        for (const auto& phrase : find_dates(s_.words, published, status == Status::planned))
            if (phrase.first < s_.syntax.size() &&
                (nearest_verb(phrase.last - 1) == anchor() || nearest_verb(phrase.first) == anchor()))
                return phrase.edtf();
        return {};
    }

    [[nodiscard]] std::string text_of(std::uint32_t first, std::uint32_t last) const {
        std::string text;
        for (auto i = first; i < last; ++i) {
            if (i > first && s_.words[i].space_before) text.push_back(' ');
            text.append(s_.words[i].text);
        }
        return text;
    }

    void take(Circumstances& found, std::uint32_t word) const {
        const auto* mention = s_.covering(word);
        found.speaker_word = word;
        found.speaker = mention != nullptr && mention->kind != MentionKind::adjective ? mention : nullptr;
        if (found.speaker != nullptr) {
            found.speaker_text = text_of(found.speaker->first, found.speaker->last);
            return;
        }
        auto first = word;
        while (first > 0 && s_.syntax[first - 1].head == word) --first;
        found.speaker_text = text_of(first, word + 1);
    }

    /// "according to X", "X said that", ", X said"; of a claim also "X warned that".
    void source(Circumstances& found, Status status) const {
        for (std::uint32_t i = 0; i + 2 < s_.size(); ++i)
            if (s_.is(i, "according") && s_.is(i + 1, "to")) {
                auto word = i + 2;
                while (word + 1 < s_.size() && s_.covering(word) == nullptr && s_.words[word].tag != WordClass::noun)
                    ++word;
                return take(found, word);
            }
        auto word = trigger_;
        for (int steps = 0; steps < 8; ++steps) {
            for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
                if (s_.syntax[i].head == word && i > word && s_.says(i))
                    if (const auto subject = subject_of_word(i)) return take(found, *subject);
            const auto head = s_.syntax[word].head;
            if (head == no_head) return;
            const bool complement = s_.syntax[word].relation == Dependency::clause_complement;
            const bool claims = status == Status::alleged && s_.words[head].tag == WordClass::verb;
            if (complement && (claims || s_.says(head)))
                if (const auto subject = subject_of_word(head)) return take(found, *subject);
            word = head;
        }
    }
    [[nodiscard]] std::optional<std::uint32_t> subject_of_word(std::uint32_t verb) const {
        std::optional<std::uint32_t> found;  // of two before the verb, the first belongs to what is said
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == verb && s_.syntax[i].relation == Dependency::subject && (i < verb || !found))
                found = i;
        return found;
    }

    const SentenceView& s_;
    std::uint32_t trigger_;
};

}  // namespace

Circumstances circumstances_of(const SentenceView& s, std::uint32_t trigger, Status status,
                               std::string_view published) {
    return Reader(s, trigger).read(status, published);
}

const Mention* teller_of(const SentenceView& s, std::uint32_t word) {
    const auto told = circumstances_of(s, word, Status::asserted, {});
    if (told.speaker != nullptr) return told.speaker;
    if (!told.speaker_text.empty()) return nullptr;
    if (const auto teller = teller_by_order(s, word); teller.somebody()) return teller.mention;
    return word < s.quoted.size() && s.quoted[word] != 0 ? s.speaker : nullptr;
}

bool later(std::string_view edtf, std::string_view day) {
    const auto begin = edtf.substr(0, edtf.find('/'));
    const auto length = std::min(begin.size(), day.size());
    return length >= 4 && begin.substr(0, length) > day.substr(0, length);
}

}  // namespace chancery
