#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "cli/inputs.hpp"
#include "extract/text/reader.hpp"

namespace chancery {

/// Title, date, source and URLs by article id, from --meta FILE.jsonl, sidecars ID.meta.json and --date.
class Metadata {
  public:
    /// `date` for all articles that say nothing else; empty for none. Throws UsageError when it is no ISO date.
    explicit Metadata(std::string date);

    /// One JSON object a line with "id" and any of title, published (or date), source, url, urls. Throws Error
    /// "FILE:LINE: ...".
    void read(const std::filesystem::path& file);

    /// What is known of an input; a sidecar beside its file wins over --meta, --meta over --date.
    [[nodiscard]] ArticleHints hints(const Input& input) const;

  private:
    std::string date_;
    std::map<std::string, ArticleHints, std::less<>> by_id_;
};

}  // namespace chancery
