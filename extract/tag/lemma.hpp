#pragma once
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace chancery {

/// Dictionary forms of English words: irregular forms from tables, the rest by the spelling rules of English, checked
/// against a list of common words where the rules leave a choice ("hoping": hope, "hopping": hop).
class Lemmas {
  public:
    /// Reads irregular_forms.tsv, verb_forms.tsv and common_words.tsv of a lexicon folder. Throws Error "FILE:LINE:
    /// ...".
    static Lemmas read(const std::filesystem::path& lexicon);

    /// The lemma of a form with its universal and its Penn tag, by the conventions of the English treebanks: lower case
    /// but for names, "n't" is not, "him" is he.
    [[nodiscard]] std::string lemma(std::string_view form, std::string_view upos, std::string_view xpos) const;

  private:
    [[nodiscard]] std::string verb(std::string_view form, std::string_view xpos) const;
    [[nodiscard]] std::string noun(std::string_view form) const;
    [[nodiscard]] std::string graded(std::string_view form, std::size_t ending) const;
    /// What stays of a form without its ending: with an e, as it is, or with its doubled consonant undone.
    [[nodiscard]] std::string stem(std::string_view rest) const;
    [[nodiscard]] bool known(std::string_view word) const { return words_.contains(word); }

    std::map<std::pair<std::string, std::string>, std::string, std::less<>> irregular_;  ///< (form, class)
    std::set<std::string, std::less<>> words_, verbs_;
};

}  // namespace chancery
