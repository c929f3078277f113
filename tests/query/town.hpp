#pragma once
#include <string>
#include <vector>

#include "graph/rows.hpp"
#include "graph/sources.hpp"
#include "graph/summary.hpp"

namespace chancery {

/// Builds small graphs by hand. Edges are counted by the same functions as those of real graphs.
class Town {
  public:
    void article(std::string id, std::string source, std::string published) {
        ArticleRow row;
        row.id = id;
        row.names = {id};
        row.sha256 = std::string(64 - id.size(), '0') + id;
        row.title = "News of " + id;
        row.source = std::move(source);
        row.published = published;
        row.language = "en";
        row.words = 100;
        published_[id] = std::move(published);
        rows_.articles.push_back(std::move(row));
    }

    std::uint32_t node(std::string id, EntityType type, std::string label, std::vector<std::string> aliases = {},
                       std::string country = {}, std::vector<std::string> articles = {}) {
        NodeRow row;
        row.id = std::move(id);
        row.type = type;
        row.label = std::move(label);
        row.aliases = std::move(aliases);
        row.country = std::move(country);
        row.articles = std::move(articles);
        row.mentions = static_cast<std::uint32_t>(row.articles.size()) + 1;
        rows_.nodes.push_back(std::move(row));
        return static_cast<std::uint32_t>(rows_.nodes.size() - 1);
    }

    struct Saying {
        std::string article, text;
        Status status = Status::asserted;
        std::string date = {};
    };

    void edge(std::string id, std::uint32_t source, std::string relation, std::uint32_t target,
              const std::vector<Saying>& sayings, bool symmetric = false) {
        EdgeRow row;
        row.id = std::move(id);
        row.source = source;
        row.target = target;
        row.relation = relation;
        row.kind = "event";
        row.symmetric = symmetric;
        for (const auto& saying : sayings) {
            EvidenceRow piece;
            piece.article = saying.article;
            piece.text = saying.text;
            piece.sentence = {10, static_cast<std::uint32_t>(10 + saying.text.size())};
            piece.subject = {10, 12};
            piece.trigger = {13, 15};
            piece.object = {16, 18};
            piece.status = saying.status;
            piece.date = saying.date;
            piece.rule = relation;
            piece.construction = "verb";
            piece.confidence = 800;
            row.evidence.push_back(std::move(piece));
        }
        summarise(row, relation, published_);
        count_sources(row, {});
        rows_.edges.push_back(std::move(row));
    }

    [[nodiscard]] GraphRows rows() const { return rows_; }

  private:
    GraphRows rows_;
    Published published_;
};

/// Six entities of a made-up harbour town, with a claim, a denial and a plan.
inline GraphRows harbour_town() {
    Town town;
    town.article("a1", "Tidings", "2031-02-01");
    town.article("a2", "Courier", "2031-03-05");
    town.article("a3", "Tidings", "2031-04-09");
    const auto norway =
        town.node("country_NO", EntityType::country, "Norway", {"Kingdom of Norway"}, "NO", {"a1", "a2", "a3"});
    const auto council =
        town.node("institution_harbour-council", EntityType::institution, "Harbour Council", {}, "NO", {"a1"});
    const auto noor =
        town.node("person_halima-noor", EntityType::official, "Halima Noor", {"Noor"}, "NO", {"a1", "a2"});
    const auto safarov = town.node("person_huseyn-safarov", EntityType::person, "Huseyn Safarov", {}, "AZ", {"a2"});
    const auto holt = town.node("person_maren-holt", EntityType::person, "Maren Holt", {}, "", {"a3"});
    const auto dock = town.node("place_north-dock", EntityType::place, "North Dock", {}, "NO", {"a3"});
    town.edge("e_aa", noor, "heads", council,
              {{"a1", "Noor heads the Harbour Council."}, {"a2", "Its head, Noor, spoke."}});
    town.edge("e_bb", noor, "accused", safarov,
              {{"a1", "Noor accused Safarov of fraud.", Status::alleged},
               {"a2", "Safarov was not accused.", Status::denied}});
    town.edge("e_cc", safarov, "visited", norway, {{"a2", "Safarov will visit Norway.", Status::planned, "2031-06"}});
    town.edge("e_dd", holt, "met", noor, {{"a3", "Holt and Noor met at the dock."}}, true);
    town.edge("e_ee", council, "located_in", dock, {{"a3", "The council sits at North Dock."}});
    town.edge("e_ff", holt, "visited", norway, {{"a3", "Holt visited Norway."}});
    return town.rows();
}

}  // namespace chancery
