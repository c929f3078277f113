#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/article.hpp"
#include "record/reading.hpp"

namespace chancery {

/// One token as the lexicons see it.
struct Word {
    Span where;
    std::string_view text;                    ///< as written
    std::string_view lower;                   ///< ASCII letters lower, curly apostrophes straight
    std::uint64_t hash = 0;                   ///< hash_of(lower)
    WordClass word_class = WordClass::other;  ///< of closed classes alone
    WordClass tag = WordClass::other;         ///< as the tagger reads it here
    NameClass name = NameClass::none;         ///< what kind of name the tagger takes it for
    std::uint32_t head = no_head;             ///< the word it hangs on, by the parser
    Dependency link = Dependency::other;      ///< and how
    bool space_before = false;
    bool capital = false;   ///< begins with an upper-case letter
    bool all_caps = false;  ///< two letters or more, none lower-case
    bool initial = false;   ///< first word of its sentence or quotation

    [[nodiscard]] bool is(std::string_view form) const { return lower == form; }
    [[nodiscard]] bool is_any(std::initializer_list<std::string_view> forms) const {
        for (const auto form : forms)
            if (lower == form) return true;
        return false;
    }
};

/// A hash of a folded word, the same for equal words of one run; it reaches no output.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view lower) {
    return std::hash<std::string_view>{}(lower);
}

/// The words of one sentence. Valid while the article lives unmoved; movable, not copyable.
class Words {
  public:
    Words(const Article& article, const Reading& reading, const Sentence& sentence);
    Words(Words&&) = default;
    Words& operator=(Words&&) = default;
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;

    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] const Word& operator[](std::size_t i) const { return words_[i]; }
    [[nodiscard]] std::span<const Word> all() const { return words_; }
    [[nodiscard]] bool shouted() const { return shouted_; }        ///< hardly a lower-case letter in it
    [[nodiscard]] bool title_case() const { return title_case_; }  ///< a headline in which most words are capitalised

    /// Bytes from the begin of word `first` to the end of word `last` - 1.
    [[nodiscard]] Span span(std::size_t first, std::size_t last) const {
        return {words_[first].where.begin, words_[last - 1].where.end};
    }

  private:
    std::string folded_;  // every Word::lower points into it
    std::vector<Word> words_;
    bool shouted_ = false;
    bool title_case_ = false;
};

/// `text` as Word::lower has it.
[[nodiscard]] std::string fold(std::string_view text);

/// The words of a lexicon entry, cut as the tokenizer cuts them: blanks, hyphens, a final 's.
[[nodiscard]] std::vector<std::string> entry_words(std::string_view entry);

}  // namespace chancery
