// Is it said as a fact? Without a tree, the words of the clause before a trigger tell: a negator makes it denied, a
// modal or a verb of wanting planned, "allegedly" or a charge ("accused of") alleged. The nearest of these wins over
// those further away, and a denial over a claim.
#include "extract/relation/stance.hpp"

#include <algorithm>
#include <array>

#include "record/table.hpp"

namespace chancery {

namespace {

/// Adds every row of a table of words and their classes; `key` is how a word is looked up.
template <typename Class, std::size_t n>
void read_classes(const std::filesystem::path& file, std::string_view class_column,
                  const std::array<std::string_view, n>& classes, std::string (*key)(std::string_view),
                  WordMap<Class>& into) {
    const std::array<std::string_view, 2> columns = {"word", class_column};
    const auto table = Table::read(file, columns);
    for (const auto& row : table.rows()) {
        const auto found = std::find(classes.begin(), classes.end(), row.cells[1]);
        if (found == classes.end())
            table.fail(row, "the " + std::string(class_column) + " '" + std::string(row.cells[1]) + "' is not known");
        into.emplace(key(row.cells[0]), static_cast<Class>(found - classes.begin()));
    }
}

std::string phrase_of(std::string_view entry) {
    std::string phrase;
    for (const auto& word : entry_words(entry)) phrase += (phrase.empty() ? "" : " ") + word;
    return phrase;
}

}  // namespace

DeedKind deed_kind(std::string_view cameo) {
    const auto root = cameo.substr(0, 2), code = cameo.substr(0, 3);
    if (root.size() < 2) return DeedKind::other;
    if (root >= "17" && root <= "20") return DeedKind::grave;
    const bool spoken = root == "10" || code == "111" || code == "112" || (root >= "12" && root <= "14");
    return spoken ? DeedKind::spoken : DeedKind::other;
}

Stance Stance::read(const std::filesystem::path& lexicon) {
    static constexpr std::array<std::string_view, 15> kinds = {
        "alleged",  "denied", "negation", "planned", "reporting", "claiming", "factual", "crediting",
        "foreseen", "aside",  "nowise",   "telling", "unsettled", "untruly",  "voting"};
    static constexpr std::array<std::string_view, 16> governors = {
        "denying", "claiming",  "planning",  "refusing", "reporting", "evidence", "factual", "preventing",
        "untrue",  "appealing", "wondering", "opposing", "deciding",  "citing",   "ranking", "dropping"};
    static constexpr std::array<std::string_view, 3> sources = {"official", "ordinary", "paper"};
    Stance stance;
    read_classes(lexicon / "status_words.tsv", "kind", kinds, phrase_of, stance.words_);
    for (const auto& [phrase, kind] : stance.words_)
        if (const auto blank = phrase.find(' '); blank != std::string::npos)
            stance.openers_.insert(phrase.substr(0, blank));
    read_classes(lexicon / "governors.tsv", "class", governors, fold, stance.governors_);
    read_classes(lexicon / "sources.tsv", "class", sources, fold, stance.sources_);
    static constexpr std::array<std::string_view, 5> forms = {"lemma", "past", "participle", "ing", "third"};
    const auto irregular = Table::read(lexicon / "verb_forms.tsv", forms);
    for (const auto& row : irregular.rows())
        for (const std::size_t column : {1U, 2U})
            if (row.cells[column] != row.cells[0]) stance.irregular_pasts_.insert(fold(row.cells[column]));
    return stance;
}

const Stance::Kind* Stance::at(const SentenceView& s, std::uint32_t i, std::uint32_t& length) const {
    if (i >= s.size()) return nullptr;
    const Kind* best = nullptr;
    if (const auto single = words_.find(s.words[i].lower); single != words_.end()) {
        best = &single->second;
        length = 1;
    }
    if (!openers_.contains(s.words[i].lower)) return best;
    std::string phrase(s.words[i].lower);
    for (std::uint32_t n = 1; n < 4 && i + n < s.size(); ++n) {
        phrase.append(" ").append(s.words[i + n].lower);
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
    const auto reaction = s.lexicon.reactions.find(s.words[charge.preposition - 1].lower);
    if (reaction != s.lexicon.reactions.end() && s.ending(charge.preposition) == nullptr)
        return reaction->second ? Status::alleged : Status::asserted;
    if (const auto* whom = s.ending(charge.preposition); whom != nullptr) {  // "condemned X for attacking"
        auto verb = whom->phrase;
        verb = s.before_determiners(verb);
        const auto answer = verb == 0 ? s.lexicon.reactions.end() : s.lexicon.reactions.find(s.words[verb - 1].lower);
        if (answer != s.lexicon.reactions.end() && s.is(charge.preposition, "for"))
            return answer->second ? Status::alleged : Status::asserted;
    }
    for (auto i = clause_start(s, charge.preposition); i < charge.preposition; ++i) {
        std::uint32_t length = 0;
        const auto* kind = at(s, i, length);
        if (kind != nullptr && *kind == Kind::crediting) return Status::asserted;
    }
    return Status::alleged;
}

bool Stance::past_form(std::string_view word) const {
    return word.ends_with("ed") || irregular_pasts_.contains(word);
}

const Stance::Kind* Stance::ending_at(const SentenceView& s, std::uint32_t end) const {
    const Kind* longest = nullptr;
    std::string phrase;
    for (std::uint32_t n = 1; n <= 4 && n <= end; ++n) {
        phrase.insert(0, std::string(s.words[end - n].lower) + (n > 1 ? " " : ""));
        if (n < 2) continue;
        const auto it = words_.find(phrase);
        if (it != words_.end()) longest = &it->second;
    }
    return longest;
}

std::optional<Stance::Source> Stance::source(std::string_view word) const {
    const auto it = sources_.find(word);
    return it == sources_.end() ? std::nullopt : std::optional(it->second);
}

std::optional<Stance::Governor> Stance::governor(std::string_view word) const {
    const auto it = governors_.find(word);
    return it == governors_.end() ? std::nullopt : std::optional(it->second);
}

namespace {

/// "Should Norway attack Oman, ...": the verb of a condition told by the order of words.
bool inverted(const SentenceView& s, std::uint32_t i) {
    const auto* doer = s.ending(i);
    if (doer == nullptr || doer->kind == MentionKind::adjective || doer->phrase == 0) return false;
    auto helper = doer->phrase - 1;
    while (helper > 0 && s.word_class(helper) == WordClass::determiner) --helper;
    const bool opens = helper == 0 || s.words[helper - 1].word_class == WordClass::punctuation;
    return opens && s.is(helper, "should") && i + 1 < s.size() && s.starting(i + 1) != nullptr;
}

}  // namespace

bool Stance::as_infinitive(const SentenceView& s, std::uint32_t i) const {
    if (i < 2 || s.words[i].capital) return false;
    if (s.is(i - 1, "than") && s.is(i - 2, "rather") && s.starting(i + 1) != nullptr) return true;
    if (inverted(s, i)) return true;
    if (s.is(i - 1, "have")) return ending_at(s, i) != nullptr;  // "is believed to have kidnapped"
    if (!s.is(i - 1, "to")) return false;
    const auto* behind = s.words[i].tag == WordClass::noun ? s.starting(i + 1) : nullptr;
    const bool acts_on = behind != nullptr && behind->kind == MentionKind::name && behind->phrase > i;
    if (acts_on && !s.is_any(i - 2, {"according", "due", "thanks"})) return true;  // "the decision to veto Omar R."
    const auto kind = governor(s.words[i - 2].lower);
    return kind == Governor::planning || kind == Governor::refusing;
}

bool Stance::others_deed(const SentenceView& s, std::uint32_t i) const {
    if (i == 0 || !s.words[i].lower.ends_with("ing")) return false;
    if (const auto charge = charge_of(s, i); charge && charge->doer != nullptr) return false;  // "was criticised for"
    if (governor(s.words[i - 1].lower) == Governor::opposing) return true;
    const bool told = s.says(i - 1) && governor(s.words[i - 1].lower) != Governor::denying;
    if (told) return true;  // "said criticising X is no crime"
    if (i >= s.syntax.size() || s.syntax[i].head == no_head) return false;
    const auto head = s.syntax[i].head;
    const auto relation = s.syntax[i].relation;
    const bool lent = relation == Dependency::adverb_clause || relation == Dependency::open_complement ||
                      relation == Dependency::clause_complement;
    return lent && head < i && i <= head + 3 && !s.is(i - 1, "from") &&
           governor(s.words[head].lower) == Governor::opposing;
}

std::optional<Charge> Stance::charge(const SentenceView& s, std::uint32_t trigger) const {
    auto charge = charge_of(s, trigger);
    const bool own = charge && charge->doer == nullptr && charge->preposition > 0 &&
                     governor(s.words[charge->preposition - 1].lower) == Governor::planning;
    return own ? std::nullopt : charge;
}

Status Stance::of(const SentenceView& s, std::uint32_t trigger, std::uint32_t trigger_end, DeedKind kind) const {
    if (const auto charged = charge(s, trigger)) return of_charge(s, *charged);
    if (trigger >= s.syntax.size()) return by_order(s, trigger, trigger_end);
    const auto predicate = s.syntax[trigger].head;
    if (form_of_be(s.words[trigger]) && predicate != no_head && predicate > trigger &&
        s.words[predicate].tag != WordClass::verb)
        trigger = predicate;  // "is not an ally of X": what is said with "is" hangs on the noun
    const auto status = status_in_tree(*this, s, trigger, kind);
    const auto& word = s.syntax[trigger];  // a verb that the tree takes for an adjective has no clause there
    const bool lost = (word.word_class == WordClass::verb && word.relation == Dependency::other) ||
                      word.word_class == WordClass::adjective;
    return lost && status == Status::asserted ? by_order(s, trigger, trigger_end) : status;
}

Status Stance::of_doer(const SentenceView& s, std::uint32_t noun) const {
    if (noun >= s.syntax.size() || s.child(noun, Dependency::subject)) return of(s, noun, noun + 1, DeedKind::other);
    for (auto i = noun; i > 0 && i + 3 > noun; --i) {
        std::uint32_t length = 0;
        const auto* kind = at(s, i - 1, length);
        if (s.is(i - 1, "no")) return Status::denied;
        if (kind != nullptr && length == 1 && *kind == Kind::alleged) return Status::alleged;
        if (kind != nullptr && length == 1 && *kind == Kind::foreseen) return Status::planned;
    }
    return Status::asserted;
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
        const auto governs = governor(s.words[verb].lower);
        if ((kind != nullptr && *kind == Kind::denied) || governs == Governor::denying) return Status::denied;
        if ((kind != nullptr && *kind == Kind::claiming) || governs == Governor::claiming) status = Status::alleged;
    }
    for (auto i = start; i < std::min(trigger_end + 2, s.size()); ++i) {
        if (i >= trigger && i < trigger_end) continue;
        std::uint32_t length = 1;
        const auto* kind = at(s, i, length);
        if (kind == nullptr) continue;
        const bool behind = i >= trigger_end;
        if (*kind == Kind::alleged) status = Status::alleged;
        if (behind) continue;
        const bool joined =
            std::any_of(s.words.all().begin() + i, s.words.all().begin() + trigger, [](const Word& word) {
                return word.is_any({"and", "but", ","});
            });
        if (*kind == Kind::denied && i + 6 > trigger && !joined) return Status::denied;
        if (*kind == Kind::negation && i + 4 > trigger) return Status::denied;
        if (*kind == Kind::planned && i + length + 4 > trigger && status != Status::alleged) status = Status::planned;
        i += length - 1;
    }
    return status;
}

}  // namespace chancery
