#include "resolve/digest.hpp"

#include <openssl/evp.h>
#include <array>

namespace chancery {

std::string digest32(std::string_view bytes, std::size_t letters) {
    static constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    std::string out;
    for (std::size_t bit = 0; out.size() < letters && bit + 5 <= std::size_t{length} * 8; bit += 5) {
        const unsigned pair = (digest[bit / 8] << 8U) | (bit / 8 + 1 < length ? digest[bit / 8 + 1] : 0U);
        out.push_back(alphabet[(pair >> (11 - bit % 8)) & 31U]);
    }
    return out;
}

}  // namespace chancery
