#include "store/digest.hpp"

#include <openssl/evp.h>
#include <array>

namespace chancery {

namespace {

std::array<unsigned char, EVP_MAX_MD_SIZE> sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    return digest;
}

}  // namespace

std::int64_t RowDigest::value() const {
    const auto digest = sha256(bytes_);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) value = value << 8U | digest.at(i);
    return static_cast<std::int64_t>(value);
}

std::string sha256_of(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto digest = sha256(bytes);
    std::string out;
    for (std::size_t i = 0; i < 32; ++i) {
        out.push_back(digits[digest.at(i) >> 4U]);
        out.push_back(digits[digest.at(i) & 15U]);
    }
    return out;
}

}  // namespace chancery
