#pragma once
#include <optional>

#include "extract/mention/office_phrase.hpp"

namespace chancery {

struct Holder {
    std::uint32_t mention = no_mention;
    const char* construction = "";
    bool former = false;
};

/// The mention that ends before word `last`, that begins at `first`; no_mention when there is none.
[[nodiscard]] std::uint32_t mention_ending(const Scan& scan, std::uint32_t last);
[[nodiscard]] std::uint32_t mention_starting(const Scan& scan, std::uint32_t first);
/// `m` is the name of a person.
[[nodiscard]] bool person_name(const Scan& scan, std::uint32_t m);

/// A name, or "he" or "she" where the phrase tells whose office it is.
[[nodiscard]] bool speaks_of_person(const Scan& scan, std::uint32_t m, const OfficePhrase& phrase);

/// "X replaced NAME as", "X, who took over from NAME as": X, by where NAME begins; no_mention when nobody succeeds.
[[nodiscard]] std::uint32_t successor(const Scan& scan, std::uint32_t predecessor);

/// "President NAME", "the ministry's spokeswoman, NAME,".
[[nodiscard]] std::optional<Holder> holder_after(const Scan& scan, const TitleHit& hit, const OfficePhrase& phrase);
/// "NAME, 43, the president", "NAME is the president", "NAME (president)".
[[nodiscard]] std::optional<Holder> holder_before(const Scan& scan, const OfficePhrase& phrase);
/// "NAME was appointed president", "named NAME president", "the resignation of NAME as president".
[[nodiscard]] std::optional<Holder> holder_of_verb(const Scan& scan, const OfficePhrase& phrase);

/// The person whose name the parser joins with the title: "The deputy governor of the bank, NAME, ...".
[[nodiscard]] std::optional<Holder> holder_in_tree(const Scan& scan, const TitleHit& hit);

}  // namespace chancery
