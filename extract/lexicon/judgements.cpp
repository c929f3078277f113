#include "extract/lexicon/judgements.hpp"

#include <algorithm>
#include <array>

#include "extract/lexicon/open_table.hpp"

namespace chancery {

namespace {

void read_evaluations(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table = open(folder, "evaluations.tsv", std::array<std::string_view, 3>{"word", "class", "sense"});
    static constexpr std::array<WordClass, 3> classes = {WordClass::adjective, WordClass::noun, WordClass::verb};
    for (const auto& row : table.rows()) {
        const auto word_class =
            choice(table, row, row.cells[1], std::array<std::string_view, 3>{"adjective", "noun", "verb"});
        const auto sense =
            choice(table, row, row.cells[2], std::array<std::string_view, 4>{"bad", "wrong", "good", "untrue"});
        lexicon.evaluations[fold(row.cells[0])][classes[word_class]] = static_cast<Sense>(sense);
    }
}

void read_evaluation_phrases(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table =
        open(folder, "evaluation_phrases.tsv", std::array<std::string_view, 4>{"verb", "words", "negated", "sense"});
    for (const auto& row : table.rows()) {
        EvaluationPhrase phrase;
        for (auto rest = row.cells[1]; !rest.empty();) {
            const auto end = std::min(rest.find(' '), rest.size());
            auto& choices = phrase.words.emplace_back();
            for (auto word = rest.substr(0, end); !word.empty();) {
                const auto slash = std::min(word.find('/'), word.size());
                choices.push_back(fold(word.substr(0, slash)));
                word.remove_prefix(std::min(slash + 1, word.size()));
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        phrase.negated = choice(table, row, row.cells[2], std::array<std::string_view, 2>{"no", "yes"}) == 1;
        phrase.sense = static_cast<Sense>(choice(
            table, row, row.cells[3], std::array<std::string_view, 5>{"bad", "wrong", "good", "untrue", "threat"}));
        for (const auto form : list_of(row.cells[0])) lexicon.evaluation_phrases[fold(form)].push_back(phrase);
    }
}

void read_charges(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table =
        open(folder, "charges.tsv", std::array<std::string_view, 4>{"word", "prepositions", "deed", "gerund"});
    for (const auto& row : table.rows()) {
        ChargeWord word;
        for (const auto preposition : list_of(row.cells[1])) {
            word.direct |= preposition == "direct";
            if (preposition != "direct") word.prepositions.emplace_back(preposition);
        }
        if (!value_of(row.cells[2]).empty())
            word.deed = static_cast<ChargeWord::Deed>(
                1 + choice(table, row, row.cells[2], std::array<std::string_view, 3>{"claim", "fact", "denial"}));
        word.own_gerund = !value_of(row.cells[3]).empty();
        if (word.own_gerund) choice(table, row, row.cells[3], std::array<std::string_view, 1>{"own"});
        lexicon.charges.emplace(fold(row.cells[0]), std::move(word));
    }
}

}  // namespace

void read_judgements(Lexicon& lexicon, const std::filesystem::path& folder) {
    read_evaluations(lexicon, folder);
    read_evaluation_phrases(lexicon, folder);
    read_charges(lexicon, folder);
}

}  // namespace chancery
