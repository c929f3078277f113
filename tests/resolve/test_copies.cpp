#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <random>

#include "extract/text/fingerprint.hpp"
#include "extract/text/reader.hpp"
#include "resolve/copies.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

CopyCandidate candidate(const std::string& text, const std::string& name) {
    static const auto phrases = BoilerplatePhrases::read(CHANCERY_SOURCE_DIR "/models/lexicon/boilerplate.tsv");
    static const auto abbreviations = Abbreviations::read(CHANCERY_SOURCE_DIR "/models/lexicon/abbreviations.tsv");
    const auto article = read_article(text, {.id = name}, phrases);
    return {name, fingerprint_of(article, read_sentences(article, abbreviations))};
}

/// Articles made of sentences of random words, as news have them: names, numbers, common words.
class Writer {
  public:
    explicit Writer(unsigned seed) : random_(seed) {
        for (int i = 0; i < 6000; ++i) {
            std::string word;
            const auto syllables = 1 + random_() % 3;
            for (unsigned s = 0; s < syllables; ++s) {
                word.push_back("bcdfghklmnprstvw"[random_() % 16]);
                word.push_back("aeiou"[random_() % 5]);
            }
            words_.push_back(word + (random_() % 2 ? "n" : "s"));
        }
    }

    std::string sentence() {
        std::string text = "The";
        const auto length = 12 + random_() % 16;
        for (unsigned i = 0; i < length; ++i)
            text += " " + (random_() % 3 == 0 ? std::string(common[random_() % 8]) : words_[pick()]);
        return text + ".";
    }

    std::vector<std::string> paragraphs() {
        std::vector<std::string> all;
        const auto count = 6 + random_() % 12;
        for (unsigned i = 0; i < count; ++i) all.push_back(sentence() + " " + sentence());
        return all;
    }

    std::string headline() { return words_[pick()] + " " + words_[pick()] + " meets " + words_[pick()]; }

    /// Another headline and byline, and one of: cut at the end, a changed paragraph, one left out, a note added.
    std::string copy(std::vector<std::string> paragraphs) {
        switch (random_() % 4) {
            case 0:
                paragraphs.resize(std::max<std::size_t>(4, paragraphs.size() * (50 + random_() % 50) / 100));
                break;
            case 1:
                paragraphs[random_() % paragraphs.size()] = sentence() + " " + sentence();
                break;
            case 2:
                paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(random_() % paragraphs.size()));
                break;
            default:
                paragraphs.push_back(sentence());
        }
        return text(paragraphs);
    }

    std::string text(const std::vector<std::string>& paragraphs) {
        std::string all = headline() + "\n\nBy Jane " + words_[pick()] + "\n\n";
        for (const auto& paragraph : paragraphs) all += paragraph + "\n\n";
        return all;
    }

    std::mt19937& random() { return random_; }

  private:
    static constexpr const char* common[] = {"of", "in", "and", "to", "said", "the", "for", "on"};
    /// Frequent words more often, as in all texts.
    std::size_t pick() { return std::min(random_() % words_.size(), random_() % words_.size()); }
    std::mt19937 random_;
    std::vector<std::string> words_;
};

std::string named(int i) {
    char name[16];
    std::snprintf(name, sizeof name, "%08x", static_cast<unsigned>(i) * 2654435761U);
    return name;
}

}  // namespace

TEST_CASE("copies of one article find each other, other articles do not") {
    Writer writer(3);
    const auto story = writer.paragraphs(), other = writer.paragraphs();
    auto cut = story, mixed = other;
    cut.resize(story.size() / 2);
    mixed[0] = story[0];  // quotes one paragraph of it
    const std::vector<CopyCandidate> articles = {
        candidate(writer.text(story), "d"),        candidate(writer.text(cut), "c"),
        candidate(writer.copy(story), "b"),        candidate(writer.text(other), "e"),
        candidate(writer.text(mixed), "f"),        candidate("Short note\n\nNothing.\n", "a"),
        candidate("Short note\n\nNothing!\n", "g")};
    CHECK(find_copies(articles) == std::vector<std::string>{"b", "b", "b", "e", "e", "a", "g"});
}

TEST_CASE("a round-up that holds a whole note is no copy of it") {
    Writer writer(4);
    auto note = writer.paragraphs();
    note.resize(5);
    auto roundup = note;
    for (int i = 0; i < 3; ++i)
        for (const auto& paragraph : writer.paragraphs()) roundup.push_back(paragraph);
    CHECK(find_copies(
              std::vector<CopyCandidate>{candidate(writer.text(note), "a"), candidate(writer.text(roundup), "b")}) ==
          std::vector<std::string>{"a", "b"});
}

TEST_CASE("the groups are a function of the set: order and what else is there in other groups leave no trace") {
    Writer writer(5);
    std::vector<CopyCandidate> articles;
    for (int i = 0; i < 60; ++i) {
        const auto story = writer.paragraphs();
        articles.push_back(candidate(writer.text(story), named(4 * i)));
        for (unsigned c = 0; c < writer.random()() % 4; ++c)
            articles.push_back(candidate(writer.copy(story), named(4 * i + 1 + static_cast<int>(c))));
    }
    const auto groups = [](const std::vector<CopyCandidate>& list) {
        std::map<std::string, std::string> found;
        const auto answer = find_copies(list);
        for (std::size_t i = 0; i < list.size(); ++i) found[list[i].sha256] = answer[i];
        return found;
    };
    const auto first = groups(articles);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(articles.begin(), articles.end(), writer.random());
        CHECK(groups(articles) == first);
    }
}

TEST_CASE("ten thousand articles with two thousand copies: nearly all found, hardly one wrong, in seconds") {
    Writer writer(6);
    std::vector<CopyCandidate> articles;
    std::vector<int> story_of;
    while (articles.size() < 10000) {
        const auto story = writer.paragraphs();
        const int number = static_cast<int>(articles.size());
        articles.push_back(candidate(writer.text(story), named(number)));
        story_of.push_back(number);
        const unsigned wanted = writer.random()() % 8 == 0 ? 2 : 0;
        for (unsigned c = 0; c < wanted && articles.size() < 10000; ++c) {
            articles.push_back(candidate(writer.copy(story), named(static_cast<int>(articles.size()))));
            story_of.push_back(number);
        }
    }
    std::size_t hashes = 0;
    for (const auto& article : articles) hashes += article.fingerprint.size();
    const auto start = std::chrono::steady_clock::now();
    const auto found = find_copies(articles);
    const auto time = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::map<int, std::string> group_of;
    std::map<std::string, int> story_in;
    std::size_t copies = 0, right = 0, wrong = 0;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const auto [group, first] = group_of.emplace(story_of[i], found[i]);
        if (!first) {
            ++copies;
            right += group->second == found[i];
        }
        const auto [story, alone] = story_in.emplace(found[i], story_of[i]);
        wrong += !alone && story->second != story_of[i];
    }
    CAPTURE(copies, right, wrong, time, hashes);
    CHECK(copies > 1800);
    CHECK(right * 100 >= copies * 97);
    CHECK(wrong == 0);
    CHECK(time < 5);
    if (std::getenv("CHANCERY_MEASURE") != nullptr)
        std::printf("%zu copies, %zu found, %zu wrong, %.0f ms, %zu bytes of fingerprint an article\n", copies, right,
                    wrong, time * 1000, hashes * sizeof(std::uint32_t) / articles.size());
}

}  // namespace chancery
