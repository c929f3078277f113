#include "extract/text/fingerprint.hpp"

#include <algorithm>
#include <array>

namespace chancery {

namespace {

constexpr std::size_t length = 4;                         // words in a sequence
constexpr std::uint64_t share = std::uint64_t{1} << 62U;  // hashes below it are kept: one in four

/// FNV-1a over what a word is apart from case and signs; 0 when nothing is left.
std::uint64_t word_hash(std::string_view word) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    bool any = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        auto c = static_cast<unsigned char>(word[i]);
        if (c == 0xe2 && i + 2 < word.size()) {  // quotes and dashes
            i += 2;
            continue;
        }
        if (c >= 'A' && c <= 'Z') c = static_cast<unsigned char>(c + 32);
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
        if (!kept) continue;
        any = true;
        hash = (hash ^ c) * 0x100000001b3U;
    }
    return any ? hash : 0;
}

/// Spreads the bits (the finaliser of MurmurHash3), so that a share of the values is a share of the sequences.
std::uint64_t spread(std::uint64_t h) {
    h = (h ^ (h >> 33U)) * 0xff51afd7ed558ccdU;
    h = (h ^ (h >> 33U)) * 0xc4ceb9fe1a85ec53U;
    return h ^ (h >> 33U);
}

}  // namespace

std::vector<std::uint32_t> fingerprint_of(const Article& article, const Reading& reading) {
    std::vector<std::uint32_t> hashes;
    std::array<std::uint64_t, length> last{};
    std::size_t seen = 0;
    for (const auto& sentence : reading.sentences) {
        if (sentence.block != BlockKind::paragraph) continue;
        for (auto t = sentence.first; t < sentence.last; ++t) {
            const auto hash = word_hash(words(article.text, reading.tokens[t].where));
            if (hash == 0) continue;
            last[seen++ % length] = hash;
            if (seen < length) continue;
            std::uint64_t mixed = 0;
            for (std::size_t k = 0; k < length; ++k) mixed = spread(mixed + last[(seen + k) % length]);
            if (mixed < share) hashes.push_back(static_cast<std::uint32_t>(mixed));
        }
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

}  // namespace chancery
