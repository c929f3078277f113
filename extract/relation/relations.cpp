#include "extract/relation/relations.hpp"

#include "extract/relation/state_status.hpp"

#include <algorithm>
#include <tuple>

namespace chancery {

namespace {

/// The words of every sentence and its mentions that have an entity.
std::vector<SentenceView> sentence_views(const RelationInput& input) {
    std::vector<SentenceView> views;
    views.reserve(input.sentences.size());
    for (std::uint32_t s = 0; s < input.sentences.size(); ++s) {
        const auto& sentence = input.reading.sentences[s];
        const std::span<const Syntax> all = input.reading.syntax;
        views.push_back({input.lexicon,
                         input.sentences[s],
                         {},
                         s,
                         all.empty() ? all : all.subspan(sentence.first, sentence.last - sentence.first)});
    }
    for (const auto& mention : input.mentions)
        if (mention.entity != no_entity)
            (mention.owner ? views[mention.sentence].owners : views[mention.sentence].mentions).push_back(&mention);
    return views;
}

}  // namespace

bool Assertions::add(std::uint32_t subject, std::string_view relation, std::uint32_t object, const Evidence& evidence) {
    if (subject == no_entity || object == no_entity || subject == object) return false;
    const auto index = input_.catalog.find(relation);
    if (!index) return false;
    const auto& row = input_.catalog.at(*index);
    if (!row.takes_subject(input_.entities[subject].type) || !row.takes_object(input_.entities[object].type))
        return false;
    Assertion assertion;
    assertion.subject = subject;
    assertion.object = object;
    assertion.relation = *index;
    assertion.status = evidence.status;
    assertion.former = evidence.former;
    assertion.confidence = input_.confidence.of(row.kind, evidence.construction, evidence.confidence);
    assertion.sentence = input_.reading.sentences[evidence.sentence].where;
    assertion.sentence_text = std::string(words(input_.article.text, assertion.sentence));
    assertion.subject_mark = evidence.subject;
    assertion.trigger_mark = evidence.trigger;
    assertion.object_mark = evidence.object;
    assertion.rule = relation;
    assertion.construction = evidence.construction;
    assertion.date = evidence.date;
    assertion.place = evidence.place;
    assertion.speaker = evidence.speaker;
    assertion.speaker_text = evidence.speaker_text;
    all_.push_back(std::move(assertion));
    return true;
}

std::uint32_t Assertions::office_of(std::uint32_t person, std::uint32_t sentence) const {
    const auto where = input_.reading.sentences[sentence].where;
    auto found = no_entity;
    for (const auto& a : all_) {
        const auto& relation = input_.catalog.at(a.relation);
        const bool office = relation.kind == "role" && relation.id != "member_of" && relation.id != "adviser_to";
        if (a.subject != person || !office ||
            !(input_.entities[a.object].type == EntityType::country ||
              input_.entities[a.object].type == EntityType::institution))
            continue;
        if (a.sentence == where) return a.object;
        if (found == no_entity) found = a.object;
    }
    return found;
}

bool Assertions::country_only_guessed(std::uint32_t person) const {
    bool guessed = false;
    for (const auto& a : all_) {
        if (a.subject != person || input_.catalog.at(a.relation).kind != "role") continue;
        if (a.construction != "title-country-elsewhere") return false;
        guessed = true;
    }
    return guessed;
}

std::vector<Assertion> Assertions::take() {
    const auto key = [](const Assertion& a) {
        return std::tie(a.sentence, a.relation, a.subject, a.object, a.status, a.trigger_mark, a.construction);
    };
    std::sort(all_.begin(), all_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    const auto same = [](const Assertion& a, const Assertion& b) {
        return std::tie(a.sentence, a.relation, a.subject, a.object) ==
               std::tie(b.sentence, b.relation, b.subject, b.object);
    };
    all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
    return std::move(all_);
}

std::vector<Assertion> find_relations(const RelationInput& input) {
    Assertions assertions(input);
    find_roles(input, assertions);
    auto sentences = sentence_views(input);
    find_states(input, sentences, assertions);
    find_events(input, sentences, assertions);
    auto all = assertions.take();
    doubt_states(input, sentences, all);
    return all;
}

}  // namespace chancery
