// Any bytes as a path, an id and a glob: safe names, and an answer in time.
#include "extract/input/names.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto half = bytes.substr(0, size / 2);
    const auto path = safe_path(bytes), id = safe_id(bytes);
    if (("/" + path + "/").find("/../") != std::string::npos || path.starts_with('/') ||
        id.find('/') != std::string::npos)
        std::abort();
    if (without_suffix(path).size() > path.size() || safe_path(path) != path) std::abort();
    (void)glob_matches(half, bytes.substr(size / 2));
    return 0;
}
