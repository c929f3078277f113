#include "extract/relation/dates.hpp"
#include "tests/catch.hpp"

#include "extract/text/reader.hpp"

using namespace chancery;

namespace {

struct Read {
    Article article;
    Reading reading;
};

Read read(const std::string& sentence) {
    static const std::string lexicon = CHANCERY_SOURCE_DIR "/models/lexicon/";
    static const auto phrases = BoilerplatePhrases::read(lexicon + "boilerplate.tsv");
    static const auto abbreviations = Abbreviations::read(lexicon + "abbreviations.tsv");
    Read result{read_article("Headline of the day\n\n" + sentence + "\n", {.id = "a"}, phrases), {}};
    result.reading = read_sentences(result.article, abbreviations);
    return result;
}

const char* name_of(DatePhrase::Precision precision) {
    constexpr std::array<const char*, 4> names = {"day", "month", "year", "range"};
    return names[static_cast<std::size_t>(precision)];
}

}  // namespace

TEST_CASE("date phrases become days, months, years and ranges, counted from the publication") {
    struct Row {
        std::string published, sentence, from, to, precision;
    };
    const Row rows[] = {
        {"2025-07-02", "The ambassador was summoned on Wednesday.", "2025-07-02", "2025-07-02", "day"},
        {"2025-07-02", "Police searched the office on Monday.", "2025-06-30", "2025-06-30", "day"},
        {"2025-07-02", "The two ministers met on Thursday.", "2025-06-26", "2025-06-26", "day"},
        {"2025-07-02", "The plane was shot down last December.", "2024-12-01", "2024-12-31", "month"},
        {"2025-07-02", "The journalists appeared in court on July 1.", "2025-07-01", "2025-07-01", "day"},
        {"2025-07-02", "The embassy had closed its gates a day earlier.", "2025-07-01", "2025-07-01", "day"},
        {"2025-07-02", "The treaty was signed in 2020.", "2020-01-01", "2020-12-31", "year"},
        {"2025-07-23", "Earlier this month the court freed two sailors.", "2025-07-01", "2025-07-31", "month"},
        {"2025-07-23", "The general was dismissed three weeks ago.", "2025-07-02", "2025-07-02", "day"},
        {"2024-02-29", "She was arrested yesterday.", "2024-02-28", "2024-02-28", "day"},
        {"2024-03-01", "The consulate was attacked yesterday evening.", "2024-02-29", "2024-02-29", "day"},
        {"1990-01-15", "The bridge was blown up on 23 Aug 89.", "1989-08-23", "1989-08-23", "day"},
        {"2021-11-05", "Talks began in mid-2019.", "2019-05-01", "2019-08-31", "range"},
        {"2025-05-12", "The president toured the north between 3 and 5 May.", "2025-05-03", "2025-05-05", "range"},
        {"2025-07-05", "The prime minister will visit the capital next Friday.", "2025-07-11", "2025-07-11", "day"},
        {"2025-07-02", "The house was raided on the night of June 30.", "2025-06-30", "2025-06-30", "day"},
        {"2023-10-11", "Late on Monday the army shelled the port.", "2023-10-09", "2023-10-09", "day"},
        {"2019-06-20", "The militia was founded in the 1990s.", "1990-01-01", "1999-12-31", "range"},
        {"2025-01-03", "The airliner crashed on December 25.", "2024-12-25", "2024-12-25", "day"},
        {"2025-02-10", "The minister resigned in November.", "2024-11-01", "2024-11-30", "month"},
        {"2022-04-14", "The two sides met from 1 to 4 April 2022.", "2022-04-01", "2022-04-04", "range"},
        {"2018-08-21", "The envoy was recalled last month.", "2018-07-01", "2018-07-31", "month"},
        {"2018-01-09", "The party split last year.", "2017-01-01", "2017-12-31", "year"},
        {"2024-05-15", "Last week the police detained five men.", "2024-05-06", "2024-05-12", "range"},
        {"2024-05-15", "The foreign minister arrives tomorrow.", "2024-05-16", "2024-05-16", "day"},
        {"2024-05-15", "Parliament voted today.", "2024-05-15", "2024-05-15", "day"},
        {"2024-05-15", "The chancellor landed in the capital this morning.", "2024-05-15", "2024-05-15", "day"},
        {"2024-05-15", "The spokesman was fired two days ago.", "2024-05-13", "2024-05-13", "day"},
        {"2024-05-15", "The ship was seized a week ago.", "2024-05-08", "2024-05-08", "day"},
        {"2024-05-15", "The general died ten years ago.", "2014-01-01", "2014-12-31", "year"},
        {"2024-05-15", "The consulate was closed two months ago.", "2024-03-01", "2024-03-31", "month"},
        {"2024-05-15", "The summit will be held next month.", "2024-06-01", "2024-06-30", "month"},
        {"2024-05-15", "Elections will take place next year.", "2025-01-01", "2025-12-31", "year"},
        {"2024-05-15", "The court will hear the case next week.", "2024-05-20", "2024-05-26", "range"},
        {"2024-05-15", "The delegation will arrive on Saturday.", "2024-05-18", "2024-05-18", "day"},
        {"2024-05-13", "Over the weekend thousands marched through the city.", "2024-05-11", "2024-05-12", "range"},
        {"2020-09-30", "The activist was jailed on July 2, 2018.", "2018-07-02", "2018-07-02", "day"},
        {"2020-09-30", "The accord was reached on the 12th of March 2019.", "2019-03-12", "2019-03-12", "day"},
        {"2020-09-30", "The bank was fined on 2020-03-05.", "2020-03-05", "2020-03-05", "day"},
        {"2020-09-30", "The king abdicated on Sept. 14, 2003.", "2003-09-14", "2003-09-14", "day"},
        {"2020-09-30", "War broke out in August 2008.", "2008-08-01", "2008-08-31", "month"},
        {"2020-09-30", "The minister was sworn in in May 2013.", "2013-05-01", "2013-05-31", "month"},
        {"2020-09-30", "The colonel ruled from 2015 to 2018.", "2015-01-01", "2018-12-31", "range"},
        {"2020-09-30", "Exports fell in the first half of 2019.", "2019-01-01", "2019-06-30", "range"},
        {"2024-01-22", "Output rose in the third quarter of 2023.", "2023-07-01", "2023-09-30", "range"},
        {"2022-06-08", "Refugees fled the town in early March 2022.", "2022-03-01", "2022-03-10", "range"},
        {"2017-02-06", "The palace burned on Christmas Day 2016.", "2016-12-25", "2016-12-25", "day"},
        {"2017-01-04", "The club was attacked on New Year's Eve.", "2016-12-31", "2016-12-31", "day"},
        {"2016-07-19", "Officers were rounded up in the early hours of Saturday.", "2016-07-16", "2016-07-16", "day"},
        {"2016-07-19", "The governor spoke on television Sunday night.", "2016-07-17", "2016-07-17", "day"},
        {"2025-06-30", "The agents were charged on Tuesday, June 24.", "2025-06-24", "2025-06-24", "day"},
        {"2025-06-30", "Delegates gathered on March 8-10.", "2025-03-08", "2025-03-10", "range"},
        {"2025-06-30", "The exile returned in 1968.", "1968-01-01", "1968-12-31", "year"},
        {"2025-06-30", "The consul left the country the day before yesterday.", "2025-06-28", "2025-06-28", "day"},
        {"2011-03-07", "Hostages were freed last Friday.", "2011-03-04", "2011-03-04", "day"},
        {"2025-09-08", "The treaty will be signed in October.", "2025-10-01", "2025-10-31", "month"},
        {"2025-09-08", "The junta took power in the 1980s.", "1980-01-01", "1989-12-31", "range"},
        {"2025-09-08", "Earlier this year the company was sold.", "2025-01-01", "2025-12-31", "year"},
        {"2025-09-08", "The strike on the depot came on the night of September 5 to 6.", "2025-09-05", "2025-09-06",
         "range"},
        {"2025-09-08", "The trial will open on 15 November.", "2025-11-15", "2025-11-15", "day"}};
    for (const auto& row : rows) {
        CAPTURE(row.published, row.sentence);
        const auto [article, reading] = read(row.sentence);
        const Words words(article, reading, reading.sentences.back());
        const bool future =
            row.sentence.find(" will ") != std::string::npos || row.sentence.find("arrives") != std::string::npos;
        const auto found = find_dates(words, row.published, future);
        REQUIRE(!found.empty());
        CHECK(found.front().from == row.from);
        CHECK(found.front().to == row.to);
        CHECK(name_of(found.front().precision) == row.precision);
    }
}

TEST_CASE("what only looks like a date is none") {
    for (const std::string sentence : {"He may march on.", "May Roe led the talks.", "They paid 2000 euros.",
                                       "It was the first half.", "Flight 1990 landed.", "The 12 men left."}) {
        CAPTURE(sentence);
        const auto [article, reading] = read(sentence);
        CHECK(find_dates(Words(article, reading, reading.sentences.back()), "2025-07-02", false).empty());
    }
}

TEST_CASE("without a day of publication only what is said in full counts") {
    const auto [article, reading] = read("On Monday he spoke of July 1, 2018 and last week.");
    const auto found = find_dates(Words(article, reading, reading.sentences.back()), "", false);
    REQUIRE(found.size() == 1);
    CHECK(found.front().edtf() == "2018-07-01");
}
