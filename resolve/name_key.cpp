#include "resolve/name_key.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <algorithm>
#include <memory>
#include <mutex>

#include "resolve/digest.hpp"

namespace chancery {

namespace {

std::string to_ascii(std::string_view name) {
    if (std::all_of(name.begin(), name.end(), [](char c) { return (c & '\x80') == 0; })) return std::string(name);
    static std::mutex guard;  // one transliterator serves all: making one costs milliseconds
    static const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    }();
    auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    const std::scoped_lock lock(guard);
    if (transliterator) transliterator->transliterate(text);
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace

std::string name_key(std::string_view name) {
    const auto ascii = to_ascii(name);
    std::string key;
    for (std::size_t i = 0; i < ascii.size(); ++i) {
        const char c = ascii[i];
        const bool possessive = c == '\'' && i + 1 < ascii.size() && (ascii[i + 1] == 's' || ascii[i + 1] == 'S') &&
                                (i + 2 == ascii.size() || ascii[i + 2] == ' ');
        if (possessive) {
            ++i;
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            key.push_back(c);
        } else if (c >= 'A' && c <= 'Z') {
            key.push_back(static_cast<char>(c + 32));
        } else if (c != '\'' && c != '`' && !key.empty() && key.back() != '-') {
            key.push_back('-');
        }
    }
    while (key.ends_with('-')) key.pop_back();
    if (key.starts_with("the-") && key.size() > 4) key.erase(0, 4);
    return key.empty() ? digest32(name, 12) : key;
}

std::vector<std::string> key_words(std::string_view key) {
    std::vector<std::string> words;
    while (!key.empty()) {
        const auto end = std::min(key.find('-'), key.size());
        if (end > 0) words.emplace_back(key.substr(0, end));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return words;
}

}  // namespace chancery
