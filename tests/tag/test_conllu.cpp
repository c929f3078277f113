#include "tests/catch.hpp"

#include "extract/tag/conllu.hpp"
#include "extract/tag/lemma.hpp"
#include "record/error.hpp"

using namespace chancery;

TEST_CASE("CoNLL-U keeps comments, ranges and what stands in the last column") {
    const std::string text =
        "# sent_id = 1\n# text = It didn't.\n1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
        "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tdid\tdo\tVERB\tVBD\tMood=Ind\t0\troot\t_\t_\n"
        "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";
    const auto sentences = read_conllu(text, "t");
    REQUIRE(sentences.size() == 1);
    CHECK(sentences[0].words[1].features == "Mood=Ind");
    std::string out;
    write_conllu(sentences[0], out);
    CHECK(out == text);
}

TEST_CASE("errors of a CoNLL-U file name the line") {
    CHECK_THROWS_WITH(read_conllu("1\tonly\n", "f"), ContainsSubstring("f:1: a CoNLL-U line has 10 columns"));
    CHECK_THROWS_WITH(read_conllu("# c\n2\ta\ta\t_\t_\t_\t0\troot\t_\t_\n", "f"),
                      ContainsSubstring("f:2: word ids count"));
    CHECK_THROWS_WITH(read_conllu("1\ta\ta\t_\t_\t_\t7\troot\t_\t_\n\n", "f"),
                      ContainsSubstring("beyond its last word"));
    CHECK_THROWS_WITH(read_conllu("1\ta\ta\t_\t_\t_\tx\troot\t_\t_\n", "f"), ContainsSubstring("is no number"));
}

TEST_CASE("lemmas") {
    static const auto lemmas = Lemmas::read(CHANCERY_SOURCE_DIR "/models/lexicon");
    struct Row {
        const char *form, *upos, *xpos, *lemma;
    };
    for (const auto& row : std::vector<Row>{{"arrested", "VERB", "VBN", "arrest"},
                                            {"summoned", "VERB", "VBD", "summon"},
                                            {"accused", "VERB", "VBD", "accuse"},
                                            {"hoping", "VERB", "VBG", "hope"},
                                            {"stopped", "VERB", "VBD", "stop"},
                                            {"adding", "VERB", "VBG", "add"},
                                            {"denies", "VERB", "VBZ", "deny"},
                                            {"said", "VERB", "VBD", "say"},
                                            {"was", "AUX", "VBD", "be"},
                                            {"n't", "PART", "RB", "not"},
                                            {"ministries", "NOUN", "NNS", "ministry"},
                                            {"spokesmen", "NOUN", "NNS", "spokesman"},
                                            {"police", "NOUN", "NNS", "police"},
                                            {"him", "PRON", "PRP", "he"},
                                            {"Russian", "ADJ", "JJ", "Russian"},
                                            {"Foreign", "ADJ", "NNP", "Foreign"},
                                            {"Baku", "PROPN", "NNP", "Baku"},
                                            {"worse", "ADJ", "JJR", "bad"},
                                            {"larger", "ADJ", "JJR", "large"},
                                            {"heaviest", "ADJ", "JJS", "heavy"},
                                            {"saw", "NOUN", "NN", "saw"},
                                            {"found", "VERB", "VB", "found"},
                                            {"found", "VERB", "VBD", "find"},
                                            {"The", "DET", "DT", "the"}}) {
        INFO(row.form << " " << row.xpos);
        CHECK(lemmas.lemma(row.form, row.upos, row.xpos) == row.lemma);
    }
}
