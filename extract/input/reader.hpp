#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "extract/input/bytes.hpp"
#include "extract/input/document.hpp"

namespace chancery {

/// Bytes of a file or of a part of one, before it is known what they are.
struct Member {
    std::string id;  ///< the path below the INPUT without suffixes
    std::string where;
    Bytes bytes;
    std::shared_ptr<Budget> budget;
    std::uint32_t depth = 0;  ///< archives and compressions around it
    bool named = false;
    ArticleHints hints = {};  ///< from a sidecar
};

using Found = std::variant<Document, Note, Member>;

/// Gives what a container holds, one after another, in its order. Bad parts become notes; it never throws on them.
class Reader {
  public:
    Reader() = default;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    virtual ~Reader() = default;

    /// Nothing at the end. A Member must be read, or dropped, before the next call.
    virtual std::optional<Found> next() = 0;

    /// Why the container ended before its end; asked for when next() gave nothing.
    [[nodiscard]] virtual const std::string& trouble() const = 0;

    /// For messages about the whole.
    [[nodiscard]] virtual const std::string& where() const = 0;
};

/// A reader of the records inside one member.
class MemberReader : public Reader {
  public:
    explicit MemberReader(Member member) : member_(std::move(member)) {}
    [[nodiscard]] const std::string& trouble() const override { return member_.bytes.trouble(); }
    [[nodiscard]] const std::string& where() const override { return member_.where; }

  protected:
    [[nodiscard]] const InputLimits& limits() const { return member_.budget->limits(); }
    /// "is longer than one article may be ...".
    [[nodiscard]] std::string too_long() const {
        return "is longer than one article may be (" + std::to_string(limits().article) +
               " bytes). Split it, or raise --max-article.";
    }
    Member member_;
};

}  // namespace chancery
