// Where places lie: cities in countries, sites in cities, capitals. Where bodies and people are: residence.cpp.
#include <algorithm>

#include "extract/lexicon/entry_key.hpp"
#include "extract/relation/place_words.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

bool spot(const Mention* mention) {
    return mention != nullptr && mention->kind == MentionKind::name &&
           (mention->type == EntityType::place || mention->type == EntityType::country);
}

class PlaceFinder {
  public:
    PlaceFinder(const RelationInput& input, const SentenceView& s, Assertions& out) : input_(input), s_(s), out_(out) {}

    void run() {
        for (const auto* place : s_.mentions) {
            if (place->type != EntityType::place || place->kind != MentionKind::name) continue;
            inside_next(*place);
            side_of_border(*place);
            and_elsewhere(*place);
            owned(*place);
            capital(*place);
        }
    }

  private:
    [[nodiscard]] const std::string& country_of(const Mention& mention) const {
        return input_.entities[mention.entity].signature.country;
    }
    [[nodiscard]] bool fits(const Mention& inner, const Mention& outer) const {
        return country_of(inner).empty() || country_of(outer).empty() || country_of(inner) == country_of(outer);
    }
    /// A region, state or province, which cities may be said to lie in.
    [[nodiscard]] bool region(const Mention& mention) const {
        if (mention.type == EntityType::country) return true;
        const auto kind = place_kind(input_.lexicon, mention.lexicon);
        if (!kind.empty()) return kind != "city" && kind != "capital";
        return mention.name.find(' ') != std::string::npos;
    }

    /// A region that the lexicon knows: two of them with a comma between are a list ("Texas, South Carolina").
    [[nodiscard]] bool listed_region(const Mention& mention) const {
        return place_kind(input_.lexicon, mention.lexicon) == "region";
    }

    /// "Europe", "the Black Sea": no part of one country, so a comma behind it lists ("Europe, Oman and Chile").
    [[nodiscard]] bool area(const Mention& mention) const {
        const auto kind = place_kind(input_.lexicon, mention.lexicon);
        return (kind == "area" || kind == "water") && country_of(mention).empty();
    }

    void lies_in(const Mention& inner, const Mention& outer, Span trigger, const char* construction) {
        if (&inner != &outer && fits(inner, outer))
            out_.add(inner.entity, "located_in", outer.entity, between(s_, inner, outer, trigger, construction));
    }

    [[nodiscard]] bool noun_behind(std::uint32_t i) const {
        return i < s_.size() && (s_.words[i].tag == WordClass::noun || s_.words[i].tag == WordClass::proper);
    }

    /// "CITY, COUNTRY", "CITY in northern COUNTRY", "CITY (COUNTRY)", "towns of southern COUNTRY".
    void inside_next(const Mention& place) {
        auto i = place.last;
        if (s_.is_any(i, {"air", "naval", "military", "refugee"}) && i + 1 < s_.size() && place_noun(s_, i + 1)) ++i;
        while (i < s_.size() && s_.lexicon.place_heads.contains(s_.words[i].lower)) ++i;
        const bool kind = i == place.last && i + 1 < s_.size() && s_.words[i].tag == WordClass::noun &&
                          !s_.words[i].capital && s_.is(i + 1, "in");
        if (kind) ++i;  // "the Cape Merle club in COUNTRY"
        const bool inside =
            part_noun(s_.words[i - 1].lower) ||
            (i > place.first + 1 && !s_.words[i - 1].capital && s_.lexicon.place_heads.contains(s_.words[i - 1].lower));
        const bool part = i == place.last && inside && s_.is(i, "of");  // "Merle district of CITY"
        const bool of = (i > place.last || part) && s_.is(i, "of");     // "the Merle province of COUNTRY"
        if (const auto* state = s_.starting(place.last);                // "CITY COUNTRY", the comma forgotten
            state != nullptr && state->type == EntityType::country && state->kind == MentionKind::name &&
            country_of(place) == state->country && !s_.is(state->last, "'s") && !noun_behind(state->last))
            return lies_in(place, *state, s_.words.span(place.first, state->last), "place-country");
        const bool comma = s_.is(i, ","), in = s_.is(i, "in") || of, bracket = s_.is(i, "(");
        if (!comma && !in && !bracket) return apposition(place);
        auto next = i + 1;
        const bool both = comma && s_.is_any(next, {"both", "all"}) && s_.is(next + 1, "in");  // "X and Y, both in"
        const bool aside = both || (comma && s_.is(next, "in"));
        if (aside) next += both ? 2 : 1;
        next = past_directions(s_, next);
        if (in || aside) next = past_place_noun(past_side(next));
        const auto* outer = next < s_.size() ? s_.starting(next) : nullptr;
        const bool held = outer != nullptr && outer->kind == MentionKind::adjective && s_.is(outer->last, "-") &&
                          s_.is_any(outer->last + 1, {"administered", "controlled", "occupied", "held", "ruled"});
        if (held) outer = s_.starting(outer->last + 2);                       // "Indian-administered Kashmir"
        if (outer != nullptr && s_.is(outer->last, "'s") && (in || aside)) {  // "in Burkina Faso's Sahel region"
            const auto* region_inside = next_mention(s_, outer->last + 1, 1);
            if (spot(region_inside)) outer = region_inside;
        }
        if (!spot(outer) || (of && !part && outer->type != EntityType::country)) return apposition(place);
        const bool list = comma && !aside &&
                          (area(place) || (outer->type == EntityType::place &&
                                           (!region(*outer) || (listed_region(place) && listed_region(*outer)))));
        const bool closed = bracket ? s_.is(outer->last, ")") : true;
        const bool event = kind && (country_of(place).empty() ? !place.lexicon.empty() : country_of(*outer).empty());
        if (list || !closed || event) return;
        const auto* construction = comma ? "place-comma" : bracket ? "place-brackets" : "place-in";
        lies_in(place, *outer, s_.words.span(i, i + 1), construction);
        for (const auto* other : named_with(place, both))
            lies_in(*other, *outer, s_.words.span(i, i + 1), construction);
    }

    /// The places listed before the last: "the cities of X and Y in COUNTRY"; without such a noun only where `both`
    /// says so.
    [[nodiscard]] std::vector<const Mention*> named_with(const Mention& last, bool both) const {
        std::vector<const Mention*> others;
        auto at = last.first;
        while (at > 1 && s_.words[at - 1].is_any({"and", ","})) {
            auto end = at - 1;
            if (s_.is(end, "and") && s_.is(end - 1, ",")) --end;
            const auto* other = s_.ending(end);
            if (other == nullptr || other->type != EntityType::place || other->kind != MentionKind::name) break;
            others.push_back(other);
            at = other->first;
        }
        const bool counted =
            at > 1 && s_.is(at - 1, "of") && place_noun(s_, at - 2) && (s_.words[at - 2].lower.ends_with('s'));
        if (!counted && !both) others.clear();
        return others;
    }

    /// A part of a city by its last word; "the Cairo suburb of X" names the whole first.
    [[nodiscard]] static bool part_noun(std::string_view noun) {
        return noun == "district" || noun == "neighborhood" || noun == "neighbourhood" || noun == "quarter" ||
               noun == "area" || noun == "borough";
    }

    /// Past "north of" in "in the north of COUNTRY".
    [[nodiscard]] std::uint32_t past_side(std::uint32_t i) const {
        if (i < 2 || i + 1 >= s_.size() || !s_.is(i, "of") || !direction(s_.words[i - 1])) return i;
        return past_directions(s_, i + 1);
    }

    /// Past "suburb of" in "in the northeastern suburb of CITY".
    [[nodiscard]] std::uint32_t past_place_noun(std::uint32_t i) const {
        auto noun = i;
        while (noun < s_.size() && s_.starting(noun) == nullptr && s_.words[noun].tag == WordClass::adjective) ++noun;
        const bool of = noun < s_.size() && place_noun(s_, noun) && s_.is(noun + 1, "of");
        return of ? past_directions(s_, noun + 2) : i;
    }

    /// "CITY, on the Norwegian side of the border".
    void side_of_border(const Mention& place) {
        if (!s_.is(place.last, ",") || !s_.is(place.last + 1, "on") || !s_.is(place.last + 2, "the")) return;
        const auto* country = s_.starting(place.last + 3);
        if (country == nullptr || country->type != EntityType::country || !s_.is(country->last, "side")) return;
        lies_in(place, *country, s_.words.span(place.last + 1, country->last + 1), "place-side");
    }

    /// "CITY, CITY and elsewhere in COUNTRY".
    void and_elsewhere(const Mention& place) {
        const auto i = s_.is(place.last, ",") ? place.last + 1 : place.last;
        if (!s_.is(i, "and") || !s_.is(i + 1, "elsewhere") || !s_.is(i + 2, "in")) return;
        const auto next = past_directions(s_, i + 3);
        const auto* outer = next < s_.size() ? s_.starting(next) : nullptr;
        if (spot(outer)) lies_in(place, *outer, s_.words.span(i + 1, i + 3), "place-in");
    }

    /// "CITY, a port in COUNTRY".
    void apposition(const Mention& place) {
        if (!s_.is(place.last, ",")) return;
        for (auto i = place.last + 1; i < s_.size() && i < place.last + 8; ++i) {
            if (s_.words[i].word_class == WordClass::punctuation && !s_.is(i, "-")) return;
            if (!s_.lexicon.place_heads.contains(s_.words[i].lower)) continue;
            if (!s_.is(i + 1, "in") && !s_.is(i + 1, "of")) continue;
            auto next = past_place_noun(past_directions(s_, i + 2));
            if (s_.is(next, "capital")) next += s_.is(next + 1, ",") ? 2 : 1;  // "a suburb of the capital, X"
            const auto* outer = next < s_.size() ? s_.starting(next) : nullptr;
            if (spot(outer)) lies_in(place, *outer, s_.words.span(i, i + 2), "place-apposition");
            return;
        }
    }

    /// "the Russian city of X", "COUNTRY's major cities, including X and Y", "X's Y district", "other X villages, Y".
    void owned(const Mention& place) {
        auto before = place.first;
        if (before < 2) return;
        const bool listed = s_.is(before - 1, "and") || s_.is(before - 1, ",");
        if (listed) {
            auto back = before - 1;
            if (s_.is(back, "and") && s_.is(back - 1, ",")) --back;
            const auto* other = s_.ending(back);
            if (other != nullptr && other->type == EntityType::place && other->kind == MentionKind::name)
                before = other->first;
        }
        if (before > 1 && s_.words[before - 1].is_any({"of", "including", "like", "as", ","})) --before;
        if (before > 1 && s_.is(before, "as") && s_.is(before - 1, "such")) --before;
        if (before > 1 && s_.is(before - 1, ",")) --before;
        bool head = false, side = false;
        while (before > 0 && before + 6 > place.first && plain_before(before - 1)) {
            head |= place_noun(s_, before - 1);
            side |= direction(s_.words[before - 1]) && !s_.is(before - 1, "-");
            --before;
        }
        if (head && side && s_.is(before - 1, "the")) return in_own_country(place, before);
        if (before == 0) return;
        const bool possessive = s_.is(before - 1, "'s") || s_.is(before - 1, "'");
        const auto* owner = s_.ending(possessive ? before - 1 : before);
        if (possessive && owner == nullptr) owner = s_.ending(past_region_noun(before - 1));
        if (owner == nullptr || owner == &place) return;
        if (possessive && area(place)) return;  // "Washington's Middle East policy"
        const bool direct = possessive
                                ? (head || before == place.first ||
                                   s_.lexicon.place_heads.contains(fold(place.name.substr(place.name.rfind(' ') + 1))))
                                : head && (owner->kind == MentionKind::adjective || owner->type == EntityType::place);
        if (direct && (owner->type == EntityType::country || owner->type == EntityType::place))
            lies_in(place, *owner, s_.words.span(owner->first, place.last), "country-place");
    }
    /// "the southern province of X": of the country that X is known to lie in, where the article speaks of it.
    void in_own_country(const Mention& place, std::uint32_t first) {
        if (place.lexicon.empty()) return;
        out_.add(place.entity, "located_in", country_entity(input_, country_of(place)),
                 {s_.index, place.where, s_.words.span(first, place.first), place.where, "place-of-country", 700,
                  Status::asserted, false});
    }
    /// One past the name in "the Omani border region" that ends before `end`; `end` when no noun of places does.
    [[nodiscard]] std::uint32_t past_region_noun(std::uint32_t end) const {
        auto i = end;
        while (i > 0 && i + 3 > end && plain_before(i - 1)) --i;
        return i < end && place_noun(s_, end - 1) ? i : end;
    }
    [[nodiscard]] bool plain_before(std::uint32_t i) const {
        if (s_.covering(i) != nullptr) return false;
        const auto& word = s_.words[i];
        return place_noun(s_, i) || word.tag == WordClass::adjective || word.tag == WordClass::noun || word.is("-") ||
               word.is_any({"capital", "northern", "southern", "eastern", "western", "central", "main"});
    }
    /// "the capital, X", "X, the capital of COUNTRY", "X, COUNTRY's capital". Of a region or in part it is none of the
    /// country: "the provincial capital", "the summer capital of REGION", "REGION's capital".
    void capital(const Mention& place) {
        auto i = place.first;
        if (i > 0 && s_.is(i - 1, ",")) --i;
        if (i > 0 && s_.is(i - 1, "of")) --i;
        if (i > 0 && s_.is(i - 1, "capital")) {
            const auto* owner = owner_of_noun(s_, i - 1);
            const auto* adjective = s_.ending(phrase_start(s_, i - 1) + 1);
            add_capital(place, i - 1, owner != nullptr && owner != &place ? owner : adjective);
        }
        if (!s_.is(place.last, ",")) return;
        for (auto at = place.last + 1; at < s_.size() && at < place.last + 6; ++at) {
            if (!s_.is(at, "capital")) continue;
            const auto* owner = owner_of_noun(s_, at);
            return add_capital(place, at, owner == &place ? nullptr : owner);
        }
    }
    void add_capital(const Mention& place, std::uint32_t word, const Mention* of) {
        const bool region =
            of != nullptr && of->type == EntityType::place && of != &place &&
            (s_.is(of->last, "'s") || (of->first > 1 && s_.words[of->first - 1].is_any({"of", "-", "the"})));
        if (region) return lies_in(place, *of, s_.words.span(word, word + 1), "capital-of-region");
        const bool some = word > 0 && s_.words[word - 1].is_any(
                                          {"regional", "provincial", "state", "district", "county", "summer", "winter",
                                           "commercial", "financial", "business", "cultural", "spiritual", "economic"});
        if (some) return;
        const bool state = of != nullptr && of->type == EntityType::country;
        out_.add(place.entity, "capital_of", state ? of->entity : country_entity(input_, country_of(place)),
                 {s_.index, place.where, s_.words.span(word, word + 1), of != nullptr ? of->where : place.where,
                  "capital", 850, Status::asserted, false});
    }

    const RelationInput& input_;
    const SentenceView& s_;
    Assertions& out_;
};

}  // namespace

void find_places(const RelationInput& input, const SentenceView& s, Assertions& out) {
    PlaceFinder(input, s, out).run();
}

}  // namespace chancery
