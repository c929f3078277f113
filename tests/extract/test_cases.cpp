// Runs tests/cases/*.case: sentences a journalist could write, with what must and must not come out of them.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "extract/lexicon/words.hpp"
#include "extract/pipeline.hpp"
#include "tests/catch.hpp"
#include "tests/extract/case_file.hpp"

namespace chancery {

namespace {

std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> result;
    for (std::size_t at = 0; at < line.size();) {
        const auto end = std::min(line.find("  ", at), line.size());
        if (end > at) result.push_back(line.substr(at, end - at));
        at = std::min(line.find_first_not_of(' ', end), line.size());
    }
    return result;
}

void read_line(const std::string& line, const std::string& where, Case& current) {
    const auto part = fields(line);
    const auto edge = [&](bool wanted) {
        if (part.size() < 4)
            throw std::runtime_error(where + ": an edge needs subject, relation and object, two blanks apart");
        auto status = part.size() > 4 ? part[4] : std::string();
        std::erase_if(status, [](char c) { return c == '[' || c == ']'; });
        current.edges.push_back({part[1], part[2], part[3], status, wanted});
    };
    if (part[0] == "text" && part.size() > 1) {
        current.where = where;
        current.text = line.substr(line.find_first_not_of(' ', 4));
    } else if (part[0] == "want") {
        edge(true);
    } else if (part[0] == "deny") {
        edge(false);
    } else if ((part[0] == "node" || part[0] == "nonode") && part.size() == 2) {
        current.nodes.push_back({part[1], part[0] == "node"});
    } else {
        throw std::runtime_error(where + ": a line begins with text, want, deny, node or nonode");
    }
}

bool is(const Entity& entity, const std::string& wanted) {
    if (wanted == "*") return true;
    const auto slash = wanted.find('/');
    if (wanted.substr(0, slash) != "*" && wanted.substr(0, slash) != name_of(entity.type)) return false;
    const auto name = wanted.substr(slash + 1);
    const auto same = [&](const std::string& other) {  // "Two guards" of a sentence's begin are "two guards"
        return other == name || (entity.type == EntityType::group && fold(other) == fold(name));
    };
    return name == "*" || same(entity.label) || std::any_of(entity.aliases.begin(), entity.aliases.end(), same);
}

std::string shown(const ArticleFacts& facts, const RelationCatalog& catalog) {
    std::string out;
    for (const auto& entity : facts.entities) out += std::string(name_of(entity.type)) + "/" + entity.label + "\n";
    for (const auto& a : facts.assertions)
        out += facts.entities[a.subject].label + "  " + catalog.at(a.relation).id + "  " +
               facts.entities[a.object].label + "  [" + std::string(name_of(a.status)) + "] " + a.construction + "\n";
    return out;
}

const Extractor& extractor() {
    static const auto loaded = Extractor::load(CHANCERY_SOURCE_DIR "/models");
    return loaded;
}

}  // namespace

std::vector<Case> read_cases(const std::string& path) {
    std::vector<Case> cases;
    std::ifstream in(path);
    std::string line;
    bool open = false;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.starts_with('#')) continue;
        if (line.empty()) {
            open = false;
            continue;
        }
        if (!open) cases.emplace_back();
        open = true;
        read_line(line, path + ":" + std::to_string(number), cases.back());
    }
    return cases;
}

TEST_CASE("every case file gives what it wants and nothing it denies") {
    std::size_t count = 0;
    for (const auto& file : std::filesystem::directory_iterator(CHANCERY_SOURCE_DIR "/tests/cases")) {
        if (file.path().extension() != ".case") continue;
        for (const auto& test : read_cases(file.path().string())) {
            ++count;
            const auto facts = extractor().extract(test.text, {.id = "case"});
            INFO(test.where << "\n" << test.text << "\n" << shown(facts, extractor().catalog()));
            for (const auto& edge : test.edges) {
                const auto found =
                    std::any_of(facts.assertions.begin(), facts.assertions.end(), [&](const Assertion& a) {
                        return is(facts.entities[a.subject], edge.subject) &&
                               (edge.relation == "*" || extractor().catalog().at(a.relation).id == edge.relation) &&
                               is(facts.entities[a.object], edge.object) &&
                               (edge.status.empty() || name_of(a.status) == edge.status);
                    });
                INFO(edge.subject << "  " << edge.relation << "  " << edge.object << "  " << edge.status);
                CHECK(found == edge.wanted);
            }
            for (const auto& node : test.nodes) {
                INFO(node.name);
                CHECK(std::any_of(facts.entities.begin(), facts.entities.end(),
                                  [&](const Entity& e) { return is(e, node.name); }) == node.wanted);
            }
        }
    }
    CHECK(count >= 50);
}

}  // namespace chancery
