#include "extract/text/encoding.hpp"

#include <unicode/ucnv.h>
#include <vector>

#include "extract/text/reader.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

std::string in(const char* charset, const std::string& utf8) {
    std::vector<char> out(8 * utf8.size() + 16);
    UErrorCode status = U_ZERO_ERROR;
    const auto length = ucnv_convert(charset, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), utf8.data(),
                                     static_cast<std::int32_t>(utf8.size()), &status);
    REQUIRE(U_SUCCESS(status));
    return {out.data(), static_cast<std::size_t>(length)};
}

const std::string english =
    "The harbour master’s “final” word — a caf\xc3\xa9 in Málaga — cost £40, she said on Monday.";
const std::string polish = "Burmistrz zażądał wyjaśnień od ministra, który wyjechał do Łodzi późnym wieczorem.";
const std::string russian = "Начальник порта ушёл в отставку в понедельник после недели протестов, сообщил мэр.";
const std::string chinese = "港口负责人在一周的抗议之后于星期一辞职，市长说市议会将在月底前任命继任者。";
const std::string japanese = "港長は一週間の抗議の後、月曜日に辞任した。市長は月末までに後任を任命すると述べた。";

}  // namespace

TEST_CASE("a label is read as browsers read it") {
    const std::tuple<const char*, const char*, const std::string*> rows[] = {
        {"windows-1252", "iso-8859-1", &english},
        {"windows-1250", "Windows-1250", &polish},
        {"windows-1251", "windows-1251", &russian},
        {"KOI8-R", "koi8-r", &russian},
        {"GBK", "gb2312", &chinese},
        {"Shift_JIS", "shift_jis", &japanese},
        {"UTF-16LE", "utf-16le", &chinese},
    };
    for (const auto& [charset, label, text] : rows) {
        CAPTURE(charset);
        CHECK(to_utf8(in(charset, *text), label).text == *text);
    }
}

TEST_CASE("without a label the encoding is told from the bytes") {
    const std::pair<const char*, const std::string*> rows[] = {
        {"windows-1252", &english}, {"windows-1251", &russian}, {"KOI8-R", &russian},   {"GBK", &chinese},
        {"Shift_JIS", &japanese},   {"EUC-JP", &japanese},      {"UTF-16LE", &english}, {"UTF-16BE", &english},
    };
    for (const auto& [charset, text] : rows) {
        CAPTURE(charset);
        const auto long_enough = *text + "\n" + *text + "\n" + *text + "\n";
        CHECK(to_utf8(in(charset, long_enough)).text == long_enough);
    }
}

TEST_CASE("valid UTF-8 is believed before any label") {
    const auto read = to_utf8(english, "iso-8859-1");
    CHECK(read.text == english);
    CHECK_FALSE(read.converted);
}

TEST_CASE("a label that does not fit is dropped") {
    const auto page = "<meta charset=\"utf-8\">" + in("GBK", chinese + chinese + chinese);
    CHECK(to_utf8(page).text.find(chinese) != std::string::npos);
}

TEST_CASE("a page says its encoding in its head") {
    CHECK(declared_charset("<meta http-equiv=Content-Type content=\"text/html; charset=KOI8-R\">") == "KOI8-R");
    CHECK(declared_charset("<?xml version='1.0' encoding='windows-1251'?>") == "windows-1251");
    CHECK(declared_charset("He said charset=x once.").empty());
}

TEST_CASE("a mark at the begin decides") {
    CHECK(to_utf8("\xff\xfe" + in("UTF-16LE", english)).text.find(english) != std::string::npos);
    CHECK(to_utf8("\xfe\xff" + in("UTF-16BE", english)).text.find(english) != std::string::npos);
}

TEST_CASE("a few broken bytes do not make UTF-8 another encoding") {
    std::string text;
    for (int i = 0; i < 20; ++i) text += english + "\n";
    CHECK_FALSE(to_utf8(text + "\x93").converted);
}

TEST_CASE("offsets lead back to the published bytes, in whatever encoding") {
    static const auto phrases = BoilerplatePhrases::read(CHANCERY_SOURCE_DIR "/models/lexicon/boilerplate.tsv");
    for (const auto* charset : {"windows-1252", "UTF-16LE", "UTF-8"}) {
        CAPTURE(charset);
        const auto text = english + "\nA second line, without any more ado.\n";
        const auto article = read_article(in(charset, text), {.id = "a"}, phrases);
        CHECK(article.text == text);
        for (const std::string word : {"caf\xc3\xa9", "Málaga", "second line"}) {
            const auto at = static_cast<std::uint32_t>(text.find(word));
            const auto there = article.map.published({at, at + static_cast<std::uint32_t>(word.size())});
            CHECK(article.raw.substr(there.begin, there.size()) == in(charset, word));
        }
    }
}

TEST_CASE("any bytes give some text") {
    for (const auto& bytes : {std::string(), std::string("\x80"), std::string(64, '\xff'), std::string("\xff\xfe"),
                              std::string("\x81\x30\x81"), std::string("\0\0\xfe\xff\xff", 5)}) {
        const auto read = to_utf8(bytes);
        CHECK((read.converted ? read.map.cleaned_size() : read.text.size()) == read.text.size());
    }
}

}  // namespace chancery
