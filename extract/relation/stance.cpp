// Is it said as a fact? Without a tree, the words of the clause before a trigger tell: a negator makes it denied, a
// modal or a verb of wanting planned, "allegedly" or a charge ("accused of") alleged. The nearest of these wins over
// those further away, and a denial over a claim.
#include "extract/relation/stance.hpp"

#include <algorithm>
#include <array>

#include "record/table.hpp"

namespace chancery {

Stance Stance::read(const std::filesystem::path& lexicon) {
    static constexpr std::array<std::string_view, 2> columns = {"word", "kind"};
    static constexpr std::array<std::string_view, 8> kinds = {"alleged",   "denied",   "negation", "planned",
                                                              "reporting", "claiming", "factual",  "crediting"};
    const auto table = Table::read(lexicon / "status_words.tsv", columns);
    Stance stance;
    for (const auto& row : table.rows()) {
        const auto kind = std::find(kinds.begin(), kinds.end(), row.cells[1]);
        if (kind == kinds.end()) table.fail(row, "the kind '" + std::string(row.cells[1]) + "' is not known");
        std::string phrase;
        for (const auto& word : entry_words(row.cells[0])) phrase += (phrase.empty() ? "" : " ") + word;
        stance.words_.emplace(phrase, static_cast<Kind>(kind - kinds.begin()));
    }
    static constexpr std::array<std::string_view, 2> governor_columns = {"word", "class"};
    static constexpr std::array<std::string_view, 6> classes = {"denying",  "claiming",  "planning",
                                                                "refusing", "reporting", "evidence"};
    const auto governors = Table::read(lexicon / "governors.tsv", governor_columns);
    for (const auto& row : governors.rows()) {
        const auto found = std::find(classes.begin(), classes.end(), row.cells[1]);
        if (found == classes.end()) governors.fail(row, "the class '" + std::string(row.cells[1]) + "' is not known");
        stance.governors_.emplace(fold(row.cells[0]), static_cast<Governor>(found - classes.begin()));
    }
    return stance;
}

const Stance::Kind* Stance::at(const SentenceView& s, std::uint32_t i, std::uint32_t& length) const {
    const Kind* best = nullptr;
    std::string phrase;
    for (std::uint32_t n = 0; n < 4 && i + n < s.size(); ++n) {
        if (n > 0) phrase.push_back(' ');
        phrase.append(s.words[i + n].lower);
        const auto it = words_.find(phrase);
        if (it == words_.end()) continue;
        best = &it->second;
        length = n + 1;
    }
    return best;
}

/// "urged Georgia to release": what somebody is to do has not happened, unless the verb before says so ("managed to").
bool Stance::infinitive(const SentenceView& s, std::uint32_t trigger) const {
    auto to = trigger;
    while (to > 0 && s.adverb(to - 1)) --to;
    if (to < 2 || !s.is(to - 1, "to")) return false;
    std::uint32_t length = 0;
    const auto* kind = at(s, to - 2, length);
    return kind == nullptr || *kind != Kind::factual;
}

/// What somebody is accused of or blamed for is a claim, what he is thanked for a fact, what he is kept from did not
/// happen.
Status Stance::of_charge(const SentenceView& s, const Charge& charge) const {
    if (s.is(charge.preposition, "from")) return Status::denied;
    for (auto i = clause_start(s, charge.preposition); i < charge.preposition; ++i) {
        std::uint32_t length = 0;
        const auto* kind = at(s, i, length);
        if (kind != nullptr && *kind == Kind::crediting) return Status::asserted;
    }
    return Status::alleged;
}

std::optional<Stance::Governor> Stance::governor(std::string_view word) const {
    const auto it = governors_.find(word);
    return it == governors_.end() ? std::nullopt : std::optional(it->second);
}

Status Stance::of(const SentenceView& s, std::uint32_t trigger, std::uint32_t trigger_end, bool grave) const {
    if (const auto charge = charge_of(s, trigger)) return of_charge(s, *charge);
    return trigger < s.syntax.size() ? status_in_tree(*this, s, trigger, grave) : by_order(s, trigger, trigger_end);
}

Status Stance::by_order(const SentenceView& s, std::uint32_t trigger, std::uint32_t trigger_end) const {
    auto status = infinitive(s, trigger) ? Status::planned : Status::asserted;
    auto start = clause_start(s, trigger);
    if (start > 0 && s.words[start - 1].is_any({"if", "unless", "whether"})) return Status::planned;
    if (start > 0) {  // "denied that", "claimed that": the verb that opens the clause
        std::uint32_t length = 0;
        auto verb = start - 1;
        if (s.is(verb, "that") && verb > 0) --verb;
        const auto* kind = at(s, verb, length);
        if (kind != nullptr && *kind == Kind::denied) return Status::denied;
        if (kind != nullptr && *kind == Kind::claiming) status = Status::alleged;
    }
    for (auto i = start; i < std::min(trigger_end + 2, s.size()); ++i) {
        if (i >= trigger && i < trigger_end) continue;
        std::uint32_t length = 1;
        const auto* kind = at(s, i, length);
        if (kind == nullptr) continue;
        const bool behind = i >= trigger_end;
        if (*kind == Kind::alleged) status = Status::alleged;
        if (behind) continue;
        if (*kind == Kind::denied && i + 6 > trigger) return Status::denied;
        if (*kind == Kind::negation && i + 4 > trigger) return Status::denied;
        if (*kind == Kind::planned && i + length + 4 > trigger && status != Status::alleged) status = Status::planned;
        i += length - 1;
    }
    return status;
}

}  // namespace chancery
