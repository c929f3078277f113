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

/// Who is meant by words that only point back: "he", "it", "they", "the ministry", "the minister", "the two countries",
/// "the militants", "his country", "the Ohio Republican". Joins each such mention to the cluster it stands for, or
/// leaves it without one.
class References {
  public:
    References(const Lexicon& lexicon, std::vector<Mention>& mentions, const std::vector<Office>& offices,
               std::span<const Words> sentences, Clusters& clusters)
        : lexicon_(lexicon), mentions_(mentions), offices_(offices), sentences_(sentences), clusters_(clusters) {}

    void resolve();

  private:
    /// Whom the singular mention stands for; no_entity where nothing fits.
    [[nodiscard]] std::uint32_t antecedent(std::size_t m) const;
    [[nodiscard]] std::uint32_t person(std::size_t m) const;
    [[nodiscard]] bool stranger_speaks(const Mention& pronoun) const;
    [[nodiscard]] std::uint32_t body(std::size_t m) const;
    [[nodiscard]] std::uint32_t described_body(std::size_t m) const;
    [[nodiscard]] std::uint32_t country(std::size_t m) const;
    [[nodiscard]] std::uint32_t holder(std::size_t m) const;
    [[nodiscard]] std::uint32_t state_of_owner(const Mention& described) const;
    [[nodiscard]] std::uint32_t government(std::size_t m) const;
    [[nodiscard]] std::string led_by_leader(std::size_t m) const;
    [[nodiscard]] std::uint32_t politician(std::size_t m) const;
    [[nodiscard]] std::uint32_t leader_of_state(std::size_t m) const;
    /// Heads the state or its government, by the list of leaders or an office.
    [[nodiscard]] bool leads_state(std::uint32_t entity, std::string_view country) const;
    void sides(std::size_t m);
    [[nodiscard]] std::uint32_t newcomer(std::size_t m) const;
    void stranger(std::size_t m);
    [[nodiscard]] bool called_elsewhere(std::size_t m) const;
    [[nodiscard]] std::uint32_t stranger_meant(std::size_t m) const;
    /// The words beside the name call the person so: "NAME, a journalist".
    [[nodiscard]] bool called(const Mention& person, std::string_view noun) const;
    void pair(std::size_t m);
    void they(std::size_t m);
    template <class Fits>
    [[nodiscard]] const Mention* state_where(std::uint32_t sentence, Fits fits) const;
    [[nodiscard]] std::vector<const Mention*> states_in_row(const Mention& last) const;
    void people_of_states(std::size_t m);
    void two_of_group(std::size_t m);
    void body_of_members(std::size_t m);

    /// Makes the mention stand for all of `entities`: for the first by itself, for the others by twins.
    void stand_for(std::size_t m, const std::vector<std::uint32_t>& entities);
    /// Whom a plural phrase stands for whose first mention is `c`: a group, "police", "A and B"; nobody otherwise.
    [[nodiscard]] std::vector<std::uint32_t> plural(std::size_t c) const;
    /// The persons or countries that the grammar joins to mention `c` by "and", itself among them.
    [[nodiscard]] std::vector<std::uint32_t> joined(std::size_t c) const;
    [[nodiscard]] bool of_kind(std::uint32_t entity, const std::set<std::string, std::less<>>& wanted) const;

    /// The subject of sentence `sentence` that is a country or body, before mention `before`.
    [[nodiscard]] std::uint32_t subject_body(std::uint32_t sentence, std::size_t before) const;
    [[nodiscard]] std::uint32_t first_person(std::uint32_t sentence, std::size_t before) const;

    /// How a mention stands in its sentence.
    [[nodiscard]] Dependency link(const Mention& mention) const;
    [[nodiscard]] bool subject(const Mention& mention) const;
    /// Both hang on one verb, so they are not the same: "Rojas met him".
    [[nodiscard]] bool beside(const Mention& one, const Mention& other) const;

    /// The other is the subject of what is done to the pronoun.
    [[nodiscard]] bool does_it(const Mention& other, const Mention& pronoun) const;

    [[nodiscard]] bool leads(const Mention& mention, bool object) const;
    [[nodiscard]] bool quoted(const Mention& mention) const;

    void note_kinds();
    [[nodiscard]] bool holds(std::uint32_t cluster, std::string_view title) const;
    [[nodiscard]] std::string country_of(std::uint32_t entity) const;
    [[nodiscard]] bool legislates(std::uint32_t entity) const;
    [[nodiscard]] int place_fits(const Mention& described, const Mention& person) const;

    const Lexicon& lexicon_;
    std::vector<Mention>& mentions_;
    const std::vector<Office>& offices_;
    std::span<const Words> sentences_;
    Clusters& clusters_;
    std::string home_;  ///< iso2 of the country the article is most about, or empty
    std::vector<Mention> twins_;
    std::map<std::uint32_t, std::set<std::string, std::less<>>> kinds_;   ///< institutions: "ministry", "media"
    std::map<std::uint32_t, std::set<std::string, std::less<>>> titles_;  ///< persons: "president", "former mayor"
};

}  // namespace chancery
