// Any bytes as a mail.
#include "extract/input/mail.hpp"
#include "tests/fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    static const InputOptions options = [] {
        InputOptions small;
        small.limits.article = 4096;
        return small;
    }();
    drain(*read_mail(fuzz_member(data, size, options)), options, size);
    (void)looks_like_mail({reinterpret_cast<const char*>(data), size});
    return 0;
}
