#include <unicode/ucnv.h>
#include <random>

#include "extract/text/characters.hpp"
#include "extract/text/reader.hpp"
#include "extract/text/single_byte.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

Article read(const std::string& raw) {
    static const auto phrases = BoilerplatePhrases::read(CHANCERY_SOURCE_DIR "/models/lexicon/boilerplate.tsv");
    return read_article(raw, {.id = "a"}, phrases);
}

bool has(const Article& article, std::string_view code) {
    for (const auto& problem : article.problems)
        if (problem.code == code) return true;
    return false;
}

/// The UTF-8 of `good` taken for an encoding of one byte a character.
std::string damaged(std::string_view good, const SingleByteEncoding& encoding) {
    std::string broken;
    for (const char c : good) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(broken, byte < 0x80 ? byte : encoding.character_of(byte));
    }
    return broken;
}

/// The same through ICU, for encodings of more bytes; what they cannot read becomes U+FFFD.
std::string damaged_multibyte(const std::string& good, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* from = ucnv_open(encoding, &status);
    std::vector<UChar> wide(good.size() * 2 + 8);
    const auto length = ucnv_toUChars(from, wide.data(), static_cast<std::int32_t>(wide.size()), good.data(),
                                      static_cast<std::int32_t>(good.size()), &status);
    ucnv_close(from);
    std::string out;
    for (std::int32_t i = 0; i < length; ++i) append_utf8(out, wide[static_cast<std::size_t>(i)]);
    return out;
}

const std::vector<std::string>& clean_texts() {
    static const std::vector<std::string> texts = {
        "The mayor’s office said: “We can’t wait” — and closed the café at 5 °C, for £20 or €25…",
        "Её брат сказал: «Это ложь». Мы ждём ответа от «Вестей» и ОАО «КГ», сообщает «Ъ». ЕЁ ГОЛОС — «В», «Г»…",
        "Він приїхав до Києва. Її «Діти» живуть у Ґданську, сказав міністр. УСІ МРІЇ «МІЇ» — «Ві».",
        "Он је рекао: „Љубав је ту“. ЊЕГОВ БРАТ ЂОРЂЕ живи у Нишу; „Ђ“, „Ћ“ и „Џ“ су слова.",
        "Zażółć gęślą jaźń. ZAŻÓŁĆ GĘŚLĄ JAŹŃ. PÓŁNOC, ŻÓŁW, „ŁÓDŹ” – „MIĘĆ”, źródło: „Gość”.",
        "Ağrı Dağı’na çıktı. İSTANBUL’DA ŞÖYLE DEDİ: “DAĞ”, “ÇIĞ” ve “IŞIĞI”. Öğretmen güldü…",
        "L’élève a dit : « Où êtes-vous ? » À l’été, VOILÀ ! « DÉJÀ » — ÎLE, Œuvre, cœur, naïve, « Â ».",
        "NÃO, IRMÃO! A «IRMû foi à praia; AMANHÃ… “MAÇÃ” — coração, pães, às três. “Ô” diz: «Õ».",
        "ORĂŞENII AU SPUS: „BĂŢ” şi „MAŞINĂ”. Ştefan ţine în mână o pâine; „TOATĂ” ŢARA…",
        "Die Straße heißt „PRÄ“. ÄRGER MIT „MENÜ“ – „Ü“, „Ö“ und ‚Ärger‘. GRÖẞE, Größe, ‚Öl‘…",
        "Háček: ŽLUŤOUČKÝ KŮŇ ÚPĚL. „Příliš žluťoučký kůň“ – „ĎÁBEL“, mäkčeň, ľúbosť, ĽUDIA, „Ĺ“.",
        "Ο υπουργός είπε: «Δεν ξέρω». ΑΘΗΝΑ — «ΝΑΙ», «Όχι»… Η Ελλάδα και η Κύπρος.",
        "他说：“我们不能等。”——茅台酒和隆重的仪式。外交部发言人表示，脙。C罗在K歌。",
        "大臣は「待てない」と述べた。Tシャツと茅ヶ崎、ﾃｩﾚﾋﾞ、第３章…東京・大阪。窶れた顔。",
        "장관은 “기다릴 수 없다”고 말했다. 3챕터, A챕터 그리고 서울의 봄…",
        "Thủ tướng nói: “Không thể chờ”. ĐÀ NẴNG, VIỆT NAM — Nguyễn Ái Quốc, “Ô”, “Ă”, Ấn Độ.",
        "Íslenska: ÞÓRÐUR SAGÐI „ÉG ÓÁ“. Það er áéíóúý og æ, ö; “Æ” – „Ð“. Ætlaði að sjá.",
        "قال الوزير: «لا يمكننا الانتظار» — وأضاف: “نعم”. الرباط، 5٪…",
        "שר החוץ אמר: “לא נחכה” — וגם „כן“… ירושלים.",
        "नेता ने कहा: “हम इंतज़ार नहीं कर सकते” — दिल्ली।",
        "Õ, ÄÄR ja ÜKS: „ÖÖ“ – ŠAAPA. Ta ütles: „Jäääär“. Rõõm…",
        "Rīgā ŠĶĪVIS, „ĢIMENE” – Ņujorka. LĪČA „Ū” un ĒĶI. Žēl…"};
    return texts;
}

}  // namespace

TEST_CASE("clean texts in many languages stay byte for byte") {
    for (const auto& text : clean_texts()) {
        CAPTURE(text);
        const auto article = read(text);
        CHECK(article.text == text);
        CHECK(article.problems.empty());
    }
}

TEST_CASE("random words of clean languages, side by side, stay as they are") {
    std::mt19937 random(11);
    std::vector<std::string> words;
    for (const auto& text : clean_texts()) {
        std::string word;
        for (const char c : text + " ") {
            if (c != ' ')
                word.push_back(c);
            else if (!std::exchange(word, word).empty())
                words.push_back(std::exchange(word, {}));
        }
    }
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int n = 0; n < 15; ++n) text += (n == 0 ? "" : " ") + words[random() % words.size()];
        CAPTURE(text);
        CHECK(read(text).text == text);
    }
}

TEST_CASE("English read through any encoding of one byte comes back, once and twice damaged") {
    const char* pieces[] = {"word", " ",       "’",      "“Yes", "no”", " — ",     "café",  "naïve",
                            "x",    "Ünal’s ", "Müller", ". ",   "€5 ", "façade",  "Gül",   "…",
                            "Łódź", "Çelik",   "señor ", "it’s", "a’",  " Zürich", "‘so’ ", "Kraków"};
    std::mt19937 random(5);
    for (const auto& encoding : single_byte_encodings())
        for (int round = 0; round < 200; ++round) {
            std::string good = "It’s said that ";
            for (int n = 0; n < 12; ++n) good += pieces[random() % std::size(pieces)];
            const auto broken = damaged(good, encoding);
            CAPTURE(encoding.code(), good, broken);
            const auto article = read(broken);
            CHECK(article.text == good);
            CHECK_FALSE(article.problems.empty());
            CHECK(read(damaged(broken, encoding)).text == good);
            CHECK(article.map.published_size() == broken.size());
        }
}

TEST_CASE("names in other scripts come back, too") {
    for (const auto& encoding : single_byte_encodings())
        for (const std::string good : {"The painter (Москва, 1931) and Ἀθῆναι.", "Signed Владимир in ink.",
                                       "The sign 北京市 hung there.", "A poster (東京都) and 서울시 too."}) {
            if (encoding.code() == "mojibake.latin9") continue;  // "Œ" may be two bytes; only Latin words tell
            const auto first = good.substr(0, good.find("Ἀ"));
            const auto broken = damaged(first, encoding);
            CAPTURE(encoding.code(), first, broken);
            CHECK(read(broken).text == first);
        }
}

TEST_CASE("each pair of encodings is named as what it is") {
    struct Row {
        const char *raw, *text, *code;
    };
    const Row rows[] = {{"Itâ€™s cafÃ©", "It’s café", "mojibake.cp1252"},
                        {"Itâ\xc2\x80\xc2\x99s", "It’s", "mojibake.cp1252"},
                        {"Itâ€™s cafĂ© KrakĂłw", "It’s café Kraków", "mojibake.cp1250"},
                        {"Itвђ™s", "Itвђ™s", ""},
                        {"Itвђ™s not itвЂ™s", "Itвђ™s not it’s", "mojibake.cp1251"},
                        {"ItвЂ™s cafГ©", "It’s café", "mojibake.cp1251"},
                        {"It‚Äôs caf√©", "It’s café", "mojibake.mac"},
                        {"ItΓÇÖs caf├⌐", "It’s café", "mojibake.cp437"},
                        {"ItÔÇÖs caf├®", "It’s café", "mojibake.cp850"},
                        {"ItБ─≥s", "It’s", "mojibake.koi8r"},
                        {"It窶冱 said", "It’s said", "mojibake.sjis"},
                        {"the caf矇 said", "the café said", "mojibake.big5"},
                        {"the caf챕 said", "the café said", "mojibake.euckr"},
                        {"â€œYesâ€ he said", "“Yes” he said", "mojibake.guessed"},
                        {"some $5bn (ÂŁ4bn) more", "some $5bn (£4bn) more", "mojibake.cp1250"},
                        {"Copyright В© 2031", "Copyright © 2031", "mojibake.cp1251"},
                        {"â–Â  A list", "■ A list", "mojibake.cp1252"},
                        {"wide ‚Ä¶ open", "wide … open", "mojibake.mac"},
                        {"ï»¿First line", "First line", ""},
                        {"Ìîñêâà burns", "Москва burns", "mojibake.from-cp1251"},
                        {"The paper Êîììåðñàíòú wrote", "The paper Коммерсантъ wrote", "mojibake.from-cp1251"}};
    for (const auto& row : rows) {
        CAPTURE(row.raw);
        const auto article = read(row.raw);
        CHECK(article.text == row.text);
        if (*row.code != '\0') CHECK(has(article, row.code));
    }
}

TEST_CASE("a single Chinese or Korean sign in an English text is no damage without proof") {
    for (const std::string text : {"The character 茅 (Mao) is a surname.", "He wrote 脙 on it.", "챕 is a syllable."}) {
        CAPTURE(text);
        CHECK(read(text).text == text);
    }
}

TEST_CASE("multibyte readings of English with quotes and accents come back where bytes survived") {
    for (const std::string good : {"The mayor’s office said it’s closed.", "They’ve come to the chancellor’s door."})
        for (const char* encoding : {"GBK", "Shift_JIS"}) {
            const auto broken = damaged_multibyte(good, encoding);
            CAPTURE(encoding, broken);
            CHECK(read(broken).text == good);
        }
    for (const std::string good : {"A cliché at the café in Zürich", "Señor Núñez said so"})
        for (const char* encoding : {"GBK", "Shift_JIS", "windows-950", "windows-949"}) {
            const auto broken = damaged_multibyte(good, encoding);
            CAPTURE(encoding, broken);
            if (broken.find("\xef\xbf\xbd") == std::string::npos) CHECK(read(broken).text == good);
        }
}

TEST_CASE("character references of HTML left in a text are put in, with the way back") {
    struct Row {
        const char *raw, *text;
    };
    const Row rows[] = {
        {"It&rsquo;s &#8220;so&#x201D;", "It’s “so”"},
        {"It&amp;rsquo;s AT&amp;T", "It’s AT&T"},
        {"It&amp;amp;amp;#39;s", "It's"},
        {"one&nbsp;two &#146;n", "one two ’n"},
        {"AT&T; Q&A and ?a=1&copy=2 &unknown; &#; &#xZ; &", "AT&T; Q&A and ?a=1&copy=2 &unknown; &#; &#xZ; &"},
        {"It&acirc;&euro;&trade;s", "It’s"},
        {"&#0; &#55296; &#1114112;", "&#0; &#55296; &#1114112;"}};
    for (const auto& row : rows) {
        CAPTURE(row.raw);
        CHECK(read(row.raw).text == row.text);
    }
    const auto article = read("It&amp;rsquo;s");
    CHECK(has(article, "entity"));
    CHECK(article.map.published({2, 5}) == Span{2, 13});
}

}  // namespace chancery
