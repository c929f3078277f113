#pragma once
#include <span>
#include <string>

#include "cli/commands.hpp"
#include "cli/metadata.hpp"
#include "extract/pipeline.hpp"
#include "graph/rows.hpp"
#include "resolve/resolve.hpp"

namespace chancery {

/// What one article gave.
struct Outcome {
    std::string id, where;  ///< where: for messages
    ArticleFacts facts;
    std::string text;  ///< cleaned, when --articles asks for it
};

/// Reads articles as `extract` was told to. May be used by several threads at once.
class DocumentReader {
  public:
    /// Loads everything the options name. Throws Error and UsageError.
    explicit DocumentReader(const ExtractOptions& options);

    /// `cleaned`, when given, receives the article.
    [[nodiscard]] Outcome read(Document document, Article* cleaned = nullptr) const;

    /// What is known of an article beforehand, with --date and --meta.
    [[nodiscard]] ArticleHints completed(ArticleHints hints) const;

    [[nodiscard]] const Extractor& extractor() const { return extractor_; }

    /// The graph of some articles.
    [[nodiscard]] GraphRows graph(std::span<const ArticleFacts> facts, const Rulings& rulings) const;

  private:
    const ExtractOptions& options_;
    Metadata metadata_;
    Extractor extractor_;
};

}  // namespace chancery
