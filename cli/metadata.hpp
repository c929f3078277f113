#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "extract/text/reader.hpp"

namespace chancery {

/// Title, date, source and URLs by article id, from --meta FILE.jsonl, and --date for all.
class Metadata {
  public:
    /// `date` for all articles that say nothing else; empty for none. Throws UsageError when it is no ISO date.
    explicit Metadata(std::string date);

    /// One JSON object a line with "id" and any of title, published (or date), source, url, urls. Throws Error
    /// "FILE:LINE: ...".
    void read(const std::filesystem::path& file);

    /// Fills what an article's container or sidecar did not say of the article `hints.id`.
    void complete(ArticleHints& hints) const;

  private:
    std::string date_;
    std::map<std::string, ArticleHints, std::less<>> by_id_;
};

}  // namespace chancery
