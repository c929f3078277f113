#pragma once
#include <span>
#include <string>
#include <vector>

#include "extract/entity/clusters.hpp"
#include "extract/lexicon/lexicon.hpp"
#include "extract/lexicon/words.hpp"

namespace chancery {

/// Which of an article's persons hold public office, by their titles, ranks and names.
class Officials {
  public:
    Officials(const Lexicon& lexicon, const std::vector<Mention>& mentions, const std::vector<Office>& offices,
              std::span<const Words> sentences, Clusters& clusters)
        : lexicon_(lexicon), mentions_(mentions), offices_(offices), sentences_(sentences), clusters_(clusters) {}

    /// Turns persons with an office, a rank or a known leader's name into officials and notes their offices.
    void note();
    /// "minister_of Foreign Ministry NO"; empty when the office or its body is not known.
    [[nodiscard]] std::string office_key(const Office& office) const;
    /// The one person of the article who is known to lead `country` in this office; no_entity when there is none.
    [[nodiscard]] std::uint32_t leader_in(const Office& office, const std::string& country) const;

  private:
    void leader(Cluster& cluster) const;
    [[nodiscard]] bool private_body(const Office& office) const;
    void serves_official(const Office& office);
    void rank_makes_official(const Mention& mention);

    const Lexicon& lexicon_;
    const std::vector<Mention>& mentions_;
    const std::vector<Office>& offices_;
    std::span<const Words> sentences_;
    Clusters& clusters_;
};

}  // namespace chancery
