#include "extract/tag/syntax.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace chancery {

namespace {

WordClass class_of(std::string_view upos) {
    constexpr std::array<std::pair<std::string_view, WordClass>, 14> names = {{{"NOUN", WordClass::noun},
                                                                               {"PROPN", WordClass::proper},
                                                                               {"VERB", WordClass::verb},
                                                                               {"AUX", WordClass::auxiliary},
                                                                               {"ADJ", WordClass::adjective},
                                                                               {"ADV", WordClass::adverb},
                                                                               {"PRON", WordClass::pronoun},
                                                                               {"DET", WordClass::determiner},
                                                                               {"ADP", WordClass::preposition},
                                                                               {"PART", WordClass::particle},
                                                                               {"CCONJ", WordClass::conjunction},
                                                                               {"SCONJ", WordClass::subordinator},
                                                                               {"NUM", WordClass::numeral},
                                                                               {"PUNCT", WordClass::punctuation}}};
    for (const auto& [name, word_class] : names)
        if (name == upos) return word_class;
    return WordClass::other;
}

Dependency relation_of(std::string_view label) {
    constexpr std::array<std::pair<std::string_view, Dependency>, 19> names = {
        {{"nsubj", Dependency::subject},
         {"nsubj:pass", Dependency::passive_subject},
         {"csubj", Dependency::clause_subject},
         {"obj", Dependency::object},
         {"iobj", Dependency::indirect_object},
         {"obl", Dependency::oblique},
         {"obl:agent", Dependency::agent},
         {"nmod", Dependency::noun_modifier},
         {"nmod:poss", Dependency::possessor},
         {"appos", Dependency::apposition},
         {"conj", Dependency::conjunct},
         {"acl:relcl", Dependency::relative_clause},
         {"acl", Dependency::noun_clause},
         {"advcl", Dependency::adverb_clause},
         {"ccomp", Dependency::clause_complement},
         {"xcomp", Dependency::open_complement},
         {"case", Dependency::preposition},
         {"aux:pass", Dependency::passive_auxiliary},
         {"root", Dependency::root}}};
    for (const auto& [name, relation] : names)
        if (name == label) return relation;
    return Dependency::other;
}

NameClass name_class(std::string_view label) {
    if (label == "PER") return NameClass::person;
    if (label == "LOC") return NameClass::place;
    if (label == "ORG") return NameClass::organisation;
    return NameClass::none;
}

}  // namespace

std::string_view universal_tag(std::string_view joint) {
    return joint.substr(0, joint.find('|'));
}

std::string_view penn_tag(std::string_view joint) {
    const auto bar = joint.find('|');
    return bar == std::string_view::npos ? std::string_view() : joint.substr(bar + 1);
}

SyntaxModel::SyntaxModel(Model model) : model_(std::move(model)) {
    for (const auto tag : model_.view().tags) classes_.push_back(class_of(universal_tag(tag)));
    for (const auto label : model_.view().relations) relations_.push_back(relation_of(label));
    for (const auto label : model_.view().names) names_.push_back(name_class(label));
}

SyntaxModel SyntaxModel::load(const std::filesystem::path& model) {
    return SyntaxModel(Model::load(model));
}

void SyntaxModel::analyse(std::string_view text, Reading& reading) const {
    ParserNetwork network(model_);
    std::vector<std::string_view> forms;
    std::vector<WordAnalysis> found;
    reading.syntax.assign(reading.tokens.size(), {});
    for (const auto& sentence : reading.sentences) {
        forms.clear();
        for (auto t = sentence.first; t < sentence.last; ++t) forms.push_back(words(text, reading.tokens[t].where));
        network.analyse(forms, found);
        std::uint32_t root = 0;
        for (std::uint32_t i = 0; i < found.size(); ++i)
            if (found[i].head == 0) root = i;
        for (std::uint32_t i = 0; i < forms.size(); ++i) {
            auto& syntax = reading.syntax[sentence.first + i];
            if (i >= found.size()) {
                syntax.head = root;
                continue;
            }
            syntax.word_class = classes_[found[i].tag];
            syntax.name = names_[found[i].name];
            syntax.tag = found[i].tag;
            syntax.relation = found[i].head == 0 ? Dependency::root : relations_[found[i].relation];
            syntax.label = found[i].relation;
            syntax.head = found[i].head == 0 ? no_head : found[i].head - 1;
            syntax.margin = found[i].margin;
        }
    }
}

}  // namespace chancery
