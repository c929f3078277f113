#include "extract/relation/place_words.hpp"

namespace chancery {

bool direction(const Word& word) {
    return word.is_any(
        {"the",          "northern",     "southern",     "eastern",   "western", "central", "northeastern",
         "northwestern", "southeastern", "southwestern", "north",     "south",   "east",    "west",
         "northeast",    "northwest",    "southeast",    "southwest", "-",       "nearby",  "neighboring",
         "neighbouring"});
}

std::uint32_t past_directions(const SentenceView& s, std::uint32_t from) {
    while (from < s.size() && s.starting(from) == nullptr && direction(s.words[from])) ++from;
    return from;
}

bool place_noun(const SentenceView& s, std::uint32_t i) {
    const auto& heads = s.lexicon.place_heads;
    const auto noun = s.words[i].lower;
    if (heads.contains(noun) || noun == "capital") return true;
    if (noun.ends_with("ies")) return heads.contains(std::string(noun.substr(0, noun.size() - 3)) + "y");
    return noun.ends_with('s') && heads.contains(noun.substr(0, noun.size() - 1));
}

}  // namespace chancery
