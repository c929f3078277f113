// Any bytes as word vectors: a clear error, or vectors of one length and of numbers alone, found by their hashes.
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "extract/train/vectors.hpp"
#include "record/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    try {
        const auto vectors = WordVectors::read({reinterpret_cast<const char*>(data), size}, "fuzz");
        for (std::size_t n = 0; n < vectors.hashes().size(); ++n) {
            if (vectors.of(vectors.hashes()[n]).size() != vectors.length()) std::abort();
            for (const float number : vectors.at(n))
                if (!std::isfinite(number)) std::abort();
        }
    } catch (const Error& error) {
        if (!std::string(error.what()).starts_with("fuzz: ")) std::abort();
    }
    return 0;
}
