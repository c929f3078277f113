#pragma once
#include <cstdint>

#include "extract/mention/scan.hpp"

namespace chancery {

/// What stands around one title.
struct OfficePhrase {
    std::uint32_t first = 0, last = 0;  ///< the noun phrase without the holder's name
    std::uint32_t body = no_mention, to = no_mention;
    std::uint32_t to_as_well = no_mention;  ///< "ambassador to X and Y"
    bool former = false, deputy = false;    ///< said before the body: "former Norwegian ambassador"
    bool field = false;                     ///< a field of its work stands between: "director of research at X"
    std::uint32_t second = no_mention;      ///< "ministers of X and Y": the mention of Y
};

/// Body and determiner before the title: "the Russian Foreign Ministry's former", "his", "an Egypt".
void look_left(const Scan& scan, const Title& title, OfficePhrase& phrase);

/// Body after the title: "for the ministry", "of Norway to Georgia", "at Bremen University".
void look_right(const Scan& scan, const Title& title, OfficePhrase& phrase);

/// "of law and political science", "of the Gulf program" at `at` and the preposition of the body behind it: the word of
/// that preposition; `at` when no field is named. Whoever only `works` there may do so on a name: "on Boko Haram".
[[nodiscard]] std::uint32_t past_field(const Scan& scan, std::uint32_t at, bool works);

/// "President Ana Rojas of Chile", "Senator A of the U.S. Senate": the country or body behind the name.
[[nodiscard]] std::uint32_t body_behind(const Scan& scan, const Title& title, std::uint32_t last);

/// "NAME, who represents X", "NAME, representing X": whom the lawyer whose name ends at `last` speaks for.
[[nodiscard]] std::uint32_t client_behind(const Scan& scan, std::uint32_t last);

/// "its editor", "the outlet's head", "company founder": said of the body named before. Without `pronouns` only "the
/// outlet's head".
[[nodiscard]] bool owner_before(const Scan& scan, const TitleHit& hit, const OfficePhrase& phrase, bool pronouns);

/// "Republican Sen. X", "Rep. X (D-Ohio)", "Rep. X, a Democrat from Ohio,": party and state tell a legislator of the
/// United States. The title has the words [first, title), the name ends at `last`.
[[nodiscard]] bool american_party(const Scan& scan, std::uint32_t first, std::uint32_t title, std::uint32_t last);

/// One past the seat behind a legislator's name that ends at `last`: "A of Ohio", "A (R-Ohio)"; `last` without one.
[[nodiscard]] std::uint32_t past_seat(const Scan& scan, std::uint32_t last);

/// "its president", "president of the guild": an owner is named, but it is no mention.
[[nodiscard]] bool owner_unknown(const Scan& scan, const TitleHit& hit, const OfficePhrase& phrase);

/// "The army ousted President X": the word is a verb with a subject of its own, and says nothing of X's rank.
[[nodiscard]] bool verb_of_clause(const Scan& scan, std::uint32_t i);

}  // namespace chancery
