#pragma once
#include <random>
#include <string>

#include "record/facts.hpp"
#include "record/relation_catalog.hpp"
#include "store/digest.hpp"
#include "store/writer.hpp"

namespace chancery {

/// Facts of all shapes that the types allow, in texts that hold what quoting and joining trip over.
class FactsMaker {
  public:
    explicit FactsMaker(unsigned seed) : random_(seed) {}

    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

    std::string words(std::uint32_t most) {
        static const char* const parts[] = {"Oslo",
                                            "\n",
                                            "\\",
                                            "=",
                                            "'",
                                            "\"",
                                            "é",
                                            "Дом",
                                            "\t",
                                            "; --",
                                            "%_*",
                                            "Baku minist",
                                            "\\n",
                                            ",",
                                            "\x01",
                                            "north",
                                            "\xf0\x9f\x8c\x8d"};
        std::string out;
        for (auto n = below(most + 1); n > 0; --n) out += parts[below(std::size(parts))];
        return out;
    }

    std::vector<std::string> list() {
        std::vector<std::string> items;
        for (auto n = below(4); n > 0; --n) items.push_back(words(3));
        std::sort(items.begin(), items.end());
        items.erase(std::unique(items.begin(), items.end()), items.end());
        return items;
    }

    Span span(std::uint32_t size) {
        const auto a = below(size + 1), b = below(size + 1);
        return {std::min(a, b), std::max(a, b)};
    }

    Entity entity(const std::string& article) {
        Entity e;
        e.type = static_cast<EntityType>(below(6));
        e.label = "name " + std::to_string(below(9)) + words(2);
        e.aliases = list();
        e.named = below(4) > 0;
        e.implied = below(4) == 0;
        e.mentions = below(9);
        for (auto n = below(3); n > 0; --n) e.ids[words(2)] = words(2);
        e.signature = {std::string(family_of(e.type)), e.label, below(2) == 0 ? "NO" : "", list(),
                       below(3) == 0   ? article
                       : below(3) == 0 ? words(2)
                                       : ""};
        return e;
    }

    Assertion assertion(const ArticleFacts& facts, const std::string& text, const RelationCatalog& catalog) {
        Assertion a;
        const auto entities = static_cast<std::uint32_t>(facts.entities.size());
        const auto size = static_cast<std::uint32_t>(text.size());
        a.subject = below(entities);
        a.object = below(entities);
        a.relation = static_cast<std::uint16_t>(below(static_cast<std::uint32_t>(catalog.all().size())));
        a.status = static_cast<Status>(below(4));
        a.former = below(2) == 0;
        a.confidence = static_cast<std::uint16_t>(below(1001));
        a.sentence = span(size);
        a.subject_mark = span(size);
        a.trigger_mark = span(size);
        a.object_mark = span(size);
        a.sentence_text = below(4) == 0 ? words(5) : text.substr(a.sentence.begin, a.sentence.size());
        a.rule = words(2);
        a.construction = words(2);
        if (below(2) == 0) a.speaker = below(entities);
        a.speaker_text = words(2);
        a.date = below(2) == 0 ? "2031-03" : "";
        a.place = words(1);
        return a;
    }

    IncomingArticle article(const std::string& id, const RelationCatalog& catalog) {
        IncomingArticle made;
        made.text = "Text of " + std::to_string(random_()) + words(20) + "\n";
        auto& facts = made.facts;
        facts.id = id;
        facts.names = {id};
        facts.sha256 = sha256_of(made.text);
        facts.title = words(3);
        facts.published = below(2) == 0 ? "2031-0" + std::to_string(1 + below(9)) + "-04" : "";
        facts.source = words(1);
        facts.language = below(5) == 0 ? "de" : "en";
        facts.urls = list();
        facts.word_count = below(900);
        for (auto n = below(30); n > 0; --n) facts.fingerprint.push_back(static_cast<std::uint32_t>(random_()));
        std::sort(facts.fingerprint.begin(), facts.fingerprint.end());
        for (auto n = 1 + below(6); n > 0; --n) facts.entities.push_back(entity(id));
        for (auto n = below(6); n > 0; --n) facts.assertions.push_back(assertion(facts, made.text, catalog));
        for (auto n = below(3); n > 0; --n)
            facts.problems.push_back({span(100), below(2) == 0 ? "encoding.invalid" : "mojibake.gbk", words(2)});
        made.hints = words(3);
        if (below(2) == 0) made.original = std::string("\0\xff original", 11) + words(3);
        return made;
    }

  private:
    std::mt19937 random_;
};

}  // namespace chancery
