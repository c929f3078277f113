// Any bytes as JSON Lines, an array, or objects one after another.
#include "extract/input/json.hpp"
#include "tests/fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    static const InputOptions options = [] {
        InputOptions small;
        small.limits.article = 4096;
        return small;
    }();
    drain(*read_json_records(fuzz_member(data, size, options), options.fields), options, size);
    return 0;
}
