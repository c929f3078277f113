// Where bodies and people are: seats, homes, birthplaces.
#include <algorithm>

#include "extract/lexicon/entry_key.hpp"
#include "extract/relation/place_words.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

class ResidenceFinder {
  public:
    ResidenceFinder(const RelationInput& input, const SentenceView& s, Assertions& out)
        : input_(input), s_(s), out_(out) {}

    void run() {
        for (const auto* mention : s_.mentions) {
            if (mention->type == EntityType::place || mention->type == EntityType::country) {
                based_hyphen(*mention);
                based(*mention);
                city_of(*mention);
                office_at(*mention);
                born(*mention);
            }
            if (mention->type == EntityType::institution) seat(*mention);
            if (mention->type == EntityType::country) citizenship(*mention);
        }
    }

  private:
    /// What ends before `end`; of "staff at the Omani embassy", the embassy, and so of "the embassy of Oman".
    [[nodiscard]] const Mention* resident_ending(std::uint32_t end) const {
        const auto* widest = s_.ending(end);
        if (widest == nullptr || is_human(widest->type)) return widest;
        for (const auto* mention : s_.mentions)
            if (mention->last == end && mention->type == EntityType::institution) return mention;
        return widest;
    }

    /// "X's headquarters in", "the X secretariat in" before the preposition at `i`: the body X.
    [[nodiscard]] const Mention* body_of_office(std::uint32_t i) const {
        if (i < 2 || !s_.words[i - 1].is_any({"headquarters", "secretariat"})) return nullptr;
        auto end = i - 1;
        if (s_.words[end - 1].is_any({"regional", "main", "local", "central", "country"})) --end;
        if (end > 1 && (s_.is(end - 1, "'s") || s_.is(end - 1, "'"))) --end;
        const auto* body = s_.ending(end);
        return body != nullptr && body->type == EntityType::institution && body->kind == MentionKind::name ? body
                                                                                                           : nullptr;
    }

    /// "NAME holds Norwegian citizenship", "NAME, who has a Belgian passport".
    void citizenship(const Mention& country) {
        if (country.kind != MentionKind::adjective || country.first == 0 ||
            !s_.is_any(country.last, {"citizenship", "nationality", "passport"}))
            return;
        const auto verb = s_.is_any(country.first - 1, {"a", "the", "dual"}) ? country.first - 2 : country.first - 1;
        if (verb >= s_.size() ||
            !s_.is_any(verb, {"holds", "hold", "has", "had", "held", "carries", "obtained", "acquired"}))
            return;
        const auto* who = subject_of(s_, verb);
        if (who != nullptr && is_human(who->type) && who->entity != no_entity)
            out_.add(who->entity, "citizen_of", country.entity,
                     between(s_, *who, country, s_.words.span(country.last, country.last + 1), "citizenship"));
    }

    /// "X's PLACE headquarters".
    void office_at(const Mention& place) {
        if (place.first < 2 || !s_.is(place.first - 1, "'s") ||
            !s_.is_any(place.last, {"headquarters", "secretariat", "head"}) ||
            (s_.is(place.last, "head") && !s_.is(place.last + 1, "office")))
            return;
        const auto* body = s_.ending(place.first - 1);
        if (body != nullptr && body->type == EntityType::institution && body->kind == MentionKind::name)
            out_.add(body->entity, "based_in", place.entity,
                     between(s_, *body, place, s_.words.span(place.last, place.last + 1), "place-headquarters"));
    }

    /// "X, which has its headquarters in", "with headquarters in": the body before the words; `i` is the preposition.
    [[nodiscard]] const Mention* seated(std::uint32_t i) const {
        if (i < 3 || !s_.words[i - 1].is_any({"headquarters", "seat"})) return nullptr;
        auto end = i - 1;
        if (s_.words[end - 1].is_any({"its", "their", "a"})) --end;
        if (end == 0 || !s_.words[end - 1].is_any({"has", "have", "with", "having"})) return nullptr;
        --end;
        while (end > 0 && (s_.is(end - 1, ",") || s_.words[end - 1].is_any({"which", "that"}))) --end;
        return s_.ending(end);
    }

    /// Bodies of state that are where the text names them; an army only fights there.
    [[nodiscard]] static bool settled(const Mention& body) {
        constexpr std::string_view kinds[] = {"embassy",  "consulate",       "court",   "police",
                                              "tribunal", "high commission", "mission", "prosecutor's office"};
        return std::any_of(std::begin(kinds), std::end(kinds),
                           [&](auto kind) { return body.core.ends_with(kind) || body.core.starts_with(kind); });
    }

    /// An embassy abroad, but not "police in COUNTRY".
    [[nodiscard]] static bool foreign(const Mention& body, const Mention& country) {
        return !body.country.empty() && body.country != country.country;
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
        if (place.type != EntityType::place) return;
        const auto kind = place_kind(input_.lexicon, place.lexicon);
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

    /// Before "in" or "from" at `i`: "NAME, from X,", "the school, in X,", "NAME, a nurse in X", "NAME ... her home in
    /// X".
    [[nodiscard]] const Mention* resident_aside(std::uint32_t i, const Mention& place) const {
        const bool closed = place.last >= s_.size() || s_.words[place.last].is_any({",", "."});
        if (i > 1 && s_.is(i - 1, ",") && closed) {
            const auto* before = s_.ending(i - 1);
            if (before == nullptr || before->kind != MentionKind::name) return nullptr;
            const bool fits = s_.is(i, "from")
                                  ? is_human(before->type)
                                  : s_.is(i, "in") && before->type == EntityType::institution && !before->state;
            return fits ? before : nullptr;
        }
        if (!s_.is(i, "in") || i < 2 || s_.words[i - 1].tag != WordClass::noun) return nullptr;
        const auto human = [](const Mention* m) {
            return m != nullptr && is_human(m->type) && m->kind == MentionKind::name ? m : nullptr;
        };
        if (s_.words[i - 1].is_any({"home", "house", "apartment", "residence"}) &&
            s_.words[i - 2].is_any({"his", "her"}))
            return human(owner_of_noun(s_, i - 1));
        return place.type == EntityType::place && occupation(i) ? human(set_beside(s_, i - 1)) : nullptr;
    }

    /// First word of "the region's main city of" that ends before `end`; `end` when no such words do.
    [[nodiscard]] std::uint32_t before_place_noun(std::uint32_t end) const {
        if (end < 3 || !s_.is(end - 1, "of") || !place_noun(s_, end - 2)) return end;
        auto i = end - 2;
        while (i > 0 && s_.covering(i - 1) == nullptr &&
               (s_.words[i - 1].tag == WordClass::adjective || direction(s_.words[i - 1]) || s_.is(i - 1, "'s") ||
                place_noun(s_, i - 1)))
            --i;
        return i;
    }

    /// "X-based NAME", "the X-based group NAME", "the City, X-based group NAME".
    void based_hyphen(const Mention& place) {
        if (!s_.is(place.last, "-") || !s_.is(place.last + 1, "based")) return;
        auto i = place.last + 2;
        while (i < s_.size() && s_.starting(i) == nullptr &&
               (s_.words[i].tag == WordClass::noun || s_.words[i].tag == WordClass::adjective ||
                s_.words[i].lower.ends_with("ing") || s_.is(i, "-")))
            ++i;
        const auto* who = i < s_.size() ? s_.starting(i) : nullptr;
        if (s_.is(i, "the")) who = s_.starting(i + 1);
        if (who != nullptr && who->kind == MentionKind::adjective) who = next_mention(s_, who->last, 4);
        if (who == nullptr) who = set_beside(s_, i - 1);
        const auto* city = place.first > 1 && s_.is(place.first - 1, ",") ? s_.ending(place.first - 1) : nullptr;
        const bool in_region = city != nullptr && city->type == EntityType::place;  // "the Fresno, California-based"
        const auto& seat = in_region ? *city : place;
        if (who != nullptr && who != &place)
            out_.add(who->entity, "based_in", seat.entity,
                     between(s_, *who, seat, s_.words.span(place.last + 1, place.last + 2), "based"));
    }

    /// "NAME, based in X", "NAME lives in X", "the bank in X".
    void based(const Mention& place) {
        if (place.kind == MentionKind::adjective) return;
        auto in = place.first;
        while (in > 0 && (direction(s_.words[in - 1]) || s_.is(in - 1, "capital") || s_.is(in - 1, ","))) --in;
        in = before_place_noun(in);
        if (const auto* state = s_.ending(in);  // "in the Turkish city of X", "in the Turkish capital, X"
            state != nullptr && state->kind == MentionKind::adjective && in < place.first) {
            in = state->first;
            while (in > 0 && direction(s_.words[in - 1])) --in;
        }
        if (in > 1 && s_.is(in - 1, "'s") && s_.ending(in - 1) != nullptr) in = s_.ending(in - 1)->first;
        if (in < 2 || !s_.words[in - 1].is_any({"in", "from", "at", "near"})) return;
        auto i = in - 1;
        const bool verb =
            s_.is(i, "in") && s_.words[i - 1].is_any({"based", "headquartered", "lives", "living", "lived", "resides",
                                                      "residing", "exiled", "exile", "live"});
        if (verb) {
            --i;
            while (i > 0 && (s_.is(i - 1, ",") || s_.auxiliary(i - 1) ||
                             s_.words[i - 1].is_any({"who", "which", "in", "now", "living", "lives", "lived"})))
                --i;
            if (i > 2 && s_.is(i - 1, ")") && s_.is(i - 3, "(")) i -= 3;  // "the Centre (CMS), based in"
        }
        const auto* who = resident_ending(i);
        const auto* office = s_.is(in - 1, "in") ? body_of_office(in - 1) : nullptr;
        if (office == nullptr && s_.is(in - 1, "in")) office = seated(in - 1);
        if (office != nullptr && office != &place) {
            out_.add(office->entity, "based_in", place.entity,
                     between(s_, *office, place, s_.words.span(in - 2, in), "seat-in-place"));
            return;
        }
        if (who == nullptr && !verb) who = dweller(i);
        const bool reports = who == nullptr && s_.is(i, "in") && s_.words[i - 1].is_any({"correspondent", "reporter"});
        if (reports) who = set_beside(s_, i - 1);  // "NAME, the Herald's correspondent in Oslo,"
        const bool dwells = who != nullptr && !verb && s_.ending(i) == nullptr;
        if (who == nullptr && verb && i > 0) who = set_beside(s_, i - 1);
        if (who == nullptr && s_.is(i, "from") && s_.words[i - 1].tag == WordClass::noun) who = set_beside(s_, i - 1);
        if (who == nullptr && !verb) who = resident_aside(i, place);
        if (who == nullptr && s_.is(i, "in") && s_.words[i - 1].tag == WordClass::noun) {
            const auto start = phrase_start(s_, i - 1);
            const auto* body = start > 1 && s_.is(start - 1, ",") ? s_.ending(start - 1) : nullptr;
            if (body == nullptr || body->type != EntityType::institution)
                body = set_beside(s_, i - 1);  // "X, a think tank in London"
            if (body != nullptr && body->type == EntityType::institution) who = body;
        }
        if (who == nullptr || who == &place) return;
        const bool body = who->type == EntityType::institution && s_.is(in - 1, "in") &&
                          (!who->state || (settled(*who) && (place.type == EntityType::place || foreign(*who, place))));
        const bool from =
            is_human(who->type) && who->kind == MentionKind::name && (s_.is(in - 1, "from") || s_.ending(i) == nullptr);
        if (verb || body || from || dwells)
            out_.add(who->entity, "based_in", place.entity,
                     between(s_, *who, place, s_.words.span(in - 1, in), verb ? "based" : "in-place"));
    }

    /// "NAME, a Belgian company,", "NAME, the Chinese telecom giant,": the adjective.
    [[nodiscard]] const Mention* told_behind(const Mention& body) const {
        if (!s_.is(body.last, ",") || !s_.is_any(body.last + 1, {"a", "an", "the"})) return nullptr;
        const Mention* country = nullptr;
        for (auto i = body.last + 2; i + 1 < s_.size() && i < body.last + 8; ++i) {
            if (const auto* inside = s_.covering(i); inside != nullptr) {
                if (inside->type != EntityType::country || inside->kind != MentionKind::adjective) return nullptr;
                country = inside;
            } else if (country != nullptr && s_.lexicon.bodies_named.contains(s_.words[i].lower)) {
                return s_.is_any(i + 1, {",", ".", "that", "which", "based"}) ? country : nullptr;
            } else if (s_.words[i].tag != WordClass::adjective && s_.words[i].tag != WordClass::noun) {
                return nullptr;
            }
        }
        return nullptr;
    }

    /// "Cairo's Al-Azhar University", "Germany's Bremen University", "the British newspaper The Guardian".
    void seat(const Mention& body) {
        if (body.state || body.kind != MentionKind::name) return;
        if (organisation_kind(input_.lexicon, body.lexicon) == "international") return;  // "Norway's U.N. ambassador"
        const bool possessive = body.first > 1 && s_.is(body.first - 1, "'s");
        const Mention* place = nullptr;
        if (possessive) place = s_.ending(body.first - 1);
        for (const auto* inside : s_.mentions)
            if (inside->first == body.first && inside->last < body.last && inside->type == EntityType::country)
                place = inside;
        if (!possessive && place == nullptr && body.first > 0) {
            auto i = body.first;
            if (s_.is(i - 1, "the") && i > 1) --i;
            const auto noun = i - 1;
            if (s_.lexicon.bodies_named.contains(s_.words[noun].lower) && s_.covering(noun) == nullptr) --i;  // "daily"
            while (i > 0 && s_.words[i - 1].tag == WordClass::noun && s_.covering(i - 1) == nullptr) --i;
            while (i > 0 && i <= noun && s_.words[i - 1].tag == WordClass::adjective && s_.covering(i - 1) == nullptr)
                --i;  // "the Belgian public broadcaster NAME"
            if (i <= noun) place = s_.ending(i);
            const bool named = place != nullptr && place->type == EntityType::place && i <= noun &&
                               s_.lexicon.bodies_named.contains(s_.words[i].lower);  // "the Paris magazine NAME"
            if (place != nullptr && place->kind != MentionKind::adjective && !named) place = nullptr;
        }
        if (place == nullptr) place = told_behind(body);
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

void find_residence(const RelationInput& input, const SentenceView& s, Assertions& out) {
    ResidenceFinder(input, s, out).run();
}

}  // namespace chancery
