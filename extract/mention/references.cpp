// Words that only point back: "he", "it", "they", "the ministry", "the minister", "the two countries", "his country",
// "the interim government", "both sides", "the Ohio Republican".
//
// A definite description is one only where nothing else says whose it is: "the party of X", "the newspaper Y", "the
// group that bombed" tell by themselves, and "a group" is a new one. Who is meant is decided by extract/entity.
#include <algorithm>
#include <optional>

#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

class ReferenceFinder {
  public:
    ReferenceFinder(Scan& scan, std::span<const Office> offices) : scan_(scan), offices_(offices) {}

    /// "he", "she": before offices are read, since they hold some ("he was the governor of").
    void persons() {
        for (std::uint32_t i = 0; i < scan_.size(); ++i)
            if (scan_.taken[i] == 0) person(i);
    }

    void run() {
        for (std::uint32_t i = 0; i < scan_.size(); ++i) {
            if (scan_.taken[i] == 0) pronoun(i);
            if (scan_.taken[i] == 0 || scan_.words[i].is("its")) possessive(i);  // "its forces" are a group
            if (scan_.taken[i] == 0) description(i);
        }
        for (const auto& hit : scan_.titles) office(hit);
    }

  private:
    void pronoun(std::uint32_t i) {
        const auto& word = scan_.words[i];
        if (word.all_caps && !scan_.words.shouted()) return;
        if (word.is("it") && i + 1 < scan_.size() && word.link == Dependency::subject && !word.all_caps &&
            !scan_.words[i + 1].is_any(
                {"is", "was", "'s", "seems", "seemed", "appears", "appeared", "takes", "took"})) {
            scan_.add(i, i + 1, EntityType::institution, MentionKind::pronoun);
            return;
        }
        if (word.is_any({"they", "them"})) {
            scan_.add(i, i + 1, EntityType::group, MentionKind::pronoun).plural = true;
        }
    }

    void person(std::uint32_t i) {
        const auto& word = scan_.words[i];
        if (word.all_caps && !scan_.words.shouted()) return;
        const bool male = word.is_any({"he", "him"});
        const bool female = word.is("she") || (word.is("her") && argument(i));
        if (!male && !female) return;
        auto& mention = scan_.add(i, i + 1, EntityType::person, MentionKind::pronoun);
        mention.gender = male ? 'm' : 'f';
    }

    /// "his brother", "its embassy", "their embassies".
    void possessive(std::uint32_t i) {
        const auto& word = scan_.words[i];
        const bool body = word.is("its");
        const bool many = word.is("their");
        if (!body && !many && !word.is("his") && !word.is("her")) return;
        if (word.all_caps && !scan_.words.shouted()) return;
        const auto type = body ? EntityType::institution : many ? EntityType::group : EntityType::person;
        auto& mention = scan_.add(i, i + 1, type, MentionKind::pronoun);
        mention.owner = true;
        mention.plural = many;
        if (!body && !many) mention.gender = word.is("his") ? 'm' : 'f';
    }

    /// "her" is whom something is done to, not whose something is.
    [[nodiscard]] bool argument(std::uint32_t i) const {
        if (i + 1 >= scan_.size()) return true;
        const auto& next = scan_.words[i + 1];
        if (next.word_class == WordClass::punctuation && !next.is("\"")) return true;
        const auto it = scan_.lexicon.function_words.find(next.lower);
        if (it != scan_.lexicon.function_words.end() && it->second != WordClass::numeral) return true;
        const auto link = scan_.words[i].link;
        return link == Dependency::object || link == Dependency::indirect_object || link == Dependency::oblique ||
               link == Dependency::agent;
    }

    /// "the ministry", "the Islamist group", "the two countries".
    void description(std::uint32_t head) {
        using Kind = ReferenceWord::Kind;
        const auto it = scan_.lexicon.references.find(scan_.words[head].lower);
        if (it == scan_.lexicon.references.end() || scan_.words[head].link == Dependency::apposition) return;
        const auto kind = it->second.kind;
        if (kind == Kind::politician) return politician(head);
        if (scan_.words[head].capital && !scan_.words[head].initial && !scan_.words.shouted()) return;
        if ((kind == Kind::country || kind == Kind::government) && of_owner(head)) return;
        const auto first = definite(head);
        if (!first || tells_itself(head + 1)) return;
        if (kind == Kind::government && no_states(*first, head, it->second)) return;
        const bool plural = kind == Kind::countries || kind == Kind::people || kind == Kind::sides;
        const bool two =
            it->second.antecedents.contains("two") ||
            std::any_of(scan_.words.all().begin() + *first, scan_.words.all().begin() + head, [](const Word& word) {
                return word.is_any({"two", "both"});
            });
        if (plural && !two) return;
        const auto country = country_inside(*first, head);
        if (kind == Kind::members) return;                    // a group, see extract/entity
        if (kind == Kind::leader && country.empty()) return;  // "the party leader"
        const auto type = kind == Kind::institution || kind == Kind::sides ? EntityType::institution
                          : kind == Kind::people || kind == Kind::leader   ? EntityType::person
                                                                           : EntityType::country;
        auto& mention = scan_.add(head, head + 1, type, MentionKind::pronoun);
        mention.phrase = *first;
        mention.core = scan_.words[head].lower;
        mention.country = country;
        mention.plural = plural;
    }

    /// "his country", "its interim government": of whom the owner stands for. The mention begins behind the owner.
    bool of_owner(std::uint32_t head) {
        auto first = head;
        while (first > 0 && first + 3 > head && scan_.taken[first - 1] == 0 &&
               scan_.words[first - 1].tag == WordClass::adjective)
            --first;
        if (first == 0 || !scan_.words[first - 1].is_any({"his", "her", "its", "their"})) return false;
        const auto& next = head + 1 < scan_.size() ? scan_.words[head + 1] : scan_.words[head];
        if (next.is("-") || (head + 1 < scan_.size() && next.tag == WordClass::noun))
            return true;  // "his country home"
        auto& mention = scan_.add(head, head + 1, EntityType::country, MentionKind::pronoun);
        mention.phrase = first;
        mention.core = scan_.words[head].lower;
        return true;
    }

    /// "the local government": no state's.
    [[nodiscard]] bool no_states(std::uint32_t first, std::uint32_t head, const ReferenceWord& government) const {
        return std::any_of(scan_.words.all().begin() + first, scan_.words.all().begin() + head,
                           [&](const Word& word) { return government.antecedents.contains(word.lower); });
    }

    /// "the Ohio Republican", "the Texas senator", "the Democrat": somebody named before.
    void politician(std::uint32_t head) {
        auto first = head;
        while (first > 0 && first + 4 > head && !scan_.is(first - 1, "the")) {
            const auto& word = scan_.words[first - 1];
            const bool place = std::any_of(scan_.mentions.begin(), scan_.mentions.end(), [&](const Mention& mention) {
                return mention.type == EntityType::place && mention.first < first && first <= mention.last;
            });
            const bool picked = word.is_any({"first", "second", "last", "only", "lone", "other", "next", "same"});
            const bool plain =
                !picked && (word.tag == WordClass::adjective || word.tag == WordClass::noun || word.is("-"));
            if (!place && (!plain || scan_.taken[first - 1] != 0)) return;
            --first;
        }
        if (first == 0 || !scan_.is(first - 1, "the") || tells_itself(head + 1)) return;
        auto& mention = scan_.add(head, head + 1, EntityType::person, MentionKind::pronoun);
        mention.phrase = first - 1;
        mention.core = scan_.words[head].lower;
    }

    /// "the minister", "the former president", when no name and no body stands with it.
    void office(const TitleHit& hit) {
        const auto head = hit.last - 1;
        if (hit.plural || scan_.taken[head] != 0 || scan_.words[head].link == Dependency::apposition) return;
        if (hit.first == 0 || !scan_.words[hit.first - 1].is("the") || tells_itself(hit.last)) return;
        if (scan_.is(hit.first, "first") && scan_.is(hit.last, "to")) return;  // "the first senator to visit"
        const auto where = scan_.words.span(hit.first, hit.last);
        const bool held = std::any_of(offices_.begin(), offices_.end(), [&](const Office& office) {
            return office.where.begin < where.end && where.begin < office.where.end;
        });
        if (held) return;
        auto& mention = scan_.add(hit.first, hit.last, EntityType::person, MentionKind::pronoun);
        mention.phrase = hit.first - 1;
        mention.core = (hit.former ? "former " : "") + scan_.lexicon.titles[hit.title].text;
    }

    /// First word of the phrase, when it begins with "the", "this", "that" or "both" and holds nobody's name.
    [[nodiscard]] std::optional<std::uint32_t> definite(std::uint32_t head) const {
        auto i = head;
        for (int steps = 0; i > 0 && steps < 6; ++steps) {
            const auto& word = scan_.words[i - 1];
            if (word.is_any({"the", "this", "both"})) return i - 1;
            if (word.is("that") && word.tag == WordClass::determiner) return i - 1;
            if (const auto* inside = modifier_ending(i); inside != nullptr) {
                i = inside->first;
                continue;
            }
            const bool backed = i > 1 && scan_.is(i - 2, "-") && word.lower.ends_with("ed");
            const bool modifier = word.tag == WordClass::adjective || word.tag == WordClass::noun || word.is("-") ||
                                  word.is("two") || backed;
            const bool far = head - i >= 3 && !scan_.is(i, "-") && !word.is("-");
            if (!modifier || far || word.word_class == WordClass::preposition || scan_.taken[i - 1] != 0)
                return std::nullopt;
            --i;
        }
        return std::nullopt;
    }

    /// "Islamist" of "the Islamist group", "US" of "the US-backed government".
    [[nodiscard]] const Mention* modifier_ending(std::uint32_t last) const {
        const auto found = std::find_if(scan_.mentions.begin(), scan_.mentions.end(), [&](const Mention& mention) {
            const bool hyphened = scan_.is(last, "-") && !is_human(mention.type);
            return mention.last == last && (mention.kind == MentionKind::adjective || hyphened);
        });
        return found == scan_.mentions.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::string country_inside(std::uint32_t first, std::uint32_t last) const {
        for (const auto& mention : scan_.mentions)
            if (mention.kind == MentionKind::adjective && mention.first >= first && mention.last <= last &&
                !scan_.is(mention.last, "-"))  // "the US-backed government"
                return mention.country;
        return {};
    }

    /// What stands behind the noun says which one it is: "of X", "that bombed", a name, another noun.
    [[nodiscard]] bool tells_itself(std::uint32_t behind) const {
        if (behind >= scan_.size()) return false;
        const auto& next = scan_.words[behind];
        if (next.is_any({"of", "that", "for", "behind", "called", "named", "known", "led", "where", "-", "whose",
                         "responsible", "linked", "affiliated", "(", "who", "which", "from"}))
            return true;
        if (next.word_class == WordClass::punctuation) return false;
        return next.tag == WordClass::noun || next.tag == WordClass::proper;
    }

    Scan& scan_;
    std::span<const Office> offices_;
};

}  // namespace

void find_pronouns(Scan& scan) {
    ReferenceFinder(scan, {}).persons();
}

void find_references(Scan& scan, std::span<const Office> offices) {
    ReferenceFinder(scan, offices).run();
}

}  // namespace chancery
