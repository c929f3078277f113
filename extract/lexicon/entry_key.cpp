#include "extract/lexicon/entry_key.hpp"

#include <charconv>

namespace chancery {

std::size_t entry_number(std::string_view key) {
    std::size_t number = 0;
    std::from_chars(key.data() + key.find(':') + 1, key.data() + key.size(), number);
    return number;
}

std::string_view organisation_kind(const Lexicon& lexicon, std::string_view key) {
    return key.starts_with("organisation:") ? lexicon.organisations.at(entry_number(key)).kind : std::string_view();
}

std::string_view place_kind(const Lexicon& lexicon, std::string_view key) {
    return key.starts_with("place:") ? lexicon.places.at(entry_number(key)).kind : std::string_view();
}

}  // namespace chancery
