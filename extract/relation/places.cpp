// Where things lie: cities in countries, bodies and people in places, capitals, birthplaces.
#include <algorithm>

#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

bool direction(const Word& word) {
    return word.is_any(
        {"the",          "northern",     "southern",     "eastern",   "western", "central", "northeastern",
         "northwestern", "southeastern", "southwestern", "north",     "south",   "east",    "west",
         "northeast",    "northwest",    "southeast",    "southwest", "-",       "nearby",  "neighboring",
         "neighbouring"});
}

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
            owned(*place);
            capital(*place);
        }
        for (const auto* mention : s_.mentions) {
            if (mention->type == EntityType::place || mention->type == EntityType::country) {
                based(*mention);
                city_of(*mention);
                born(*mention);
            }
            if (mention->type == EntityType::institution) seat(*mention);
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
        if (mention.lexicon.starts_with("place:")) {
            const auto& kind = input_.lexicon.places[std::stoul(mention.lexicon.substr(6))].kind;
            return kind != "city" && kind != "capital";
        }
        return mention.name.find(' ') != std::string::npos;
    }

    void lies_in(const Mention& inner, const Mention& outer, Span trigger, const char* construction) {
        if (&inner != &outer && fits(inner, outer))
            out_.add(inner.entity, "located_in", outer.entity, between(s_, inner, outer, trigger, construction));
    }

    /// "CITY, COUNTRY", "CITY in northern COUNTRY", "CITY (COUNTRY)", "towns of southern COUNTRY".
    void inside_next(const Mention& place) {
        auto i = place.last;
        while (i < s_.size() && s_.lexicon.place_heads.contains(s_.words[i].lower)) ++i;
        const bool comma = s_.is(i, ","), in = s_.is(i, "in"), bracket = s_.is(i, "(");
        if (!comma && !in && !bracket) return apposition(place);
        auto next = i + 1;
        if (comma && s_.is(next, "in")) ++next;
        while (next < s_.size() && direction(s_.words[next])) ++next;
        const auto* outer = next < s_.size() ? s_.starting(next) : nullptr;
        const bool held = outer != nullptr && outer->kind == MentionKind::adjective && s_.is(outer->last, "-") &&
                          s_.is_any(outer->last + 1, {"administered", "controlled", "occupied", "held", "ruled"});
        if (held) outer = s_.starting(outer->last + 2);            // "Indian-administered Kashmir"
        if (outer != nullptr && s_.is(outer->last, "'s") && in) {  // "in Burkina Faso's Sahel region"
            const auto* region_inside = next_mention(s_, outer->last + 1, 1);
            if (spot(region_inside)) outer = region_inside;
        }
        if (!spot(outer)) return apposition(place);
        const bool list = comma && outer->type == EntityType::place && !region(*outer);
        const bool closed = bracket ? s_.is(outer->last, ")") : true;
        if (list || !closed) return;
        lies_in(place, *outer, s_.words.span(i, i + 1),
                comma     ? "place-comma"
                : bracket ? "place-brackets"
                          : "place-in");
    }

    /// "CITY, a port in COUNTRY".
    void apposition(const Mention& place) {
        if (!s_.is(place.last, ",")) return;
        for (auto i = place.last + 1; i < s_.size() && i < place.last + 8; ++i) {
            if (s_.words[i].word_class == WordClass::punctuation && !s_.is(i, "-")) return;
            if (!s_.lexicon.place_heads.contains(s_.words[i].lower)) continue;
            if (!s_.is(i + 1, "in") && !s_.is(i + 1, "of")) continue;
            auto next = i + 2;
            while (next < s_.size() && direction(s_.words[next])) ++next;
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
        bool head = false;
        while (before > 0 && before + 6 > place.first && plain_before(before - 1)) {
            head |= place_noun(s_.words[before - 1].lower);
            --before;
        }
        if (before == 0) return;
        const bool possessive = s_.is(before - 1, "'s") || s_.is(before - 1, "'");
        const auto* owner = s_.ending(possessive ? before - 1 : before);
        if (owner == nullptr || owner == &place) return;
        const bool direct = possessive
                                ? (head || before == place.first ||
                                   s_.lexicon.place_heads.contains(fold(place.name.substr(place.name.rfind(' ') + 1))))
                                : head && (owner->kind == MentionKind::adjective || owner->type == EntityType::place);
        if (direct && (owner->type == EntityType::country || owner->type == EntityType::place))
            lies_in(place, *owner, s_.words.span(owner->first, place.last), "country-place");
    }
    [[nodiscard]] bool plain_before(std::uint32_t i) const {
        if (s_.covering(i) != nullptr) return false;
        const auto& word = s_.words[i];
        return place_noun(word.lower) || word.tag == WordClass::adjective || word.tag == WordClass::noun ||
               word.is("-") ||
               word.is_any({"capital", "northern", "southern", "eastern", "western", "central", "main"});
    }
    [[nodiscard]] bool place_noun(std::string_view noun) const {
        const auto& heads = s_.lexicon.place_heads;
        if (heads.contains(noun) || noun == "capital") return true;
        if (noun.ends_with("ies")) return heads.contains(std::string(noun.substr(0, noun.size() - 3)) + "y");
        return noun.ends_with('s') && heads.contains(noun.substr(0, noun.size() - 1));
    }

    /// "the capital, X", "X, the capital of COUNTRY", "X, COUNTRY's capital".
    void capital(const Mention& place) {
        const auto add = [&](std::uint32_t word, const Mention* country) {
            const bool region = country != nullptr && country->type == EntityType::place &&
                                (s_.is(country->last, "'s") || (country->first > 0 && s_.is(country->first - 1, "of")));
            if (region) return;
            const auto entity = country != nullptr && country->type == EntityType::country
                                    ? country->entity
                                    : country_entity(input_, country_of(place));
            out_.add(place.entity, "capital_of", entity,
                     {s_.index, place.where, s_.words.span(word, word + 1),
                      country != nullptr ? country->where : place.where, "capital", 850, Status::asserted, false});
        };
        auto i = place.first;
        if (i > 0 && s_.is(i - 1, ",")) --i;
        if (i > 0 && s_.is(i - 1, "of")) --i;
        if (i > 0 && s_.is(i - 1, "capital")) {
            const auto* owner = owner_of_noun(s_, i - 1);
            const auto* adjective = s_.ending(phrase_start(s_, i - 1) + 1);
            add(i - 1, owner != nullptr && owner != &place ? owner : adjective);
        }
        if (!s_.is(place.last, ",")) return;
        for (auto at = place.last + 1; at < s_.size() && at < place.last + 6; ++at) {
            if (!s_.is(at, "capital")) continue;
            const auto* owner = owner_of_noun(s_, at);
            if (owner == &place) owner = nullptr;
            return add(at, owner);
        }
    }

    /// Before "in" or "from" at `i`: "NAME lives in a trailer in X", "NAME is a farmer from X".
    [[nodiscard]] const Mention* dweller(std::uint32_t i) const {
        const auto start = phrase_start(s_, i - 1);
        const auto human = [](const Mention* m) {
            return m != nullptr && is_human(m->type) && m->kind == MentionKind::name ? m : nullptr;
        };
        if (start < 2 || s_.words[i - 1].tag != WordClass::noun) return nullptr;
        if (s_.is(i, "from") && s_.words[start - 1].is_any({"is", "was"})) return human(s_.ending(start - 1));
        const bool lives = s_.is(i, "in") && s_.words[start - 1].is_any({"in", "on"}) &&
                           s_.words[start - 2].is_any({"lives", "lived", "resides", "resided"});
        return lives ? human(s_.ending(start - 2)) : nullptr;
    }

    /// "Chicago lawyer NAME": where those live whom a city and a job name.
    void city_of(const Mention& place) {
        if (place.type != EntityType::place || !place.lexicon.starts_with("place:")) return;
        const auto& kind = input_.lexicon.places[std::stoul(place.lexicon.substr(6))].kind;
        if (kind != "city" && kind != "capital" && kind != "region") return;
        auto i = place.last;
        while (i < s_.size() && i < place.last + 4 && s_.starting(i) == nullptr && !s_.words[i].capital &&
               (s_.words[i].tag == WordClass::noun || s_.words[i].tag == WordClass::adjective))
            ++i;
        const auto* who = i > place.last && i < s_.size() ? s_.starting(i) : nullptr;
        if (who == nullptr || who->type != EntityType::person || who->kind != MentionKind::name) return;
        if (s_.words[i - 1].tag != WordClass::noun || !occupation(i)) return;
        out_.add(who->entity, "based_in", place.entity,
                 between(s_, *who, place, s_.words.span(place.last, i), "city-job"));
    }

    /// A word for what somebody is ends before `end`: "lawyer", "activist", "political scientist"; no office.
    [[nodiscard]] bool occupation(std::uint32_t end) const {
        std::vector<PhraseIndex::Hit> hits;
        bool found = false;
        for (auto first = end > 3 ? end - 3 : 0; first < end; ++first) {
            hits.clear();
            s_.lexicon.group_index.find(s_.words.all(), first, hits);
            for (const auto& hit : hits) found |= hit.value % 2 == 0 && first + hit.length == end;
            hits.clear();
            s_.lexicon.title_index.find(s_.words.all(), first, hits);
            for (const auto& hit : hits) {
                if (first + hit.length != end) continue;
                if (s_.lexicon.titles[hit.value / 2].human == Title::Human::official) return false;
                found |= s_.lexicon.titles[hit.value / 2].human == Title::Human::person;
            }
        }
        return found;
    }

    /// "X-based NAME", "NAME, based in X", "NAME lives in X", "the X-based group NAME".
    void based(const Mention& place) {
        if (s_.is(place.last, "-") && s_.is(place.last + 1, "based")) {
            auto i = place.last + 2;
            while (i < s_.size() && s_.starting(i) == nullptr &&
                   (s_.words[i].tag == WordClass::noun || s_.words[i].tag == WordClass::adjective || s_.is(i, "-")))
                ++i;
            const auto* who = i < s_.size() ? s_.starting(i) : nullptr;
            if (s_.is(i, "the")) who = s_.starting(i + 1);
            if (who != nullptr && who->kind == MentionKind::adjective) who = next_mention(s_, who->last, 4);
            if (who == nullptr) who = set_beside(s_, i - 1);
            if (who != nullptr && who != &place)
                out_.add(who->entity, "based_in", place.entity,
                         between(s_, *who, place, s_.words.span(place.last + 1, place.last + 2), "based"));
        }
        auto in = place.first;
        while (in > 0 && (direction(s_.words[in - 1]) || s_.is(in - 1, "capital") || s_.is(in - 1, ","))) --in;
        if (in > 1 && s_.is(in - 1, "'s") && s_.ending(in - 1) != nullptr) in = s_.ending(in - 1)->first;
        if (in < 2 || !s_.words[in - 1].is_any({"in", "from", "at", "near"})) return;
        auto i = in - 1;
        const bool verb =
            s_.is(i, "in") && s_.words[i - 1].is_any({"based", "headquartered", "lives", "living", "lived", "resides",
                                                      "residing", "exiled", "exile", "live"});
        if (verb) {
            --i;
            while (i > 0 && (s_.is(i - 1, ",") || s_.auxiliary(i - 1) ||
                             s_.words[i - 1].is_any({"who", "which", "in", "now", "living"})))
                --i;
        }
        const auto* who = s_.ending(i);
        if (who == nullptr && !verb) who = dweller(i);
        const bool dwells = who != nullptr && !verb && s_.ending(i) == nullptr;
        if (who == nullptr && verb && i > 0) who = set_beside(s_, i - 1);
        if (who == nullptr && s_.is(i, "from") && s_.words[i - 1].tag == WordClass::noun) who = set_beside(s_, i - 1);
        if (who == nullptr && s_.is(i, "in") && s_.words[i - 1].tag == WordClass::noun) {
            const auto start = phrase_start(s_, i - 1);
            const auto* body = start > 1 && s_.is(start - 1, ",") ? s_.ending(start - 1) : nullptr;
            if (body == nullptr || body->type != EntityType::institution)
                body = set_beside(s_, i - 1);  // "X, a think tank in London"
            if (body != nullptr && body->type == EntityType::institution) who = body;
        }
        if (who == nullptr || who == &place) return;
        const bool body = who->type == EntityType::institution && s_.is(in - 1, "in") &&
                          (!who->state || who->core.ends_with("embassy") || who->core.ends_with("consulate"));
        const bool from = s_.is(in - 1, "from") && is_human(who->type) && who->kind == MentionKind::name;
        if (verb || body || from || dwells)
            out_.add(who->entity, "based_in", place.entity,
                     between(s_, *who, place, s_.words.span(in - 1, in), verb ? "based" : "in-place"));
    }

    /// "Cairo's Al-Azhar University", "Germany's Bremen University", "the British newspaper The Guardian".
    void seat(const Mention& body) {
        if (body.state || body.kind != MentionKind::name || body.first < 1) return;
        const bool possessive = body.first > 1 && s_.is(body.first - 1, "'s");
        const Mention* place = nullptr;
        if (possessive) place = s_.ending(body.first - 1);
        for (const auto* inside : s_.mentions)
            if (inside->first == body.first && inside->last < body.last && inside->type == EntityType::country)
                place = inside;
        if (!possessive && place == nullptr) {
            auto i = body.first;
            if (s_.is(i - 1, "the") && i > 1) --i;
            const auto noun = i - 1;
            while (i > 0 && s_.words[i - 1].tag == WordClass::noun && s_.covering(i - 1) == nullptr) --i;
            if (i <= noun) place = s_.ending(i);
            if (place != nullptr && place->kind != MentionKind::adjective) place = nullptr;
        }
        if (place == nullptr || (place->type != EntityType::country && place->type != EntityType::place)) return;
        out_.add(body.entity, "based_in", place->entity, between(s_, body, *place, place->where, "place-body"));
    }

    /// "NAME, who was born in X", "X-born NAME", "a native of X".
    void born(const Mention& place) {
        if (s_.is(place.last, "-") && s_.is(place.last + 1, "born")) {
            const auto* who = next_mention(s_, place.last + 2, 4);
            if (who != nullptr && who->kind == MentionKind::adjective) who = next_mention(s_, who->last, 4);
            if (who == nullptr) who = set_beside(s_, place.last + 2);
            if (who != nullptr && is_human(who->type))
                out_.add(who->entity, "born_in", place.entity,
                         between(s_, *who, place, s_.words.span(place.last + 1, place.last + 2), "place-born"));
            return;
        }
        auto i = place.first;
        while (i > 0 && i + 8 > place.first && !s_.is(i - 1, "born") && !s_.is(i - 1, "native")) {
            const bool between_words = direction(s_.words[i - 1]) ||
                                       s_.lexicon.place_heads.contains(s_.words[i - 1].lower) ||
                                       s_.words[i - 1].is_any({"in", "of", "at", "and", "raised", "a", "small"}) ||
                                       s_.words[i - 1].word_class == WordClass::numeral;
            if (!between_words) return;
            --i;
        }
        if (i == 0 || i == place.first) return;
        const auto verb = i - 1;
        auto end = verb;
        while (end > 0 && (s_.auxiliary(end - 1) || s_.adverb(end - 1) ||
                           s_.words[end - 1].is_any({"who", ",", "a", "is", "was"})))
            --end;
        const auto* who = s_.ending(end);
        if (verb == 0) {  // "Born in X, NAME ..."
            const auto comma = place.last;
            who = s_.is(comma, ",") ? next_mention(s_, comma + 1, 4) : nullptr;
        }
        if (who == nullptr || !is_human(who->type)) return;
        const auto evidence = between(s_, *who, place, s_.words.span(verb, verb + 1), "born-in");
        out_.add(who->entity, "born_in", place.entity, evidence);
        if (!s_.is(verb - 1, "were")) return;
        for (const auto* first : s_.mentions) {  // "X and Y, who were born in"
            if (!is_human(first->type) || first->kind != MentionKind::name || first->last > who->first) continue;
            const auto others = and_others(s_, *first);
            if (std::find(others.begin(), others.end(), who) != others.end())
                out_.add(first->entity, "born_in", place.entity, evidence);
        }
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
