// Joins titles with their holders and bodies: "Kremlin spokesman Dmitry Peskov", "Maren Holt, a spokeswoman for the
// ministry,", "the outlet's head, Igor K.", "X is the mayor of Y".
//
// First the body is looked for at both sides of the title ("Russian Foreign Ministry spokesperson", "ambassador of
// Norway to Georgia"). That gives the edges of the whole noun phrase. Then the holder is the name right behind the
// phrase, or the name before it across a comma, an age, or a form of "be".
//
// A title with a body and no name is an unnamed holder. It becomes a mention of its own; the entity step joins it with
// the holder if the article names one for the same office and body.
#include "extract/mention/offices.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/mention/holders.hpp"
#include "extract/mention/ministries.hpp"
#include "extract/mention/office_phrase.hpp"

namespace chancery {

namespace {

std::uint32_t add_holder(Scan& scan, const TitleHit& hit, const OfficePhrase& phrase) {
    const auto country = scan.mentions[phrase.body].country;
    auto& mention = scan.add(hit.first, hit.last, EntityType::official, MentionKind::holder);
    mention.phrase = phrase.first;
    mention.country = country;
    mention.core = scan.lexicon.titles[hit.title].text;
    return static_cast<std::uint32_t>(scan.mentions.size() - 1);
}

/// The part of a title that no name has taken: "chief" of "police chief" behind the body "Ghana's police". None when
/// the title stands inside a name ("President" in that of a body).
std::optional<TitleHit> untaken(const Scan& scan, TitleHit hit) {
    if (!scan.taken[hit.core]) return hit;
    const auto body = std::find_if(scan.mentions.begin(), scan.mentions.end(), [&](const Mention& mention) {
        return mention.first <= hit.core && hit.core < mention.last;
    });
    if (body == scan.mentions.end() || body->last >= hit.last || is_human(body->type)) return std::nullopt;
    hit.first = hit.core = body->last;
    if (scan.is(hit.core, "'s")) hit.first = ++hit.core;
    return hit.core < hit.last ? std::optional(hit) : std::nullopt;
}

/// A title with all that its noun phrase says.
struct Claim {
    TitleHit hit;
    OfficePhrase phrase;
    std::string ministry;
    std::vector<std::uint32_t> joined;  ///< titles that share its last word: "interior and finance minister"
};

class OfficeFinder {
  public:
    explicit OfficeFinder(Scan& scan) : scan_(scan) {}

    std::vector<Office> run() {
        for (const auto& hit : scan_.titles)
            if (const auto own = untaken(scan_, hit)) read(claim(*own));
        return std::move(offices_);
    }

  private:
    Claim claim(TitleHit hit) {
        const auto& title = scan_.lexicon.titles[hit.title];
        Claim made;
        made.joined = titles_joined(scan_, hit);
        if (made.joined.empty()) made.ministry = ministry_in(scan_, title, hit);
        OfficePhrase phrase{hit.first, hit.last};
        look_left(scan_, title, phrase);
        look_right(scan_, title, phrase);
        if (hit.plural) second_state(phrase);
        const bool own_body = title.relation == "commander_of";  // "army chief and leader of the party"
        if (phrase.body == no_mention && !own_body && scan_.is(hit.last, "and"))  // "founder and chairman of X"
            if (const auto* next = scan_.title_at(hit.last + 1); next != nullptr) {
                OfficePhrase joined{next->first, next->last};
                look_right(scan_, scan_.lexicon.titles[next->title], joined);
                phrase.body = joined.body;
            }
        if (phrase.body == no_mention && before_ != no_mention && title.relation != "lawyer_of" &&
            phrase.first == before_last_ + 1 && scan_.is(before_last_, "and"))
            phrase.body = before_;  // "Ghana's president and army chief"
        before_ = phrase.body;
        before_last_ = phrase.last;
        hit.former |= phrase.former;
        hit.deputy |= phrase.deputy;
        made.hit = hit;
        made.phrase = phrase;
        return made;
    }

    /// "the foreign ministers of X and Y".
    void second_state(OfficePhrase& phrase) const {
        if (phrase.body == no_mention || !scan_.is(phrase.last, "and")) return;
        const auto next = scan_.is(phrase.last + 1, "the") ? phrase.last + 2 : phrase.last + 1;
        const auto m = next < scan_.size() ? mention_starting(scan_, next) : no_mention;
        if (m == no_mention || scan_.mentions[phrase.body].type != EntityType::country ||
            scan_.mentions[m].type != EntityType::country || scan_.mentions[m].kind != MentionKind::name)
            return;
        phrase.second = m;
        phrase.last = scan_.mentions[m].last;
    }

    [[nodiscard]] std::optional<Holder> holder_of(const Claim& claim) const {
        const auto& [hit, phrase, ministry, joined] = claim;
        auto holder = holder_after(scan_, hit, phrase);
        const bool may_share = !hit.plural && scan_.lexicon.titles[hit.title].relation != "lawyer_of";
        if (!holder && may_share && scan_.is(phrase.last, "and"))  // "president and army chief NAME"
            if (const auto* next = joined_title(phrase.last + 1); next != nullptr && !next->plural)
                holder = holder_after(scan_, *next, {next->first, next->last, phrase.body});
        const bool speaks = phrase.first > 0 && scan_.is(phrase.first - 1, ",") && phrase.last < scan_.size() &&
                            scan_.lexicon.saying.contains(scan_.words[phrase.last].lower);
        if (speaks && !holder) return std::nullopt;  // "close to NAME, a senior official said"
        if (!holder && !hit.plural) holder = holder_before(scan_, phrase);
        if (!holder && !hit.plural) holder = holder_of_verb(scan_, phrase);
        if (!holder && !hit.plural) holder = holder_in_tree(scan_, hit);
        return holder;
    }

    /// The title behind "and" at `from`, past what narrows it: "and longtime Reform Party strategist".
    [[nodiscard]] const TitleHit* joined_title(std::uint32_t from) const {
        for (auto i = from; i < scan_.size() && i < from + 6; ++i) {
            if (const auto* title = scan_.title_at(i)) return title;
            const auto tag = scan_.words[i].tag;
            const bool narrows = tag == WordClass::adjective || tag == WordClass::noun || tag == WordClass::proper ||
                                 tag == WordClass::numeral || scan_.is(i, "-") || scan_.words[i].lower.ends_with("ing");
            if (!narrows || person_name(scan_, mention_starting(scan_, i))) return nullptr;
        }
        return nullptr;
    }

    /// "Norway recalled its ambassador": the state that does something to its own envoy.
    [[nodiscard]] std::uint32_t own_state(const TitleHit& hit, const OfficePhrase& phrase) const {
        const auto& relation = scan_.lexicon.titles[hit.title].relation;
        const auto own = [&](std::uint32_t i) { return scan_.words[i].is_any({"its", "their"}); };
        if (hit.plural || (relation != "ambassador_of" && relation != "diplomat_of") || phrase.first == 0 ||
            !(own(phrase.first) || own(phrase.first - 1)))
            return no_mention;
        auto found = no_mention;
        for (std::uint32_t m = 0; m < scan_.mentions.size(); ++m) {
            const auto& state = scan_.mentions[m];
            if (state.type != EntityType::country || state.kind != MentionKind::name || state.last > phrase.first)
                continue;
            for (auto i = state.first; i < state.last; ++i)
                if (scan_.words[i].link == Dependency::subject && scan_.words[i].head < phrase.first) found = m;
        }
        return found;
    }

    void read(Claim claim) {
        const auto& [hit, phrase, ministry, joined] = claim;
        const auto& title = scan_.lexicon.titles[hit.title];
        auto holder = holder_of(claim);
        if (!holder && phrase.body == no_mention) claim.phrase.body = own_state(hit, phrase);
        if (!holder) {
            const bool spokesman = title.relation == "spokesperson_of" && phrase.body != no_mention;
            const bool public_office =
                (title.human == Title::Human::official || spokesman) && !title.relation.empty() && !hit.plural;
            const bool inside = phrase.body != no_mention && scan_.mentions[phrase.body].last == hit.first &&
                                scan_.in_title[scan_.mentions[phrase.body].first] != 0;  // "a U.S. attorney"
            if (!public_office || inside || phrase.body == no_mention ||
                (is_human(scan_.mentions[phrase.body].type) && !spokesman) ||
                scan_.mentions[phrase.body].type == EntityType::place)
                return;
            holder = Holder{add_holder(scan_, hit, phrase), "holder", false};
        }
        if (hit.shadow) {  // an office that is not held; the party before it is
            scan_.mentions[holder->mention].type = EntityType::official;
            if (phrase.body == no_mention || scan_.mentions[phrase.body].type != EntityType::institution) return;
        }
        auto names = hit.plural ? listed(title, holder->mention)
                                : std::vector<Named>{{holder->mention, body_behind(scan_, title, last_of(*holder))}};
        if (phrase.second != no_mention && names.size() != 2) return;
        for (std::size_t n = 0; n < names.size(); ++n) {
            if (n == 1 && phrase.second != no_mention) claim.phrase.body = phrase.second;  // one each
            add_all(claim, {names[n].mention, n == 0 ? holder->construction : "titles-names", holder->former},
                    names[n].body, n, names.size());
        }
        predecessors(claim, names.back().mention);
    }

    [[nodiscard]] std::uint32_t last_of(const Holder& holder) const { return scan_.mentions[holder.mention].last; }

    /// The office, and those whose titles are joined with it: one for each name where there are as many names as
    /// titles, else all.
    void add_all(const Claim& claim, const Holder& holder, std::uint32_t behind, std::size_t nth, std::size_t names) {
        const auto& [hit, phrase, ministry, joined] = claim;
        auto titles = joined;
        titles.push_back(hit.title);
        if (hit.plural && titles.size() > 1 && titles.size() != names) return;
        for (std::size_t t = 0; t < titles.size(); ++t) {
            if (hit.plural && titles.size() > 1 && t != nth) continue;
            const bool unknown = titles.size() > 1 && t + 1 == titles.size() &&
                                 scan_.lexicon.titles[titles[t]].ministry.empty();  // "interior and overseas minister"
            if (unknown) continue;
            auto one = hit;
            one.title = titles[t];
            add(one, phrase, behind, holder, ministry);
        }
    }

    /// "as foreign minister to replace NAME", "president, replacing NAME": who held it before.
    void predecessors(const Claim& claim, std::uint32_t holder) {
        const auto as = claim.phrase.first > 0 && scan_.is(claim.phrase.first - 1, "as") ? claim.phrase.first - 1 : 0;
        if (const auto old = as > 0 ? mention_ending(scan_, as) : no_mention;  // "X replaced NAME as president"
            person_name(scan_, old) && successor(scan_, scan_.mentions[old].phrase) == holder)
            return add_all(claim, {old, "predecessor", true}, no_mention, 0, 1);
        auto i = std::max(claim.phrase.last, claim.hit.last);
        if (scan_.mentions[holder].first >= i) i = scan_.mentions[holder].last;
        if (scan_.is(i, ",")) ++i;
        if (scan_.is(i, "respectively")) ++i;
        if (scan_.is(i, ",")) ++i;
        if (scan_.is(i, "to") || scan_.is(i, "and")) ++i;
        if (i >= scan_.size() || !scan_.words[i].is_any({"replace", "replaced", "replacing", "replaces", "succeed",
                                                         "succeeding", "succeeded", "succeeds"}))
            return;
        ++i;
        if (i < scan_.size() && scan_.honorific(i)) ++i;
        const auto m = i < scan_.size() ? mention_starting(scan_, i) : no_mention;
        if (!person_name(scan_, m) || m == holder) return;
        const auto names =
            claim.hit.plural ? listed(scan_.lexicon.titles[claim.hit.title], m) : std::vector<Named>{{m, no_mention}};
        for (std::size_t n = 0; n < names.size(); ++n)
            add_all(claim, {names[n].mention, "predecessor", true}, no_mention, n, names.size());
    }

    void add(const TitleHit& hit, OfficePhrase phrase, std::uint32_t behind, const Holder& holder,
             const std::string& ministry) {
        const auto& title = scan_.lexicon.titles[hit.title];
        const bool narrower = behind != no_mention && phrase.body != no_mention && title.scope != "country" &&
                              scan_.mentions[phrase.body].type == EntityType::country &&
                              scan_.mentions[behind].type != EntityType::country;
        if (phrase.body == no_mention || narrower) phrase.body = behind;
        if (phrase.body == no_mention && title.relation == "lawyer_of")
            phrase.body = client_behind(scan_, scan_.mentions[holder.mention].last);
        Office office;
        office.holder = holder.mention;
        office.body = phrase.body;
        office.title = hit.title;
        office.sentence = scan_.sentence;
        office.where = scan_.words.span(hit.first, hit.last);
        office.construction = holder.construction;
        office.ministry = ministry.empty() ? spelled_as(scan_, hit, title.ministry) : ministry;
        office.to_mention = phrase.to;
        if (phrase.to != no_mention) office.to = scan_.mentions[phrase.to].country;
        office.former = hit.former || holder.former;
        office.deputy = hit.deputy;
        const bool envoy = title.relation == "ambassador_of" || title.relation == "diplomat_of";
        office.field = phrase.field;
        office.owner_before =
            phrase.body == no_mention && owner_before(scan_, hit, phrase, title.scope != "country" || envoy);
        office.owned = phrase.body == no_mention && owner_unknown(scan_, hit, phrase);
        if (title.relation == "legislator_of") place_legislator(hit, phrase, office);
        auto& mention = scan_.mentions[holder.mention];
        if (mention.first >= phrase.first) mention.phrase = std::min(mention.phrase, phrase.first);
        if (phrase.to_as_well != no_mention) {
            auto second = office;
            second.to_mention = phrase.to_as_well;
            second.to = scan_.mentions[phrase.to_as_well].country;
            offices_.push_back(std::move(second));
        }
        offices_.push_back(std::move(office));
    }

    /// "Sen. X (D-Ohio)" and "Utah Senator X" sit in Washington, "state Sen. X" does not.
    void place_legislator(const TitleHit& hit, const OfficePhrase& phrase, Office& office) const {
        const bool place = office.body != no_mention && scan_.mentions[office.body].type == EntityType::place;
        if (office.body != no_mention && !place) return;
        if (place) office.implied = scan_.mentions[office.body].country;
        office.body = no_mention;
        office.owned = (hit.first > 0 && scan_.words[hit.first - 1].is_any({"state", "local"})) ||
                       scan_.lexicon.titles[hit.title].text.starts_with("state ");
        if (american_party(scan_, phrase.first, hit.core, scan_.mentions[office.holder].last)) office.implied = "US";
        if (office.owned) office.implied.clear();
    }

    struct Named {
        std::uint32_t mention = no_mention, body = no_mention;
    };

    /// "Presidents A of X and B of Y": the names share the title, not the country. "Commanders A and B of the front"
    /// share both.
    [[nodiscard]] std::vector<Named> listed(const Title& title, std::uint32_t first) const {
        std::vector<Named> names;
        for (auto name = first; person_name(scan_, name) || names.empty();) {
            auto last = scan_.mentions[name].last;
            names.push_back({name, body_behind(scan_, title, last)});
            if (names.back().body != no_mention) last = scan_.mentions[names.back().body].last;
            if (title.relation == "legislator_of") last = past_seat(scan_, last);
            if (scan_.is(last, ",")) ++last;
            if (scan_.is(last, "and") || scan_.is(last, "or")) ++last;
            if (last < scan_.size() && scan_.honorific(last)) ++last;
            name = last < scan_.size() ? mention_starting(scan_, last) : no_mention;
            if (name == no_mention) break;
        }
        const bool last_alone =
            std::all_of(names.begin(), names.end() - 1, [](const Named& named) { return named.body == no_mention; });
        if (title.scope != "country" && last_alone)
            for (auto& named : names) named.body = names.back().body;
        return names;
    }

    Scan& scan_;
    std::vector<Office> offices_;
    std::uint32_t before_ = no_mention, before_last_ = 0;  ///< body and end of the phrase read last
};

}  // namespace

std::vector<Office> find_offices(Scan& scan) {
    return OfficeFinder(scan).run();
}

}  // namespace chancery
