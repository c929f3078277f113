#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "extract/input/reader.hpp"

namespace chancery {

/// The bytes begin with the header of an e-mail: at least two of its usual fields, and nothing else before.
[[nodiscard]] bool looks_like_mail(std::string_view head);

/// The first text/plain part that holds something, else the first text/html part, transfer coding undone; subject,
/// date, sender's name (else address) as title, published, source. Nothing when there is no such part. Attachments are
/// no articles.
[[nodiscard]] std::optional<Document> parse_mail(std::string_view bytes);

/// One mail (.eml).
[[nodiscard]] std::unique_ptr<Reader> read_mail(Member member);

}  // namespace chancery
