// The language of a text.
//
// A script that only one language here uses decides alone. Else every word of a closed class votes for the languages
// that have it, with one vote shared among them, and letters that few languages have vote too. Articles are not
// skipped lightly: another language must have twice the votes of English, and enough of the text must speak for it.
#include "extract/text/language.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <algorithm>
#include <string>
#include <vector>

#include "extract/text/characters.hpp"

namespace chancery {

namespace {

constexpr std::size_t most_words = 3000;  // so much of a long text is enough
constexpr std::size_t least_words = 5;

class Detector {
  public:
    explicit Detector(const Languages& languages) : languages_(languages), votes_(languages.all().size(), 0.0) {}

    void read(std::string_view text) {
        for (std::size_t i = 0; i < text.size() && words_ < most_words;) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte < 0x80) {
                ++i;
                take_ascii(static_cast<char>(byte));
                continue;
            }
            take(next(text, i));
        }
        end_word();
    }

    [[nodiscard]] const Languages::Language& verdict() const {
        const auto& english = languages_.all()[languages_.english()];
        const auto script = std::max_element(scripts_.begin(), scripts_.end(),
                                             [](const auto& a, const auto& b) { return a.second < b.second; });
        std::size_t foreign = 0;
        for (const auto& [name, count] : scripts_) foreign += count;
        if (latin_ + foreign < 12) return english;
        if (foreign > latin_ && script != scripts_.end()) return of_script(script->first);
        return by_votes("Latin", english);
    }

  private:
    /// The character at `i`, which moves behind it. Cleaned text is valid UTF-8.
    static UChar32 next(std::string_view text, std::size_t& i) {
        const auto lead = static_cast<unsigned char>(text[i++]);
        UChar32 c = lead >= 0xf0 ? lead & 7 : lead >= 0xe0 ? lead & 15 : lead & 31;
        while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xc0U) == 0x80U)
            c = static_cast<UChar32>((static_cast<std::uint32_t>(c) << 6U) |
                                     (static_cast<unsigned char>(text[i++]) & 0x3fU));
        return c;
    }

    void take_ascii(char c) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z')) {
            if (word_.empty()) name_ = upper;
            if (!upper) small_ = true;
            word_.push_back(upper ? static_cast<char>(c + 32) : c);
            ++latin_;
        } else if (c == '\'' && !word_.empty()) {
            word_.push_back(c);
        } else {
            end_word();
        }
    }

    void take(UChar32 c) {
        if (c == 0x2019 && !word_.empty()) {
            word_.push_back('\'');
            return;
        }
        if (!u_isalpha(c) && u_charType(c) != U_NON_SPACING_MARK && u_charType(c) != U_COMBINING_SPACING_MARK) {
            end_word();
            return;
        }
        if (word_.empty()) name_ = u_isupper(c) != 0;
        if (!u_isupper(c)) small_ = true;
        c = u_tolower(c);
        append_utf8(word_, static_cast<char32_t>(c));
        if (const auto* hint = languages_.letter(static_cast<char32_t>(c))) vote(*hint, 0.5);
        UErrorCode status = U_ZERO_ERROR;
        const auto script = uscript_getScript(c, &status);
        if (script == USCRIPT_LATIN)
            ++latin_;
        else if (U_SUCCESS(status) && script > USCRIPT_INHERITED)
            count_script(script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ? "Kana" : uscript_getName(script),
                         script == USCRIPT_HAN || script == USCRIPT_HANGUL ? 3 : 1);
    }

    /// Signs that stand for a syllable or word weigh as their letters would.
    void count_script(std::string_view name, std::size_t weight) {
        const auto it = std::find_if(scripts_.begin(), scripts_.end(), [&](const auto& s) { return s.first == name; });
        if (it == scripts_.end())
            scripts_.emplace_back(name, weight);
        else
            it->second += weight;
    }

    void vote(const Languages::Hint& hint, double weight) {
        for (const auto language : hint) votes_[language] += weight / static_cast<double>(hint.size());
    }

    void end_word() {
        if (word_.empty()) return;
        ++words_;
        const double weight = name_ && small_ ? 0.3 : 1;  // "Los" and "Die" begin names
        if (const auto* hint = languages_.word(word_)) {
            vote(*hint, weight);
        } else if (const auto quote = word_.find('\''); quote != std::string::npos) {  // l'été, it's
            if (const auto* head = languages_.word(std::string_view(word_).substr(0, quote))) vote(*head, weight);
            if (const auto* tail = languages_.word(std::string_view(word_).substr(quote + 1))) vote(*tail, 1);
        }
        word_.clear();
        small_ = false;
    }

    [[nodiscard]] const Languages::Language& of_script(std::string_view script) const {
        const auto& english = languages_.all()[languages_.english()];
        const auto kana =
            std::find_if(scripts_.begin(), scripts_.end(), [](const auto& s) { return s.first == "Kana"; });
        if (script == "Han" && kana != scripts_.end()) script = "Kana";
        const auto* first = languages_.of_script(script);
        return first == nullptr ? english : by_votes(script, *first);
    }

    /// The language of the script with most votes; among those of Latin script only when it beats English clearly.
    [[nodiscard]] const Languages::Language& by_votes(std::string_view script,
                                                      const Languages::Language& otherwise) const {
        std::size_t best = languages_.all().size();
        for (std::size_t l = 0; l < votes_.size(); ++l) {
            const bool fits = languages_.all()[l].script == script;
            if (fits && votes_[l] > 0 && (best == votes_.size() || votes_[l] > votes_[best])) best = l;
        }
        if (best == votes_.size()) return otherwise;
        if (script != "Latin") return languages_.all()[best];
        const auto english = votes_[languages_.english()];
        const bool enough = words_ >= least_words && votes_[best] >= 2 &&
                            votes_[best] >= 0.06 * static_cast<double>(words_) && votes_[best] >= 2 * english;
        return enough ? languages_.all()[best] : otherwise;
    }

    const Languages& languages_;
    std::vector<double> votes_;
    std::vector<std::pair<std::string_view, std::size_t>> scripts_;
    std::string word_;
    bool name_ = false, small_ = false;  ///< the word begins with a capital; has a small letter
    std::size_t words_ = 0, latin_ = 0;
};

}  // namespace

const Languages::Language& find_language(const Article& article, const Languages& languages) {
    Detector detector(languages);
    for (const auto& block : article.blocks)
        if (block.kind == BlockKind::headline || block.kind == BlockKind::paragraph)
            detector.read(words(article.text, block.where));
    return detector.verdict();
}

}  // namespace chancery
