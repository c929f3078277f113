// Every entry of the rules in its plainest sentence: "Norway imposed sanctions on Oman on Monday.", "Norway's arrest of
// Omar Rashad was in the news." An entry that is not read there is written for nobody.
#include <algorithm>

#include "extract/pipeline.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

struct End {
    EntityType type;
    std::string doer, sufferer;
};

/// The first of the types that the mask takes has the ends' names.
std::string name_for(std::uint8_t types, bool doer) {
    static const std::vector<End> ends = {{EntityType::country, "Norway", "Oman"},
                                          {EntityType::person, "Anna Berg", "Omar Rashad"},
                                          {EntityType::institution, "The Norwegian parliament", "the Omani parliament"},
                                          {EntityType::group, "Norwegian soldiers", "Omani reporters"},
                                          {EntityType::place, "Bergen", "Salalah"}};
    const auto takes = [&](EntityType type) { return ((types >> static_cast<unsigned>(type)) & 1U) != 0; };
    if (!doer && takes(EntityType::person)) return "Omar Rashad";
    for (const auto& end : ends)
        if (takes(end.type)) return doer ? end.doer : end.sufferer;
    return {};
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += " " + word;
    return text;
}

std::string past_of(const VerbForms& forms, const std::string& lemma) {
    for (const auto& [form, kind] : forms.of(lemma))
        if (kind == VerbForm::past || kind == VerbForm::past_or_participle) return form;
    return lemma;
}

/// The sentence; empty for entries whose sentence is another matter: who suffers in a deed, resigns, or is spoken of
/// beside an envoy.
std::string plainest(const Rules& rules, const VerbForms& forms, const Trigger& trigger) {
    const auto& rule = rules.rule(trigger);
    const bool other = rule.before_envoy || rule.blames_doer || rule.asks_captor || rule.mutual || trigger.between ||
                       trigger.doer || trigger.suffered || trigger.alone;
    auto doer = name_for(rule.subjects, true), sufferer = name_for(rule.objects, false);
    if (other || doer.empty() || sufferer.empty()) return {};
    if (trigger.reversed) std::swap(doer, sufferer);
    if (trigger.noun)
        return doer + "'s " + trigger.head + joined(trigger.before) + " " + sufferer + joined(trigger.after) +
               " was in the news on Monday.";
    return doer + " " + past_of(forms, trigger.head) + joined(trigger.before) + " " + sufferer + joined(trigger.after) +
           " on Monday.";
}

}  // namespace

TEST_CASE("nearly every entry of the rules is read in its plainest sentence") {
    const auto extractor = Extractor::load(CHANCERY_SOURCE_DIR "/models");
    const auto forms = VerbForms::read(CHANCERY_SOURCE_DIR "/models/lexicon/verb_forms.tsv");
    const auto& rules = extractor.rules();
    std::size_t tried = 0;
    std::vector<std::string> unread;
    for (const auto& trigger : rules.triggers()) {
        const auto sentence = plainest(rules, forms, trigger);
        if (sentence.empty()) continue;
        ++tried;
        const auto facts = extractor.extract("News of the day\n\n" + sentence + "\n", {.id = "entry"});
        const bool read = std::any_of(facts.assertions.begin(), facts.assertions.end(),
                                      [&](const Assertion& a) { return a.relation == trigger.relation; });
        if (!read) unread.push_back(rules.rule(trigger).id + " \"" + entry_text(trigger) + "\": " + sentence);
    }
    CAPTURE(unread);
    CHECK(tried > 6000);
    CHECK(unread.size() * 100 < tried);  // one in a hundred: idioms of no plain sentence
}

}  // namespace chancery
