#include "tests/catch.hpp"

#include <array>

#include "extract/train/names.hpp"

using namespace chancery;

namespace {

ConlluSentence sentence_of(const std::vector<std::array<std::string, 3>>& rows) {
    ConlluSentence sentence;
    for (const auto& [form, upos, misc] : rows) {
        ConlluWord word;
        word.form = form;
        word.upos = upos;
        word.misc = misc;
        sentence.words.push_back(word);
    }
    return sentence;
}

using Classes = std::vector<std::uint16_t>;

}  // namespace

TEST_CASE("names are read from GUM's entities: the proper nouns of those whose head is one") {
    const auto sentence = sentence_of({{"The", "DET", "Entity=(1-person-new-nnnnn-cf1-2-sgl"},
                                       {"mayor", "NOUN", ""},
                                       {"of", "ADP", ""},
                                       {"Port", "PROPN", "Entity=(2-place-new-nnnnn-cf2-1,2-sgl-Port_Ada"},
                                       {"Ada", "PROPN", "Entity=2)1)"},
                                       {"met", "VERB", ""},
                                       {"Ana", "PROPN", "Entity=(3-person-new-nnnnn-cf1-1,2-sgl"},
                                       {"Roe", "PROPN", "Entity=3)"},
                                       {"of", "ADP", ""},
                                       {"the", "DET", "Entity=(4-organization-new-nnnnn-cf1-2,4-sgl"},
                                       {"University", "PROPN", ""},
                                       {"of", "ADP", ""},
                                       {"Ada", "PROPN", "Entity=(5-place-new-nnnnn-cf1-1-sgl)4)"},
                                       {".", "PUNCT", ""}});
    CHECK(names_of_words(sentence) == Classes{0, 0, 0, 2, 2, 0, 1, 1, 0, 0, 3, 3, 3, 0});
}

TEST_CASE("a sentence without annotation has unknown names") {
    CHECK(names_of_words(sentence_of({{"Ana", "PROPN", ""}})) == Classes{unknown_name});
}

TEST_CASE("a broken Entity field is no crash") {
    for (const std::string misc : {"Entity=", "Entity=(", "Entity=)", "Entity=((", "Entity=(1-person", "Entity=9)9)(",
                                   "Entity=(1-person-new-x-cf1-99-sgl)"})
        CHECK(names_of_words(sentence_of({{"Ana", "PROPN", misc}, {"Roe", "PROPN", "Entity=1)"}})).size() == 2);
}

TEST_CASE("IOB2 names go to the sentences of the same words") {
    std::vector<ConlluSentence> sentences{sentence_of({{"Ana", "PROPN", ""}, {"left", "VERB", "SpaceAfter=No"}}),
                                          sentence_of({{"Nobody", "PRON", ""}})};
    CHECK(add_names("# text = Ana left\n1\tAna\tB-PER\t-\t-\n2\tleft\tO\t-\t-\n\n1\tOthers\tO\t-\t-\n", sentences) ==
          1);
    CHECK(names_of_words(sentences[0]) == Classes{1, 0});
    CHECK(sentences[0].words[1].misc == "SpaceAfter=No|Name=O");
    CHECK(names_of_words(sentences[1]) == Classes{unknown_name});
}
