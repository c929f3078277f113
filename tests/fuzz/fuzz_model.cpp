// Any bytes as a model file: a clear error or a network that analyses a sentence. Size and checksum are put right
// first, else nothing behind them would ever be reached.
#include <cstdint>
#include <cstring>
#include <memory>

#include "extract/tag/model.hpp"
#include "extract/tag/network.hpp"
#include "record/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    const std::unique_ptr<std::uint64_t[]> aligned(new std::uint64_t[size / 8 + 1]);
    auto* bytes = reinterpret_cast<char*>(aligned.get());
    std::memcpy(bytes, data, size);
    if (size >= 32) {
        const std::uint64_t checksum = model_checksum({bytes, size}), length = size;
        std::memcpy(bytes + 16, &checksum, 8);
        std::memcpy(bytes + 24, &length, 8);
    }
    try {
        const auto model = Model::from_bytes({bytes, size}, "fuzz");
        ParserNetwork network(model);
        std::vector<WordAnalysis> found;
        const std::vector<std::string_view> forms = {"Police", "arrested", "two", "men", "."};
        network.analyse(forms, found);
    } catch (const Error&) {
        return 0;
    }
    return 0;
}
