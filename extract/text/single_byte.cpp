#include "extract/text/single_byte.hpp"

#include <unicode/ucnv.h>
#include <algorithm>
#include <vector>

namespace chancery {

SingleByteEncoding::SingleByteEncoding(const char* icu, std::string_view code, bool latin1)
    : code_(code), latin1_(latin1) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(icu, &status);
    for (unsigned i = 0; i < high_.size(); ++i) {
        high_[i] = 0x80U + i;
        const char byte = static_cast<char>(static_cast<unsigned char>(0x80U + i));
        std::array<UChar, 4> out{};
        UErrorCode trouble = U_ZERO_ERROR;
        const auto length =
            converter == nullptr ? 0 : ucnv_toUChars(converter, out.data(), out.size(), &byte, 1, &trouble);
        if (U_SUCCESS(trouble) && length == 1 && out[0] != 0xfffd && out[0] >= 0x80) high_[i] = out[0];
    }
    if (converter != nullptr) ucnv_close(converter);
    for (unsigned i = 0; i < high_.size(); ++i) bytes_[i] = {high_[i], static_cast<unsigned char>(0x80U + i)};
    std::sort(bytes_.begin(), bytes_.end());
}

std::optional<unsigned char> SingleByteEncoding::byte_of(char32_t c) const {
    const auto it = std::lower_bound(bytes_.begin(), bytes_.end(), std::pair<char32_t, unsigned char>{c, 0});
    if (it != bytes_.end() && it->first == c) return it->second;
    if (latin1_ && c >= 0x80 && c < 0xa0) return static_cast<unsigned char>(c);
    return std::nullopt;
}

std::span<const SingleByteEncoding> single_byte_encodings() {
    static const std::vector<SingleByteEncoding> all = {{"windows-1252", "mojibake.cp1252", true},
                                                        {"windows-1250", "mojibake.cp1250"},
                                                        {"windows-1251", "mojibake.cp1251"},
                                                        {"windows-1254", "mojibake.cp1254"},
                                                        {"iso-8859-2", "mojibake.latin2"},
                                                        {"iso-8859-15", "mojibake.latin9"},
                                                        {"macintosh", "mojibake.mac"},
                                                        {"ibm-437", "mojibake.cp437"},
                                                        {"ibm-850", "mojibake.cp850"},
                                                        {"KOI8-R", "mojibake.koi8r"}};
    return all;
}

}  // namespace chancery
