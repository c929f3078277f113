#pragma once
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/entity/clusters.hpp"
#include "extract/lexicon/lexicon.hpp"
#include "extract/lexicon/words.hpp"
#include "record/mention.hpp"

namespace chancery {

/// Who is meant by words that only point back: "he", "it", "the ministry", "the minister", "the two countries". Joins
/// each such mention to the cluster it stands for, or leaves it without one.
class References {
  public:
    References(const Lexicon& lexicon, std::vector<Mention>& mentions, const std::vector<Office>& offices,
               std::span<const Words> sentences, Clusters& clusters)
        : lexicon_(lexicon), mentions_(mentions), offices_(offices), sentences_(sentences), clusters_(clusters) {}

    void resolve();

  private:
    [[nodiscard]] std::uint32_t person(std::size_t m) const;
    [[nodiscard]] std::uint32_t body(std::size_t m) const;
    [[nodiscard]] std::uint32_t described_body(std::size_t m) const;
    [[nodiscard]] std::uint32_t country(std::size_t m) const;
    [[nodiscard]] std::uint32_t holder(std::size_t m) const;
    void pair(std::size_t m);

    /// The subject of sentence `sentence` that is a country or body, before mention `before`.
    [[nodiscard]] std::uint32_t subject_body(std::uint32_t sentence, std::size_t before) const;
    [[nodiscard]] std::uint32_t first_person(std::uint32_t sentence, std::size_t before) const;

    /// How a mention stands in its sentence.
    [[nodiscard]] Dependency link(const Mention& mention) const;
    [[nodiscard]] bool subject(const Mention& mention) const;
    /// Both hang on one verb, so they are not the same: "Rojas met him".
    [[nodiscard]] bool beside(const Mention& one, const Mention& other) const;

    void note_kinds();
    [[nodiscard]] bool holds(std::uint32_t cluster, std::string_view title) const;

    const Lexicon& lexicon_;
    std::vector<Mention>& mentions_;
    const std::vector<Office>& offices_;
    std::span<const Words> sentences_;
    Clusters& clusters_;
    std::vector<Mention> twins_;
    std::map<std::uint32_t, std::set<std::string, std::less<>>> kinds_;   ///< institutions: "ministry", "media"
    std::map<std::uint32_t, std::set<std::string, std::less<>>> titles_;  ///< persons: "president", "former mayor"
};

}  // namespace chancery
