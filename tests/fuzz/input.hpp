#pragma once
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extract/input/documents.hpp"

namespace chancery {

/// Any bytes as a member.
inline Member fuzz_member(const std::uint8_t* data, std::size_t size, const InputOptions& options) {
    const auto budget = std::make_shared<Budget>(options.limits);
    budget->count_read(size);
    return {"fuzz", "fuzz", Bytes(memory_source({reinterpret_cast<const char*>(data), size})), budget};
}

/// What every article promises: an id that leads out of no folder, a place that is safe to print, a bounded size.
inline void check_document(const Document& document, const InputOptions& options) {
    const std::string id = "/" + document.hints.id + "/";
    if (document.hints.id.empty() || id.find("/../") != std::string::npos || document.hints.id.front() == '/')
        std::abort();
    for (const unsigned char c : document.hints.id + document.where)
        if (c < 0x20 || c == 0x7f) std::abort();
    if (document.bytes.size() > options.limits.article + 16) std::abort();
}

/// Reads a container to its end, the members of its members, too. More notes and articles than bytes are an error.
inline void drain(Reader& reader, const InputOptions& options, std::size_t size, int depth = 0) {
    std::size_t found = 0;
    while (auto next = reader.next()) {
        if (++found > size + 10 || depth > 20) std::abort();
        if (auto* document = std::get_if<Document>(&*next)) {
            check_document(*document, options);
        } else if (auto* member = std::get_if<Member>(&*next)) {
            drain(*open_member(std::move(*member), options), options, 1U << 30U, depth + 1);
        }
    }
    (void)reader.trouble();
}

}  // namespace chancery
