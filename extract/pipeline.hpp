#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "extract/relation/relations.hpp"
#include "extract/tag/syntax.hpp"
#include "extract/text/reader.hpp"
#include "record/facts.hpp"
#include "record/relation_catalog.hpp"

namespace chancery {

/// The way from an article's bytes to its facts. Immutable once loaded: one serves any number of threads.
class Extractor {
  public:
    /// Reads lexicons and rules below `models`, the user's gazetteers and rule files. Throws Error "FILE:LINE: what.
    /// what to do" when one is bad or missing.
    static Extractor load(const std::filesystem::path& models,
                          const std::vector<std::filesystem::path>& gazetteers = {},
                          const std::vector<std::filesystem::path>& rules = {});

    Extractor(Extractor&&) noexcept;
    Extractor& operator=(Extractor&&) noexcept;
    ~Extractor();

    /// Everything one article yields. Never throws on text: trouble is in the problems. `cleaned`, when given, receives
    /// the article.
    [[nodiscard]] ArticleFacts extract(std::string raw, const ArticleHints& hints, Article* cleaned = nullptr) const;

    /// What was tried on a text and what came of it, sentence by sentence; for people who ask why.
    struct Explanation {
        Article article;
        Reading reading;
        ArticleFacts facts;
        std::vector<Attempt> attempts;
    };
    [[nodiscard]] Explanation explain(std::string raw) const;

    [[nodiscard]] const RelationCatalog& catalog() const;
    [[nodiscard]] const SyntaxModel& syntax() const;
    [[nodiscard]] const Rules& rules() const;

    /// Versions of model, rules and cleaner, for the head of a graph file.
    [[nodiscard]] std::map<std::string, std::string> versions() const;

  private:
    struct Models;
    ArticleFacts read(Article& article, Reading& reading, std::vector<Attempt>* attempts) const;
    ArticleFacts unread(const Article& article, Reading& reading) const;  ///< without entities and assertions
    explicit Extractor(std::unique_ptr<const Models> models);
    std::unique_ptr<const Models> models_;
};

}  // namespace chancery
