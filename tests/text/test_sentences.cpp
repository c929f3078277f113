#include "extract/text/reader.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

const std::string lexicon = CHANCERY_SOURCE_DIR "/models/lexicon/";

struct Analysed {
    Article article;
    Reading reading;
};

Analysed analyse(const std::string& text) {
    static const auto phrases = BoilerplatePhrases::read(lexicon + "boilerplate.tsv");
    static const auto abbreviations = Abbreviations::read(lexicon + "abbreviations.tsv");
    Analysed result{read_article(text, {.id = "a"}, phrases), {}};
    result.reading = read_sentences(result.article, abbreviations);
    return result;
}

std::string tokens(const std::string& text) {
    const auto [article, reading] = analyse(text);
    std::string out;
    for (const auto& token : reading.tokens)
        out += (out.empty() ? "" : "|") + std::string(words(article.text, token.where));
    return out;
}

}  // namespace

TEST_CASE("tokens follow the English treebanks") {
    struct Row {
        const char *text, *tokens;
    };
    const Row rows[] = {{"He didn't go.", "He|did|n't|go|."},
                        {"Peskov\xe2\x80\x99s men can\xe2\x80\x99t", "Peskov|\xe2\x80\x99s|men|ca|n\xe2\x80\x99t"},
                        {"the state-run agency", "the|state|-|run|agency"},
                        {"U.S. officials, Mr. Roe", "U.S.|officials|,|Mr.|Roe"},
                        {"It cost $1,250.50, or 5%.", "It|cost|$|1,250.50|,|or|5|%|."},
                        {"the 1990s at 3:30 p.m.", "the|1990s|at|3:30|p.m."},
                        {"J. K. Doe of Sana'a", "J.|K.|Doe|of|Sana'a"},
                        {"Wait... (yes)", "Wait|...|(|yes|)"},
                        {"see https://example.org/a?b=c, he said", "see|https://example.org/a?b=c|,|he|said"},
                        {"the brothers' house", "the|brothers|'|house"},
                        {"\xd0\x90.S.. Mal", "\xd0\x90|.|S|..|Mal"},
                        {"cannot stop", "can|not|stop"}};
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(tokens(row.text) == row.tokens);
    }
}

TEST_CASE("sentences end where the next begins") {
    struct Row {
        const char* text;
        std::size_t count;
    };
    const std::string head = "Headline without stop\n";
    const Row rows[] = {{"It rained on Monday. The talks went on.", 2},
                        {"Mr. Roe met Gen. Doe. They talked.", 2},
                        {"He left the U.S. The talks failed.", 2},
                        {"The U.S. Embassy closed.", 1},
                        {"\"We go,\" he said. \"We stay.\" She left.", 3},
                        {"Was it so? It was!", 2},
                        {"George W. Roe spoke in Jan. and left.", 1},
                        {"A pause ... and then nothing.", 1},
                        {"No stop at all", 1}};
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(analyse(head + row.text + "\n").reading.sentences.size() == row.count + 1);
    }
}

TEST_CASE("wire texts, lists and headlines part into sentences") {
    struct Row {
        const char* text;
        std::vector<std::string> sentences;
    };
    const Row rows[] = {
        {"BOGOTA, 23 AUG 89 (DPA) -- [TEXT] THE COURT SAT TODAY. THE JUDGE, ANA ROE, SPOKE\n",
         {"BOGOTA, 23 AUG 89 (DPA) --", "THE COURT SAT TODAY.", "THE JUDGE, ANA ROE, SPOKE"}},
        {"KABUL (Agency) - The talks ended. Nobody spoke.\n",
         {"KABUL (Agency) -", "The talks ended.", "Nobody spoke."}},
        {"MINISTER QUITS - AGAIN\n\nHe left.\n", {"MINISTER QUITS - AGAIN", "He left."}},
        {"Talks end\nThey agreed:\n- A truce holds\n\xe2\x80\xa2 Roads open\n1. Borders stay. Trade too\n2. All go "
         "home\n",
         {"Talks end", "They agreed:", "- A truce holds", "\xe2\x80\xa2 Roads open", "1. Borders stay.", "Trade too",
          "2. All go home"}},
        {"Talks end\nIt was year 5. He left.\n", {"Talks end", "It was year 5.", "He left."}},
        {"Talks end\nHe said: \xe2\x80\x9cWe don't know\xe2\x80\xa6 yet.\xe2\x80\x9d Then he left\xe2\x80\x94quickly\n",
         {"Talks end", "He said: \xe2\x80\x9cWe don't know\xe2\x80\xa6 yet.\xe2\x80\x9d",
          "Then he left\xe2\x80\x94quickly"}}};
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto [article, reading] = analyse(row.text);
        std::vector<std::string> found;
        for (const auto& sentence : reading.sentences) found.emplace_back(words(article.text, sentence.where));
        CHECK(found == row.sentences);
    }
}

TEST_CASE("link texts glued into a sentence are passed over, and nothing else is") {
    struct Row {
        const char *text, *tokens;
    };
    const Row rows[] = {
        {"Then President Roe Ana Maria RoeSenators balk at billWhat to watch MORE spoke on Monday.",
         "Then|President|Roe|spoke|on|Monday|."},
        {"Speaker Nan Roe Nan RoeNan Roe wins again MORE (D) left, as Bo Poe Bo PoeTwo things MORE said.",
         "Speaker|Nan|Roe|(|D|)|left|,|as|Bo|Poe|said|."},
        {"Premier Bo Poe Bo (Bobby) PoeMORE went home.", "Premier|Bo|Poe|went|home|."},
        {"He wants MORE from McGrath and the iPhone.", "He|wants|MORE|from|McGrath|and|the|iPhone|."},
        {"The eBay sale brought MORE money.", "The|eBay|sale|brought|MORE|money|."}};
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(tokens("Headline here\n" + std::string(row.text) + "\n").substr(14) == row.tokens);
    }
}

TEST_CASE("tokens lie in order, apart, and cover every printed byte of the article's own blocks") {
    const char* texts[] = {"Head line here\nSome \"text\" -- with (odd) 'marks', it's 5.5% & more... R&D at a@b.org!\n",
                           "\xe2\x80\x9cQuoted\xe2\x80\x9d text\xe2\x80\xa6 end\n\nNew *para* #tag @handle\n", "x\n",
                           "\n\n\n", "$$$ ,,, ''' ``\n"};
    for (const auto* text : texts) {
        const auto [article, reading] = analyse(text);
        CAPTURE(text);
        std::vector<char> covered(article.text.size(), 0);
        std::uint32_t last = 0;
        for (const auto& token : reading.tokens) {
            CHECK(token.where.begin >= last);
            CHECK(token.where.begin < token.where.end);
            last = token.where.end;
            for (auto i = token.where.begin; i < token.where.end; ++i) covered[i] = 1;
        }
        for (const auto& block : article.blocks)
            if (block.kind == BlockKind::headline || block.kind == BlockKind::paragraph)
                for (auto i = block.where.begin; i < block.where.end; ++i)
                    if (article.text[i] != ' ' && article.text[i] != '\n' && article.text[i] != '\t')
                        CHECK(covered[i] == 1);
    }
}

}  // namespace chancery
