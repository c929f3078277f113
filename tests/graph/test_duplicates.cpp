#include "graph/duplicates.hpp"
#include "tests/catch.hpp"

using namespace chancery;

namespace {

NodeRow node(EntityType type, const std::string& label, const std::string& country = "",
             const std::string& article = "a") {
    NodeRow row;
    row.id = std::string(family_of(type)) + "_" + label + country;
    row.type = type;
    row.label = label;
    row.country = country;
    row.named = true;
    row.mentions = 1;
    row.articles = {article};
    return row;
}

}  // namespace

TEST_CASE("doubtful pairs are found with their reason") {
    GraphRows rows;
    rows.nodes = {node(EntityType::person, "Huseyn Safarov", "AZ"),
                  node(EntityType::official, "Gusein Safarov", "RU"),
                  node(EntityType::person, "Safarov", "", "b"),
                  node(EntityType::institution, "Blue Harbour Union"),
                  node(EntityType::institution, "BHU"),
                  node(EntityType::person, "Maren Holt"),
                  node(EntityType::person, "Maren Ingrid Holt"),
                  node(EntityType::place, "Lindesund"),
                  node(EntityType::place, "Lindesand"),
                  node(EntityType::country, "Norway", "NO")};
    std::vector<std::string> found;
    for (const auto& doubt : find_duplicates(rows))
        found.push_back(address_of(rows.nodes[doubt.first]) + " = " + address_of(rows.nodes[doubt.second]) + ": " +
                        doubt.reason);
    std::sort(found.begin(), found.end());
    CHECK(found == std::vector<std::string>{"institution/BHU = institution/Blue Harbour Union: initials",
                                            "person/Huseyn Safarov = person/Gusein Safarov: spellings of one name",
                                            "person/Maren Holt = person/Maren Ingrid Holt: one name inside the other",
                                            "person/Safarov@b = person/Gusein Safarov: a surname alone",
                                            "person/Safarov@b = person/Huseyn Safarov: a surname alone"});
}

TEST_CASE("names with nothing in common, and a name that fits everybody, are no doubt") {
    GraphRows rows;
    rows.nodes = {node(EntityType::person, "Roe", "", "z"), node(EntityType::person, "Ana Poe")};
    for (const char* given : {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J"})
        rows.nodes.push_back(node(EntityType::person, std::string(given) + "na Roe"));
    for (const auto& doubt : find_duplicates(rows)) CHECK(rows.nodes[doubt.first].label != "Roe");
}
