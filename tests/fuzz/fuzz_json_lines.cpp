// Any bytes as a line of a JSON Lines file: an article with a harmless id, or nothing.
#include <cstdint>
#include <cstdlib>

#include "cli/json_lines.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto article = chancery::parse_json_article({reinterpret_cast<const char*>(data), size});
    if (article && article->hints.id.find('/') != std::string::npos) std::abort();
    return 0;
}
