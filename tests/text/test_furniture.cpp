#include "extract/text/reader.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

Article read(const std::string& raw) {
    static const auto phrases = BoilerplatePhrases::read(CHANCERY_SOURCE_DIR "/models/lexicon/boilerplate.tsv");
    return read_article(raw, {.id = "a"}, phrases);
}

/// The text that is read for facts, blocks parted by " | ".
std::string visible(const Article& article) {
    std::string out;
    for (const auto& block : article.blocks) {
        if (block.kind != BlockKind::headline && block.kind != BlockKind::paragraph) continue;
        if (!out.empty()) out += " | ";
        auto at = block.where.begin;
        for (const auto hidden : article.hidden) {
            if (!block.where.contains(hidden)) continue;
            out += article.text.substr(at, hidden.begin - at);
            at = hidden.end;
        }
        out += article.text.substr(at, block.where.end - at);
    }
    return out;
}

const std::string body =
    "The minister said on Monday that the talks would go "
    "on until all sides had agreed.";

}  // namespace

TEST_CASE(
    "credits, bracketed links and notes inside paragraphs are hidden, "
    "not deleted") {
    struct Row {
        const char *raw, *seen;
    };
    const Row rows[] = {
        {"Mourners hold candles in Tarn on Friday. (Photo/Reuters)", "Mourners hold candles in Tarn on Friday. "},
        {"Mourners hold candles in Tarn. (AP Photo/Jane Roe, File)", "Mourners hold candles in Tarn. "},
        {"Mourners hold candles. (Jane Roe/AFP via Getty Images)", "Mourners hold candles. "},
        {"Mourners hold candles in Tarn. Jane Roe/AFP/Getty Images", "Mourners hold candles in Tarn. "},
        {"Mourners hold candles. J. Scott Roe | AFP | Getty Images", "Mourners hold candles. "},
        {"Ms. Roe will be heard in March. | AP Photo What to watch for",
         "Ms. Roe will be heard in March. What to watch for"},
        {"A man drinks water in Tarn. Photo by Jane Roe/Getty Images", "A man drinks water in Tarn. "},
        {"Workers sleep on the track [Reuters]", "Workers sleep on the track "},
        {"He left. (RELATED: Ten Things To Know) She stayed.", "He left.  She stayed."},
        {"He left [words indistinct] the hall [laughter] at noon.", "He left  the hall  at noon."},
        // what looks alike and is the article's own
        {"TARN (Reuters) - He left on Monday.", "TARN (Reuters) - He left on Monday."},
        {"He told Reuters (a news agency) that he left.", "He told Reuters (a news agency) that he left."},
        {"The firm (photo identification is its trade) closed.",
         "The firm (photo identification is its trade) closed."},
        {"The rule (see below) stands, said Rep. Jane Roe (D-Ohio).",
         "The rule (see below) stands, said Rep. Jane Roe (D-Ohio)."},
        {"She works for the agency AFP", "She works for the agency AFP"},
        {"The texts (related to the trial) were read.", "The texts (related to the trial) were read."}};
    for (const auto& row : rows) {
        CAPTURE(row.raw);
        const auto article = read("Talks go on\n" + body + "\n" + row.raw + "\n" + body + "\n");
        CHECK(article.text.find(row.raw) != std::string::npos);
        CHECK(visible(article) == "Talks go on | " + body + " | " + row.seen + " | " + body);
    }
}

TEST_CASE("a paragraph that is hidden as a whole has no sentences") {
    static const auto abbreviations = Abbreviations::read(CHANCERY_SOURCE_DIR "/models/lexicon/abbreviations.tsv");
    const auto article = read("Talks go on\n(RELATED: Ten Things To Know About It)\n" + body + "\n");
    CHECK(read_sentences(article, abbreviations).sentences.size() == 2);
}

TEST_CASE("lines of the page around the article are left out") {
    for (const std::string line : {"Read or Share this story: http://example.org/1",
                                   "Follow Jane Roe on Twitter: @janeroe",
                                   "12 comments",
                                   "5 min read",
                                   "Contact the reporter at jane@example.org",
                                   "jane@example.org",
                                   "Source: The Wire",
                                   "(Reporting by Jane Roe; Editing by John Doe)",
                                   "Jane Roe and John Doe contributed to this report.",
                                   "FILE - In this May 3, 2031 file photo, Senator Ana Rojas speaks in "
                                   "the capital.",
                                   "Jane Roe/AP",
                                   "Jane Roe/AP, FILE",
                                   "How does the tax work? Read more",
                                   "ALSO READ: Ten things about the talks",
                                   "Get the stories you care about delivered to your inbox.",
                                   "The Morning newsletter Sign up for it today.",
                                   "© 2031 The Wire. All rights reserved.",
                                   "6 hours ago",
                                   "Jane Roe and John Doe contributed.",
                                   "Send tips to jane@example.org",
                                   "Story Continued Below",
                                   "SHARE THIS ARTICLE Share Tweet",
                                   "Media playback is unsupported on your device Media caption The "
                                   "minister leaves"}) {
        CAPTURE(line);
        const auto article = read("Talks go on\n" + body + "\n" + line + "\n" + body + "\n");
        CHECK(visible(article) == "Talks go on | " + body + " | " + body);
        CHECK(article.text.find(line) != std::string::npos);
    }
}

TEST_CASE("lines that resemble page furniture stay") {
    for (const std::string line :
         {"He will contact the ministry at once, the spokesman said.", "Comments by the minister drew protests.",
          "The source of the river lies in the hills.", "Reuters reported the same on Tuesday.",
          "Read aloud, the verdict took an hour.", "12 comments were struck from the record.",
          "It was a fund to which all of them contributed.", "Email records at the centre of the case were lost."}) {
        CAPTURE(line);
        const auto article = read("Talks go on\n" + body + "\n" + line + "\n" + body + "\n");
        CHECK(visible(article) == "Talks go on | " + body + " | " + line + " | " + body);
    }
}

TEST_CASE(
    "a caption with a credit is no headline, and names above a credit "
    "are a byline") {
    const auto caption = read("Mourners hold candles in Tarn. (Photo/Reuters)\n" + body + "\n");
    CHECK(caption.title.empty());
    CHECK(caption.blocks[0].kind == BlockKind::paragraph);
    const auto names = read("Jane Roe and John Doe\nUSA TODAY\n" + body + "\n");
    CHECK(names.title.empty());
    CHECK(names.blocks[0].kind == BlockKind::byline);
}

TEST_CASE("glued link lists are hidden from the repeated name on") {
    struct Row {
        const char *raw, *seen;
    };
    const Row rows[] = {
        {"President Rojas Ana Maria RojasSenators balk at budgetWhat to watch "
         "MORE on Monday said no.",
         "President Rojas on Monday said no."},
        {"Both Senator Ana Rojas Ana RojasSenators balk MORE (T.) and Jim Doe "
         "James (Jim) DoeTen things MORE left.",
         "Both Senator Ana Rojas (T.) and Jim Doe left."},
        {"The ObamaCare repeal of Ana Rojas Ana Maria Rojas2020 race heats up "
         "MORE failed.",
         "The ObamaCare repeal of Ana Rojas failed."},
        {"Senator Costello Ryan CostellloFormer members open firm MORE left.", "Senator Costello left."},
        {"President Rojas Ana Maria RojasSenators balk at budget on Monday. She "
         "left.",
         "President Rojas. She left."},
        {"The secretary Ana Lena Ana Maria RojasBill Press on briefings MORE said no.",
         "The secretary Ana Lena said no."},
        {"Speaker Paul Roe Paul Davis Roe Retirees should say no New firm opens MORE said no.",
         "Speaker Paul Roe said no."},
        // no list: names with capitals inside, handles, a name said twice
        {"Mitch McConnell and Jane McConnell left for DeKalb County.",
         "Mitch McConnell and Jane McConnell left for DeKalb County."},
        {"Rouhani wrote as @HassanRouhani on Monday. He left.", "Rouhani wrote as @HassanRouhani on Monday. He left."},
        {"What If Norda Morphed Into NordaOS? She left.", "What If Norda Morphed Into NordaOS? She left."},
        {"Rojas, MORE than once, met Ana Rojas there.", "Rojas, MORE than once, met Ana Rojas there."}};
    for (const auto& row : rows) {
        CAPTURE(row.raw);
        CHECK(visible(read("Talks go on\n" + body + "\n" + row.raw + "\n")) ==
              "Talks go on | " + body + " | " + row.seen);
    }
}

TEST_CASE(
    "reports of the old wire: the source and the notes in the head are "
    "hidden, the dateline stays") {
    const auto article = read(
        "TARNOVA, 15 JAN 90 (DOMESTIC SERVICE) -- [REPORT] [JANE ROE] [TEXT] "
        "THE\n"
        "FOREIGN MINISTRY SAID TODAY THAT THE TALKS WOULD GO ON UNTIL ALL THE\n"
        "SIDES HAD AGREED TO THE TERMS.  THE MINISTER [NAME AS RECEIVED] LEFT\n"
        "THE HALL AT NOON AND DID NOT SPEAK TO THE REPORTERS WHO WERE WAITING\n"
        "AT THE DOOR.\n\n"
        "THE DELEGATES STAYED FOR ANOTHER HOUR, AND THEN THEY LEFT AS WELL BY\n"
        "THE SIDE DOOR OF THE BUILDING.\n");
    CHECK(article.published == "1990-01-15");
    CHECK(visible(article).starts_with("TARNOVA, 15 JAN 90 (DOMESTIC SERVICE) --  THE\nFOREIGN MINISTRY"));
    CHECK_THAT(visible(article), ContainsSubstring("THE MINISTER  LEFT"));
    CHECK(article.blocks.size() == 2);
}

TEST_CASE("a sentence under a picture is read, its label and a bare name are not") {
    CHECK(visible(read("Image copyright Roe Pictures Image caption The minister met the Norwegian envoy in Lima\n\n" +
                       body)) == "The minister met the Norwegian envoy in Lima | " + body);
    CHECK(visible(read("Media caption Two ships left the harbour on Monday\n\n" + body)) ==
          "Two ships left the harbour on Monday | " + body);
    CHECK(visible(read("Image copyright Roe Pictures Image caption Jane Roe\n\n" + body)) == body);
    CHECK(visible(read("The image caption was wrong, as the paper said on its page.\n\n" + body)) ==
          "The image caption was wrong, as the paper said on its page. | " + body);
    const auto captioned =
        read("Image caption The minister met the Norwegian envoy in Lima\n\nEnvoy leaves Lima\n\n" + body);
    CHECK(captioned.title == "Envoy leaves Lima");
}

TEST_CASE("a photographer behind the agency and a stroke is a credit") {
    CHECK(visible(read(body + "\n\nThe harbour at night, November 10. REUTERS/Jane Roe\n\n" + body)) ==
          body + " | The harbour at night, November 10.  | " + body);
    CHECK(visible(read(body + "\n\nThe harbour and/or the docks belong to Jane Roe\n\n" + body)) ==
          body + " | The harbour and/or the docks belong to Jane Roe | " + body);
}

}  // namespace chancery
