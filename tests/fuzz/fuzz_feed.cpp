// Any bytes as a feed.
#include "extract/input/feed.hpp"
#include "tests/fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    static const InputOptions options = [] {
        InputOptions small;
        small.limits.article = 4096;
        return small;
    }();
    drain(*read_feed(fuzz_member(data, size, options)), options, size);
    return 0;
}
