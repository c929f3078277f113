// Entries of the rules in the constructions of news: asides, clauses in front, verbs joined, names nearby that have
// nothing to do with it. The doer must be found, and nobody else may be given for it.
#include <algorithm>
#include <array>

#include "extract/pipeline.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

/// $S doer, $P past, $D participle, $B base form, $G gerund, $R the entry's words and the one it is done to.
constexpr std::array<std::string_view, 27> constructions = {
    "$S on Monday $P $R.",
    "$S has $D $R, the Herald reported.",
    "$S said on Monday that it had $D $R.",
    "Officials said $S had $D $R.",
    "$S, which last week $P $R, was quiet on Monday.",
    "$S closed the border and $P $R.",
    "$S closed the border on Monday, $G $R.",
    "$S, a member of the league since 1994, $P $R.",
    "$S, a former ally of Sweden and a founding member of the league, $P $R.",
    "$S, after months of pressure from Sweden, $P $R.",
    "$S, Sweden's largest neighbour, $P $R.",
    "$S, unlike Sweden, $P $R.",
    "$S, not Sweden, $P $R.",
    "Sweden's neighbour $S $P $R.",
    "Despite pressure from Sweden, $S $P $R.",
    "At a summit in Sweden, $S $P $R.",
    "In a move that angered Sweden, $S $P $R.",
    "Sweden stayed quiet, but $S $P $R.",
    "Sweden closed its border and $S $P $R.",
    "Sweden waited, as $S $P $R.",
    "The border was closed on Monday after $S $P $R.",
    "Months after $S $P $R, the talks began.",
    "After $G $R, $S closed the border.",
    "Having $D $R, $S closed the border.",
    "When $S $P $R, the crowd cheered.",
    "$S is set to $B $R.",
    "$S has threatened to $B $R."};

class Sentences {
  public:
    Sentences() : forms_(VerbForms::read(CHANCERY_SOURCE_DIR "/models/lexicon/verb_forms.tsv")) {}

    [[nodiscard]] std::string make(std::string_view pattern, const Trigger& trigger, std::string_view sufferer) const {
        std::string text;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (pattern[i] != '$') {
                text += pattern[i];
                continue;
            }
            ++i;
            text += pattern[i] == 'S'   ? "Norway"
                    : pattern[i] == 'P' ? form(trigger.head, VerbForm::past)
                    : pattern[i] == 'D' ? form(trigger.head, VerbForm::participle)
                    : pattern[i] == 'G' ? form(trigger.head, VerbForm::ing)
                    : pattern[i] == 'B' ? trigger.head
                                        : rest(trigger, sufferer);
        }
        return text;
    }

  private:
    [[nodiscard]] std::string form(const std::string& lemma, VerbForm wanted) const {
        for (const auto& [form, kind] : forms_.of(lemma))
            if (kind == wanted || (kind == VerbForm::past_or_participle && wanted != VerbForm::ing)) return form;
        return lemma;
    }

    static std::string rest(const Trigger& trigger, std::string_view sufferer) {
        std::string text;
        for (const auto& word : trigger.before) text += word + " ";
        text += sufferer;
        for (const auto& word : trigger.after) text += " " + word;
        return text;
    }

    VerbForms forms_;
};

/// Entries of verbs that a state does to a person; every tenth, which is enough for what the tree gets wrong.
std::vector<const Trigger*> some_entries(const Rules& rules) {
    std::vector<const Trigger*> fit, some;
    const auto takes = [](std::uint8_t types, EntityType type) {
        return ((types >> static_cast<unsigned>(type)) & 1U) != 0;
    };
    for (const auto& trigger : rules.triggers()) {
        const auto& rule = rules.rule(trigger);
        const bool other = rule.before_envoy || rule.blames_doer || rule.asks_captor || rule.mutual || trigger.noun ||
                           trigger.reversed || trigger.suffered || trigger.alone || trigger.head == "be";
        if (!other && takes(rule.subjects, EntityType::country) && takes(rule.objects, EntityType::person))
            fit.push_back(&trigger);
    }
    for (std::size_t i = 0; i < fit.size(); i += 10) some.push_back(fit[i]);
    return some;
}

bool between(const ArticleFacts& facts, const Assertion& a, std::string_view one, std::string_view other) {
    const auto& s = facts.entities[a.subject].label;
    const auto& o = facts.entities[a.object].label;
    return (s == one && o == other) || (s == other && o == one);
}

}  // namespace

TEST_CASE("entries are read in the constructions of news, and of nobody else than their doer") {
    const auto extractor = Extractor::load(CHANCERY_SOURCE_DIR "/models");
    const Sentences sentences;
    const auto entries = some_entries(extractor.rules());
    REQUIRE(entries.size() > 250);
    for (const auto pattern : constructions) {
        std::vector<std::string> unread, wrong;
        for (const auto* entry : entries) {
            const auto sentence = sentences.make(pattern, *entry, "Omar Rashad");
            const auto facts = extractor.extract("News of the day\n\n" + sentence + "\n", {.id = "construction"});
            const auto any = [&](const auto& test) {
                return std::any_of(facts.assertions.begin(), facts.assertions.end(), test);
            };
            if (!any([&](const Assertion& a) {
                    return a.relation == entry->relation && between(facts, a, "Norway", "Omar Rashad");
                }))
                unread.push_back(sentence);
            if (any([&](const Assertion& a) { return between(facts, a, "Sweden", "Omar Rashad"); }))
                wrong.push_back(sentence);
        }
        CAPTURE(pattern, unread, wrong);
        CHECK(unread.size() * 10 < entries.size());
        CHECK(wrong.size() * 20 < entries.size());
    }
}

}  // namespace chancery
