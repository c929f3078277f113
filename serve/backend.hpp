#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/snapshot.hpp"

namespace chancery {

/// An article that came by POST.
struct Submission {
    std::string body;  ///< as sent
    bool html = false;
    std::string id, title, published, source, url;  ///< or empty; `published` is a day
};

struct AddedArticle {
    std::string id, sha256;
    bool fresh = false;  ///< false when the store had it already
};

/// An article whose text holds the words asked for.
struct FoundText {
    std::string article, snippet;
    std::vector<Span> marks;  ///< the words, in bytes of the snippet
};

/// What the routes stand on. Everything is called from several threads at once. Only `snapshot` must be there; an
/// answer that needs one of the others says so when it is missing.
struct Backend {
    /// The graph as it is now; null while it is being read.
    std::function<std::shared_ptr<const Snapshot>()> snapshot;
    /// A node with all its edges, before there is a snapshot.
    std::function<std::optional<GraphRows>(std::string_view id)> node = {};
    /// The node that a former id stands for.
    std::function<std::optional<std::string>(std::string_view id)> moved = {};
    /// The cleaned text of an article, by id.
    std::function<std::optional<std::string>(std::string_view article)> text = {};
    /// Articles whose text holds all the words, best first.
    std::function<std::vector<FoundText>(std::string_view words, std::uint32_t most)> find_text = {};
    /// The graph of one article; nothing is kept. Throws Error when it cannot be read.
    std::function<GraphRows(const Submission&)> extract = {};
    /// Adds an article for good. Throws Error.
    std::function<AddedArticle(const Submission&)> add = {};
};

}  // namespace chancery
