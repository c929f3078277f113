#include "extract/text/language.hpp"
#include "extract/text/reader.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

std::string language_of(const std::string& text) {
    static const auto phrases = BoilerplatePhrases::read(CHANCERY_SOURCE_DIR "/models/lexicon/boilerplate.tsv");
    static const auto languages = Languages::read(CHANCERY_SOURCE_DIR "/models/lexicon/languages.tsv");
    return find_language(read_article(text, {.id = "a"}, phrases), languages).code;
}

struct Row {
    const char *language, *text;
};

}  // namespace

TEST_CASE("sentences of many languages are told apart") {
    const Row rows[] = {
        {"de", "Der Minister sagte am Montag, dass die Gespräche mit der Regierung noch nicht zu Ende sind."},
        {"fr", "Le ministre a déclaré lundi que les discussions avec le gouvernement ne sont pas terminées."},
        {"es", "El ministro dijo el lunes que las conversaciones con el gobierno no han terminado y que habrá más."},
        {"pt", "O ministro disse na segunda-feira que as conversas com o governo ainda não terminaram, segundo ele."},
        {"it",
         "Il ministro ha detto lunedì che i colloqui con il governo non sono ancora finiti e che ci saranno altri."},
        {"nl",
         "De minister zei maandag dat de gesprekken met de regering nog niet zijn afgelopen en dat er meer komen."},
        {"sv", "Ministern sade på måndagen att samtalen med regeringen inte är slut och att det blir fler möten."},
        {"da",
         "Ministeren sagde mandag, at samtalerne med regeringen ikke er slut, og at der bliver flere møder af den "
         "slags."},
        {"no",
         "Statsråden sa mandag at samtalene med regjeringen ikke er slutt, og at det blir flere møter etter jul mellom "
         "dem."},
        {"fi",
         "Ministeri sanoi maanantaina, että keskustelut hallituksen kanssa eivät ole vielä ohi, mutta ne jatkuvat."},
        {"et",
         "Minister ütles esmaspäeval, et läbirääkimised valitsusega ei ole veel lõppenud ja need jätkuvad pärast."},
        {"lv", "Ministrs pirmdien teica, ka sarunas ar valdību vēl nav beigušās un tās turpināsies pēc svētkiem."},
        {"lt", "Ministras pirmadienį sakė, kad derybos su vyriausybe dar nesibaigė ir kad jos tęsis po švenčių."},
        {"pl", "Minister powiedział w poniedziałek, że rozmowy z rządem jeszcze się nie skończyły i że będą następne."},
        {"cs", "Ministr v pondělí řekl, že jednání s vládou ještě neskončila a že budou další, které jsou důležité."},
        {"sk",
         "Minister v pondelok povedal, že rokovania s vládou sa ešte neskončili a že budú ďalšie, ktoré sú dôležité."},
        {"sl",
         "Minister je v ponedeljek dejal, da pogajanja z vlado še niso končana in da bodo tudi druga, ki so pomembna."},
        {"hr",
         "Ministar je u ponedjeljak rekao da pregovori s vladom još nisu gotovi i da će biti još sastanaka koji su "
         "važni."},
        {"hu",
         "A miniszter hétfőn azt mondta, hogy a tárgyalások a kormánnyal még nem értek véget, és hogy lesz több is."},
        {"ro",
         "Ministrul a spus luni că discuțiile cu guvernul nu s-au încheiat și că vor mai fi și altele după aceea."},
        {"sq",
         "Ministri tha të hënën se bisedimet me qeverinë nuk kanë përfunduar dhe se do të ketë të tjera pas tyre."},
        {"tr",
         "Bakan pazartesi günü hükümetle görüşmelerin henüz bitmediğini ve daha sonra devam edeceğini söyledi, ama bir "
         "tarih yok."},
        {"az",
         "Nazir bazar ertəsi dedi ki, hökumətlə danışıqlar hələ bitməyib və sonra davam edəcək, amma bir tarix "
         "yoxdur."},
        {"id",
         "Menteri mengatakan pada hari Senin bahwa pembicaraan dengan pemerintah tidak akan selesai dalam waktu "
         "dekat."},
        {"vi",
         "Bộ trưởng nói hôm thứ Hai rằng các cuộc đàm phán với chính phủ vẫn không được kết thúc và sẽ còn nhiều."},
        {"sw",
         "Waziri alisema Jumatatu kwamba mazungumzo na serikali hayajaisha na kwamba yataendelea baada ya sikukuu."},
        {"ca",
         "El ministre va dir dilluns que les converses amb el govern no s'han acabat i que n'hi haurà més després amb "
         "els altres."},
        {"ga",
         "Dúirt an t-aire Dé Luain nach bhfuil na cainteanna leis an rialtas thart agus go mbeidh tuilleadh ann ar "
         "ball."},
        {"is",
         "Ráðherrann sagði á mánudag að viðræðum við stjórnina væri ekki lokið og að þær myndu halda áfram eftir það."},
        {"ru", "Министр сказал в понедельник, что переговоры с правительством ещё не закончились и что они будут."},
        {"uk",
         "Міністр сказав у понеділок, що переговори з урядом ще не закінчилися і що вони будуть також після свят."},
        {"bg", "Министърът каза в понеделник, че преговорите с правителството още не са приключили и ще има още."},
        {"sr", "Министар је у понедељак рекао да преговори са владом још нису завршени и да ће бити још састанака."},
        {"kk",
         "Министр дүйсенбіде үкіметпен келіссөздер әлі аяқталмағанын және кейін жалғасатынын айтты, бірақ күні жоқ."},
        {"el", "Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες με την κυβέρνηση δεν έχουν τελειώσει."},
        {"he", "השר אמר ביום שני שהשיחות עם הממשלה עדיין לא הסתיימו."},
        {"ar", "قال الوزير يوم الاثنين إن المحادثات مع الحكومة لم تنته بعد وأضاف أن هناك المزيد من الاجتماعات."},
        {"fa", "وزیر روز دوشنبه گفت که مذاکرات با دولت هنوز به پایان نرسیده است و این گفتگوها ادامه خواهد داشت."},
        {"hi", "मंत्री ने सोमवार को कहा कि सरकार के साथ बातचीत अभी समाप्त नहीं हुई है और आगे भी होगी।"},
        {"th", "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจากับรัฐบาลยังไม่สิ้นสุด"},
        {"ka", "მინისტრმა ორშაბათს თქვა, რომ მოლაპარაკებები მთავრობასთან ჯერ არ დასრულებულა."},
        {"zh", "部长星期一表示，与政府的谈判尚未结束，今后还将举行更多会谈。"},
        {"ja", "大臣は月曜日、政府との協議はまだ終わっていないと述べた。"},
        {"ko", "장관은 월요일 정부와의 회담이 아직 끝나지 않았다고 말했다."}};
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(language_of(row.text) == row.language);
    }
}

TEST_CASE("English stays English: short, shouted, full of foreign names, with foreign quotations") {
    const char* rows[] = {
        "Talks go on",
        "PM quits",
        "RUSSIA SUMMONS AMBASSADOR OVER RAID",
        "MINISTER DIES IN CRASH",
        "Santa Cruz de la Sierra: Los Pumas beat Las Leonas de San Juan",
        "Gen. Juan Carlos de la Torre y Vargas met Maria del Pilar Gomez da Silva e Costa in Rio de Janeiro.",
        "Die Welt, Der Spiegel and Die Zeit of Germany reported it; Le Monde and La Stampa did not.",
        "In a note, \xe2\x80\x9cla situation est grave et nous ne sommes pas d'accord avec le ministre\xe2\x80\x9d, "
        "the French "
        "embassy said on Monday, and the talks were broken off by the two sides for the time being.",
        "Alitalia, Enel, Eni, Fiat, Generali, Intesa, Mediobanca, Telecom",
        "Ministers from Kyrgyzstan, Uzbekistan and Tajikistan sign border deal",
        "\xe4\xb8\xad\xe5\x9b\xbd (China) signs trade deal with Peru, minister says",
        "Man dies as car hits wall in Den Haag",
        "12 34 56",
        ""};
    for (const auto* row : rows) {
        CAPTURE(row);
        CHECK(language_of(row) == "en");
    }
}

TEST_CASE("a text half English, half another language is read") {
    const std::string english = "The minister said on Monday that the talks with the government were not over yet.\n";
    const std::string german =
        "Der Minister sagte am Montag, dass die Gespräche mit der Regierung nicht zu Ende sind.\n";
    CHECK(language_of(english + german) == "en");
    CHECK(language_of(english + german + german + german + german) == "de");
}

}  // namespace chancery
