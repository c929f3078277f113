// Relations that hold rather than happen: what belongs to what, lies where, who is whose kin.
//
// They stand in fixed shapes: "CITY, COUNTRY", "the Russian city of X", "X-based", "his brother, Y", "two Azerbaijani
// nationals". Each shape is one function of its module and one construction in the evidence.
#include "extract/relation/shapes.hpp"

namespace chancery {

void find_states(const RelationInput& input, std::span<const SentenceView> sentences, Assertions& out) {
    for (const auto& s : sentences) {
        find_bodies(input, s, out);
        find_places(input, s, out);
        find_residence(input, s, out);
        find_family(input, s, out);
        find_affiliations(input, s, out);
        find_parties(input, s, out);
    }
}

}  // namespace chancery
