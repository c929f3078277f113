// Any bytes as a file of unknown kind: what is told, unpacked and read.
#include "extract/input/documents.hpp"
#include "tests/fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    static const InputOptions options = [] {
        InputOptions small;
        small.limits.article = 4096;
        return small;
    }();
    ::setenv("PATH", "", 1);  // no process for what looks like a PDF
    drain(*open_member(fuzz_member(data, size, options), options), options, 1U << 30U);
    return 0;
}
