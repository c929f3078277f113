// Any bytes as a table; the first chooses the separator.
#include "extract/input/csv.hpp"
#include "tests/fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    static const InputOptions options = [] {
        InputOptions small;
        small.limits.article = 4096;
        return small;
    }();
    const char separator = size == 0 ? 0 : ",\t;|"[data[0] % 4];
    if (size > 0)
        drain(*read_table(fuzz_member(data + 1, size - 1, options), separator, options.fields), options, size);
    (void)table_separator({reinterpret_cast<const char*>(data), size}, options.fields);
    return 0;
}
