#include "extract/relation/to_come.hpp"

#include <algorithm>

#include "extract/relation/dates.hpp"

namespace chancery {

namespace {

constexpr std::uint32_t time_reach = 12;  // words between a verb and the time it is said to happen
constexpr std::string_view some_day = "2001-01-01", week_later = "2001-01-08";

class FutureReader {
  public:
    FutureReader(const Stance& stance, const SentenceView& s, std::string_view published)
        : stance_(stance),
          s_(s),
          undated_(published.empty()),
          today_(published.empty() ? some_day : published.substr(0, 10)),
          dates_(find_dates(s.words, today_, true)) {}

    [[nodiscard]] bool run(std::uint32_t trigger) const {
        if (dates_.empty() || trigger >= s_.syntax.size()) return false;
        if (s_.words[trigger].tag == WordClass::noun && followed_by_future(trigger)) return true;
        auto word = trigger;
        for (int steps = 0; steps < 5; ++steps) {
            if (s_.words[word].tag == WordClass::verb) {
                if (present(word) && dated(word)) return true;
                if (stance_.past_form(s_.words[word].lower) && word != trigger) return false;
                if (stance_.past_form(s_.words[word].lower) || s_.says(word)) return false;
            }
            const auto head = s_.syntax[word].head;
            if (head == no_head) return false;
            word = head;
        }
        return false;
    }

  private:
    /// "meets": a finite present without an auxiliary.
    [[nodiscard]] bool present(std::uint32_t verb) const {
        const auto& form = s_.words[verb].lower;
        if (!form.ends_with("s") || s_.says(verb)) return false;  // "cast" and "meet" may be told of what was
        for (std::uint32_t i = 0; i < verb; ++i)
            if (s_.syntax[i].head == verb && (s_.auxiliary(i) || s_.is(i, "to"))) return false;
        return s_.child(verb, Dependency::subject).has_value();
    }

    /// A weekday or a later time stands in the clause of the verb.
    [[nodiscard]] bool dated(std::uint32_t verb) const {
        return std::any_of(dates_.begin(), dates_.end(), [&](const DatePhrase& date) {
            const bool day_of_week = s_.is(date.first, "next") || date.from <= week_later;
            if (date.from < today_ || s_.is(date.first, "today") || (undated_ && !day_of_week)) return false;
            if (date.first < verb) return verb - date.first < time_reach && same_clause(date.last, verb);
            return date.first - verb < time_reach && same_clause(verb + 1, date.first);
        });
    }
    [[nodiscard]] bool same_clause(std::uint32_t first, std::uint32_t last) const {
        for (auto i = first; i < last; ++i) {
            const bool comma = s_.is(i, ",") && i != first;
            const bool verb = s_.words[i].tag == WordClass::verb && stance_.past_form(s_.words[i].lower);
            if (comma || verb || s_.is_any(i, {";", ":", "that", "who", "which", "after", "because", "since"}))
                return false;
        }
        return true;
    }

    /// "her visit to Oman next week", "talks with X later this month".
    [[nodiscard]] bool followed_by_future(std::uint32_t noun) const {
        return std::any_of(dates_.begin(), dates_.end(), [&](const DatePhrase& date) {
            const bool certain = s_.is_any(date.first, {"next", "tomorrow"}) || s_.is(date.last - 1, "tomorrow") ||
                                 (date.first > 0 && s_.is(date.first - 1, "next"));
            const bool retold = date.first > 0 && s_.is(date.first - 1, "the");  // "the next day"
            return certain && !retold && date.from > today_ && date.first > noun &&
                   date.first - noun < time_reach / 2 && same_clause(noun + 1, date.first);
        });
    }

    const Stance& stance_;
    const SentenceView& s_;
    bool undated_;  ///< a day of some year may be long past: "On Dec. 20, Oman becomes"
    std::string today_;
    std::vector<DatePhrase> dates_;
};

}  // namespace

bool to_come(const Stance& stance, const SentenceView& s, std::uint32_t trigger, std::string_view published) {
    return FutureReader(stance, s, published).run(trigger);
}

}  // namespace chancery
