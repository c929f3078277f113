// What the rules hold, and whether they read their own examples.
#include <algorithm>
#include <iostream>

#include "cli/commands.hpp"
#include "extract/lexicon/words.hpp"
#include "extract/pipeline.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

std::string plain(std::string_view name) {
    auto text = fold(name);
    if (text.starts_with("the ")) text.erase(0, 4);
    return text;
}

/// An end fits when one of its names is the wanted one, or holds it, or lies in it; `-` and `*` fit anything.
bool fits(const Entity& entity, const std::string& wanted) {
    if (wanted == "-" || wanted == "*") return true;
    const auto want = plain(wanted);
    const auto like = [&](const std::string& name) {
        const auto have = plain(name);
        return have == want ||
               (have.size() > 3 && (have.find(want) != std::string::npos || want.find(have) != std::string::npos));
    };
    return like(entity.label) || std::any_of(entity.aliases.begin(), entity.aliases.end(), like);
}

class RuleTest {
  public:
    explicit RuleTest(const Extractor& extractor) : extractor_(extractor) {}

    int run() {
        for (const auto& rule : extractor_.rules().all()) {
            const auto& relation = extractor_.catalog().at(rule.relation);
            for (const auto& example : rule.examples) positive(relation, example);
            for (const auto& counter : rule.counters) negative(relation, counter);
        }
        std::cout << run_ << " examples, " << failed_ << " failed\n";
        return failed_ == 0 ? 0 : 1;
    }

  private:
    ArticleFacts read(const std::string& sentence) {
        ++run_;
        return extractor_.extract("News of the day\n\n" + sentence + "\n", {.id = "example"});
    }

    /// What was read of the relation, in words.
    std::string told(const ArticleFacts& facts) const {
        std::string text;
        for (const auto& a : facts.assertions) {
            text += text.empty() ? "" : "; ";
            text += facts.entities[a.subject].label + " " + extractor_.catalog().at(a.relation).id + " " +
                    facts.entities[a.object].label + " (" + std::string(name_of(a.status)) + ")";
        }
        return text.empty() ? "nothing" : text;
    }

    void fail(const RuleExample& example, const std::string& what, const ArticleFacts& facts) {
        ++failed_;
        std::cout << example.where << ": " << what << "\n    " << example.text << "\n    read: " << told(facts) << '\n';
    }

    void positive(const Relation& relation, const RuleExample& example) {
        const auto facts = read(example.text);
        const auto way = [&](const Assertion& a, const std::string& subject, const std::string& object) {
            return fits(facts.entities[a.subject], subject) && fits(facts.entities[a.object], object);
        };
        const bool found = std::any_of(facts.assertions.begin(), facts.assertions.end(), [&](const Assertion& a) {
            if (extractor_.catalog().at(a.relation).id != relation.id || name_of(a.status) != example.status)
                return false;
            return way(a, example.subject, example.object) ||
                   (relation.symmetric && way(a, example.object, example.subject));
        });
        if (!found)
            fail(
                example,
                "not read: " + example.subject + " " + relation.id + " " + example.object + " (" + example.status + ")",
                facts);
    }

    void negative(const Relation& relation, const RuleExample& counter) {
        const auto facts = read(counter.text);
        const bool found = std::any_of(facts.assertions.begin(), facts.assertions.end(), [&](const Assertion& a) {
            return extractor_.catalog().at(a.relation).id == relation.id;
        });
        if (found) fail(counter, "read although it is not said: " + relation.id, facts);
    }

    const Extractor& extractor_;
    std::size_t run_ = 0, failed_ = 0;
};

int list(const Extractor& extractor) {
    for (const auto& rule : extractor.rules().all()) {
        const auto& relation = extractor.catalog().at(rule.relation);
        std::size_t entries = 0;
        for (const auto& trigger : extractor.rules().triggers())
            entries += &extractor.rules().rule(trigger) == &rule ? 1 : 0;
        std::cout << relation.id << '\t' << rule.id << '\t' << relation.kind << '\t' << entries << " entries\t"
                  << rule.examples.size() << '+' << rule.counters.size() << " examples\t"
                  << (rule.say.empty() ? relation.meaning : rule.say) << '\n';
    }
    return 0;
}

}  // namespace

int run_rules(const RulesCommand& command) {
    const auto extractor =
        Extractor::load(models_folder(command.models), {}, {command.files.begin(), command.files.end()});
    if (command.question == "list") return list(extractor);
    if (command.question == "test") return RuleTest(extractor).run();
    std::cout << extractor.rules().all().size() << " rules, " << extractor.rules().triggers().size()
              << " entries: no mistake found\n";
    return 0;
}

}  // namespace chancery
