// Any bytes as CoNLL-U: a clear error, or sentences that are the same when written and read again.
#include <cstdint>
#include <cstdlib>

#include "extract/tag/conllu.hpp"
#include "record/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    try {
        std::string once, again;
        for (const auto& sentence : read_conllu({reinterpret_cast<const char*>(data), size}, "fuzz"))
            write_conllu(sentence, once);
        for (const auto& sentence : read_conllu(once, "written")) write_conllu(sentence, again);
        if (once != again) std::abort();
    } catch (const Error& error) {
        if (std::string(error.what()).starts_with("written")) std::abort();
    }
    return 0;
}
