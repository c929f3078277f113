// When something happened, from the words of a sentence and the day of publication.
//
// At every word each kind of phrase is tried, the fuller before the poorer ("Tuesday, June 24" before "Tuesday"), and
// the first that fits takes its words. Days are counted with the calendar of <chrono>; what a phrase leaves open is
// counted back from the publication, or forward when the sentence speaks of the future.
#include "extract/relation/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

namespace chancery {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using Date = std::chrono::year_month_day;
using Precision = DatePhrase::Precision;

std::string iso(Date date) {
    std::string text = std::to_string(static_cast<int>(date.year()));
    for (const auto part : {static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())}) {
        text += part < 10 ? "-0" : "-";
        text += std::to_string(part);
    }
    return text;
}

std::optional<int> number(std::string_view word) {
    constexpr std::array<std::string_view, 13> names = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (word == names[i]) return static_cast<int>(i);
    if (word == "a" || word == "an") return 1;
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (word.size() > 2 && word.ends_with(ending) && word[0] >= '0' && word[0] <= '9') word.remove_suffix(2);
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return value;
}

std::optional<Date> parse_iso(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    const auto y = number(text.substr(0, 4)), m = number(text.substr(5, 2)), d = number(text.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    const Date date{std::chrono::year(*y), std::chrono::month(static_cast<unsigned>(*m)),
                    std::chrono::day(static_cast<unsigned>(*d))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

class DateFinder {
  public:
    DateFinder(const Words& words, std::string_view published, bool future)
        : words_(words), today_(parse_iso(published)), future_(future) {}

    std::vector<DatePhrase> run() {
        std::vector<DatePhrase> found;
        for (std::uint32_t i = 0; i < size();) {
            const auto phrase = at(i);
            if (phrase) found.push_back(*phrase);
            i = phrase ? phrase->last : i + 1;
        }
        return found;
    }

  private:
    using Found = std::optional<DatePhrase>;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
    [[nodiscard]] bool is(std::uint32_t i, std::string_view form) const { return i < size() && words_[i].is(form); }
    [[nodiscard]] bool is_any(std::uint32_t i, std::initializer_list<std::string_view> forms) const {
        return i < size() && words_[i].is_any(forms);
    }

    [[nodiscard]] unsigned month_at(std::uint32_t i) const {
        constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
        if (i >= size() || !words_[i].capital) return 0;
        auto word = words_[i].lower;
        if (word.ends_with('.')) word.remove_suffix(1);
        for (unsigned m = 0; m < 12; ++m)
            if (word == names[m] || (word.size() >= 3 && word.size() <= 4 && names[m].starts_with(word.substr(0, 3)) &&
                                     (word.size() == 3 || word == "sept" || word == "june" || word == "july")))
                return m + 1;
        return 0;
    }
    [[nodiscard]] std::optional<unsigned> weekday_at(std::uint32_t i) const {
        constexpr std::array<std::string_view, 7> names = {"sunday",   "monday", "tuesday", "wednesday",
                                                           "thursday", "friday", "saturday"};
        for (unsigned d = 0; i < size() && d < 7; ++d)
            if (words_[i].is(names[d])) return d;
        return std::nullopt;
    }
    [[nodiscard]] std::optional<unsigned> day_at(std::uint32_t i) const {
        if (i >= size() || words_[i].lower.empty() || words_[i].lower[0] < '0' || words_[i].lower[0] > '9')
            return std::nullopt;
        const auto value = number(words_[i].lower);
        if (!value || *value < 1 || *value > 31) return std::nullopt;
        return static_cast<unsigned>(*value);
    }
    [[nodiscard]] std::optional<int> year_at(std::uint32_t i, bool short_form = false) const {
        if (i >= size()) return std::nullopt;
        const auto word = words_[i].lower;
        const auto value = number(word);
        if (!value) return std::nullopt;
        if (word.size() == 4 && *value >= 1800 && *value < 2200) return value;
        if (short_form && word.size() == 2) return *value >= 50 ? 1900 + *value : 2000 + *value;
        return std::nullopt;
    }

    static Found phrase(std::uint32_t first, std::uint32_t last, Date from, Date to, Precision precision) {
        if (!from.ok() || !to.ok() || sys_days(to) < sys_days(from)) return std::nullopt;
        return DatePhrase{first, last, iso(from), iso(to), precision};
    }
    static Found day(std::uint32_t first, std::uint32_t last, Date date) {
        return phrase(first, last, date, date, Precision::day);
    }
    static Date make(int y, unsigned m, unsigned d) {
        return {std::chrono::year(y), std::chrono::month(m), std::chrono::day(d)};
    }
    static Date month_end(int y, unsigned m) {
        return Date(std::chrono::year(y) / std::chrono::month(m) / std::chrono::last);
    }
    static Found month(std::uint32_t first, std::uint32_t last, int y, unsigned m) {
        return phrase(first, last, make(y, m, 1), month_end(y, m), Precision::month);
    }
    static Found year(std::uint32_t first, std::uint32_t last, int y) {
        return phrase(first, last, make(y, 1, 1), make(y, 12, 31), Precision::year);
    }

    /// The year of a month (and day) that the text leaves out.
    [[nodiscard]] std::optional<int> year_of(unsigned m, unsigned d) const {
        if (!today_) return std::nullopt;
        const int y = static_cast<int>(today_->year());
        const auto candidate = sys_days(make(y, m, std::min(d, 28U)));
        if (future_) return candidate < sys_days(*today_) - days(31) ? y + 1 : y;
        return candidate > sys_days(*today_) ? y - 1 : y;
    }

    Found at(std::uint32_t i) const {
        for (const auto kind :
             {&DateFinder::iso_date, &DateFinder::calendar, &DateFinder::weekday, &DateFinder::relative_day,
              &DateFinder::ago, &DateFinder::last_next, &DateFinder::months, &DateFinder::years, &DateFinder::holiday})
            if (auto found = (this->*kind)(i)) return found;
        return std::nullopt;
    }

    /// "2020-03-05", whole or cut at its hyphens.
    Found iso_date(std::uint32_t i) const {
        if (const auto date = parse_iso(words_[i].lower)) return day(i, i + 1, *date);
        const auto y = year_at(i);
        if (!y || !is(i + 1, "-") || !is(i + 3, "-")) return std::nullopt;
        const auto m = day_at(i + 2), d = day_at(i + 4);
        return m && d && *m <= 12 ? day(i, i + 5, make(*y, *m, *d)) : std::nullopt;
    }

    /// "July 1, 2018", "23 Aug 89", "the 12th of March 2019", "March 8-10", "from 1 to 4 April", "September 5 to 6".
    Found calendar(std::uint32_t i) const {
        if (const auto m = month_at(i); m != 0) {
            const auto d = day_at(i + 1);
            if (!d || words_[i + 1].lower.size() > 4) return std::nullopt;
            auto end = i + 2;
            auto last_day = *d;
            if (is_any(end, {"-", "to", "and", "\xe2\x80\x93"}) && day_at(end + 1) && *day_at(end + 1) > *d &&
                !month_at(end + 2)) {
                last_day = *day_at(end + 1);
                end += 2;
            }
            auto y = year_at(is(end, ",") ? end + 1 : end);
            if (y)
                end += is(end, ",") ? 2 : 1;
            else
                y = year_of(m, *d);
            if (!y) return std::nullopt;
            return phrase(i, end, make(*y, m, *d), make(*y, m, last_day),
                          last_day == *d ? Precision::day : Precision::range);
        }
        const auto d = day_at(i);
        if (!d) return std::nullopt;
        auto end = i + 1;
        auto last_day = *d;
        if (is_any(end, {"-", "to", "and", "\xe2\x80\x93"}) && day_at(end + 1)) {
            last_day = *day_at(end + 1);
            end += 2;
        }
        if (is(end, "of")) ++end;
        const auto m = month_at(end);
        if (m == 0) return std::nullopt;
        ++end;
        auto y = year_at(end, true);
        if (y)
            ++end;
        else
            y = year_of(m, last_day);
        if (!y) return std::nullopt;
        return phrase(i, end, make(*y, m, *d), make(*y, m, last_day),
                      last_day == *d ? Precision::day : Precision::range);
    }

    /// "Wednesday", "last Friday", "next Friday"; "Tuesday, June 24" is the day it says.
    Found weekday(std::uint32_t i) const {
        const auto w = weekday_at(i);
        if (!w) return std::nullopt;
        const auto date_at = is(i + 1, ",") ? i + 2 : i + 1;
        if (month_at(date_at) != 0 || (day_at(date_at) && month_at(date_at + 1) != 0))
            if (auto date = calendar(date_at)) {
                date->first = i;
                return date;
            }
        if (!today_) return std::nullopt;
        const auto today = sys_days(*today_);
        const auto now = std::chrono::weekday(today).c_encoding();
        const bool last = i > 0 && is(i - 1, "last"), next = i > 0 && is(i - 1, "next");
        auto back = (now + 7 - *w) % 7;
        if (last && back == 0) back = 7;
        auto ahead = (*w + 7 - now) % 7;
        if (next && ahead == 0) ahead = 7;
        const bool forward = next || (future_ && !last);
        return day(i, i + 1, Date(forward ? today + days(ahead) : today - days(back)));
    }

    Found relative_day(std::uint32_t i) const {
        if (!today_) return std::nullopt;
        const auto today = sys_days(*today_);
        if (is(i, "the") && is(i + 1, "day") && is(i + 2, "before") && is(i + 3, "yesterday"))
            return day(i, i + 4, Date(today - days(2)));
        if (is(i, "yesterday")) return day(i, i + 1, Date(today - days(1)));
        if (is(i, "tomorrow")) return day(i, i + 1, Date(today + days(1)));
        if (is_any(i, {"today", "tonight"})) return day(i, i + 1, *today_);
        if (is(i, "this") && is_any(i + 1, {"morning", "afternoon", "evening"})) return day(i, i + 2, *today_);
        if (is(i, "a") && is(i + 1, "day") && is_any(i + 2, {"earlier", "before"}))
            return day(i, i + 3, Date(today - days(1)));
        if (is_any(i, {"the"}) && is(i + 1, "previous") && is(i + 2, "day"))
            return day(i, i + 3, Date(today - days(1)));
        if (is(i, "weekend") && i > 0 && is_any(i - 1, {"the", "last"})) {
            const auto now = std::chrono::weekday(today).c_encoding();
            const auto sunday = today - days(now);
            return phrase(i - 1, i + 1, Date(sunday - days(1)), Date(sunday), Precision::range);
        }
        return std::nullopt;
    }

    /// "three weeks ago", "two months earlier".
    Found ago(std::uint32_t i) const {
        const auto n = number(words_[i].lower);
        if (!today_ || !n || *n < 1 || *n > 400 || !is_any(i + 2, {"ago"})) return std::nullopt;
        const auto today = sys_days(*today_);
        if (is_any(i + 1, {"day", "days"})) return day(i, i + 3, Date(today - days(*n)));
        if (is_any(i + 1, {"week", "weeks"})) return day(i, i + 3, Date(today - days(7 * *n)));
        const auto y = static_cast<int>(today_->year());
        if (is_any(i + 1, {"year", "years"})) return year(i, i + 3, y - *n);
        if (!is_any(i + 1, {"month", "months"})) return std::nullopt;
        const int count = y * 12 + static_cast<int>(static_cast<unsigned>(today_->month())) - 1 - *n;
        return month(i, i + 3, count / 12, static_cast<unsigned>(count % 12) + 1);
    }

    /// "last month", "earlier this year", "next week", "last December".
    Found last_next(std::uint32_t i) const {
        if (!today_ || !is_any(i, {"last", "next", "this"})) return std::nullopt;
        const int step = is(i, "last") ? -1 : is(i, "next") ? 1 : 0;
        const auto y = static_cast<int>(today_->year());
        const auto m = static_cast<int>(static_cast<unsigned>(today_->month()));
        if (is(i + 1, "year")) return year(i, i + 2, y + step);
        if (is(i + 1, "month")) {
            const int count = y * 12 + m - 1 + step;
            return month(i, i + 2, count / 12, static_cast<unsigned>(count % 12) + 1);
        }
        if (is(i + 1, "week")) {
            const auto today = sys_days(*today_);
            const auto now = (std::chrono::weekday(today).c_encoding() + 6) % 7;
            const auto monday = today - days(now) + days(7 * step);
            return phrase(i, i + 2, Date(monday), Date(monday + days(6)), Precision::range);
        }
        const auto named = static_cast<int>(month_at(i + 1));
        if (named == 0 || step == 0) return std::nullopt;
        if (step < 0) return month(i, i + 2, named < m ? y : y - 1, static_cast<unsigned>(named));
        return month(i, i + 2, named > m ? y : y + 1, static_cast<unsigned>(named));
    }

    /// "in November", "August 2008", "early March 2022".
    Found months(std::uint32_t i) const {
        const auto m = month_at(i);
        if (m == 0) return std::nullopt;
        const auto given = year_at(i + 1);
        const auto part_at = i > 1 && is(i - 1, "-") ? i - 2 : i - 1;
        const bool part = i > 0 && is_any(part_at, {"early", "mid", "late"});
        const bool preposition = i > 0 && (is_any(i - 1, {"in", "since", "until", "by", "of", "during"}) || part);
        if (!given && !preposition) return std::nullopt;  // "May", "March" are words, too
        const auto y = given ? given : year_of(m, 1);
        if (!y) return std::nullopt;
        const auto end = given ? i + 2 : i + 1;
        if (!part) return month(i, end, *y, m);
        const auto first = is(part_at, "early") ? 1U : is(part_at, "mid") ? 11U : 21U;
        const auto to = is(part_at, "late") ? month_end(*y, m) : make(*y, m, first == 1 ? 10 : 20);
        return phrase(part_at, end, make(*y, m, first), to, Precision::range);
    }

    /// "in 2020", "mid-2019", "from 2015 to 2018", "the 1990s", "the first half of 2019", "the third quarter of 2023".
    Found years(std::uint32_t i) const {
        const auto word = words_[i].lower;
        if (word.size() == 5 && word.ends_with("0s")) {
            const auto decade = number(word.substr(0, 4));
            return decade && *decade >= 1800 && *decade < 2200
                       ? phrase(i, i + 1, make(*decade, 1, 1), make(*decade + 9, 12, 31), Precision::range)
                       : std::nullopt;
        }
        const auto y = year_at(i);
        if (!y || i == 0) return std::nullopt;
        if (is_any(i + 1, {"to", "and"}) && is_any(i - 1, {"from", "between"}) && year_at(i + 2))
            return phrase(i, i + 3, make(*y, 1, 1), make(*year_at(i + 2), 12, 31), Precision::range);
        if (auto part = part_of_year(i, *y)) return part;
        const bool year_place = is_any(i - 1, {"in", "since", "until", "by", "of", "during", "from", "after", "before",
                                               "late", "early", "mid", ","});
        return year_place ? year(i, i + 1, *y) : std::nullopt;
    }

    Found part_of_year(std::uint32_t i, int y) const {
        const auto part_at = i > 1 && is(i - 1, "-") ? i - 2 : i - 1;
        if (is(part_at, "mid")) return phrase(part_at, i + 1, make(y, 5, 1), make(y, 8, 31), Precision::range);
        if (is(part_at, "early")) return phrase(part_at, i + 1, make(y, 1, 1), make(y, 4, 30), Precision::range);
        if (is(part_at, "late")) return phrase(part_at, i + 1, make(y, 9, 1), make(y, 12, 31), Precision::range);
        if (i < 3 || !is(i - 1, "of")) return std::nullopt;
        if (is(i - 2, "half"))
            return is(i - 3, "first") ? phrase(i - 3, i + 1, make(y, 1, 1), make(y, 6, 30), Precision::range)
                                      : phrase(i - 3, i + 1, make(y, 7, 1), make(y, 12, 31), Precision::range);
        if (!is(i - 2, "quarter")) return std::nullopt;
        constexpr std::array<std::string_view, 4> quarters = {"first", "second", "third", "fourth"};
        for (unsigned q = 0; q < 4; ++q)
            if (is(i - 3, quarters[q]))
                return phrase(i - 3, i + 1, make(y, 3 * q + 1, 1), month_end(y, 3 * q + 3), Precision::range);
        return std::nullopt;
    }

    /// "Christmas Day 2016", "New Year's Eve".
    Found holiday(std::uint32_t i) const {
        unsigned m = 12, d = 0;
        auto end = i;
        if (is(i, "christmas") && is_any(i + 1, {"day", "eve"})) {
            d = is(i + 1, "day") ? 25 : 24;
            end = i + 2;
        } else if (is(i, "new") && is(i + 1, "year") && is_any(i + 3, {"eve", "day"})) {
            m = is(i + 3, "eve") ? 12 : 1;
            d = is(i + 3, "eve") ? 31 : 1;
            end = i + 4;
        } else {
            return std::nullopt;
        }
        auto y = year_at(end);
        if (y)
            ++end;
        else
            y = year_of(m, d);
        return y ? day(i, end, make(*y, m, d)) : std::nullopt;
    }

    const Words& words_;
    std::optional<Date> today_;
    bool future_;
};

}  // namespace

std::string DatePhrase::edtf() const {
    switch (precision) {
        case Precision::day:
            return from;
        case Precision::month:
            return from.substr(0, 7);
        case Precision::year:
            return from.substr(0, 4);
        case Precision::range:
            break;
    }
    return from + "/" + to;
}

std::vector<DatePhrase> find_dates(const Words& words, std::string_view published, bool future) {
    return DateFinder(words, published, future).run();
}

}  // namespace chancery
