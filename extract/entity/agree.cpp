// One name is one kind of thing throughout an article.
//
// A sentence may show an unknown name badly: "to Morsi" looks like a place, "Snowden in Moscow" like a person. So kinds
// that were guessed are settled here, over all sentences. A word that ends the full name of a person is that person;
// otherwise a sure reading of the same name wins, then the reading with most mentions.
#include <algorithm>
#include <array>
#include <map>

#include "extract/entity/entities.hpp"
#include "extract/lexicon/words.hpp"

namespace chancery {

namespace {

constexpr std::array<EntityType, 3> kinds = {EntityType::person, EntityType::place, EntityType::institution};

/// Mentions of one name by kind; a sure one counts for a hundred guesses.
using Votes = std::array<std::uint32_t, 3>;

std::size_t kind_of(EntityType type) {
    if (is_human(type)) return 0;
    return type == EntityType::place ? 1 : 2;
}

bool votes(const Mention& mention) {
    const bool thing =
        is_human(mention.type) || mention.type == EntityType::place || mention.type == EntityType::institution;
    return thing && mention.kind == MentionKind::name;
}

std::string last_word(const std::string& name) {
    const auto space = name.rfind(' ');
    return space == std::string::npos ? name : name.substr(space + 1);
}

void retype(Mention& mention, EntityType type) {
    if (kind_of(mention.type) == kind_of(type)) return;
    mention.type = type;
    mention.core = type == EntityType::institution ? fold(mention.name) : std::string();
}

/// Family names of people named in full, with the number of the mention that says so first.
using Surnames = std::map<std::string, std::size_t, std::less<>>;

/// "Jordan" behind "Jim Jordan", where nothing else in the article speaks of that country.
bool country_unheard_of(const std::vector<Mention>& mentions, const Mention& named) {
    return std::none_of(mentions.begin(), mentions.end(), [&](const Mention& other) {
        if (other.country != named.country || is_human(other.type)) return false;
        return other.kind == MentionKind::adjective || other.locative || fold(other.name) != fold(named.name);
    });
}

/// A town, company or country of that name is not meant: the article has named a person of it before.
bool is_surname(const std::vector<Mention>& mentions, std::size_t m, const Surnames& surnames) {
    const auto& mention = mentions[m];
    if (mention.kind != MentionKind::name || mention.locative) return false;
    const bool place = mention.type == EntityType::place && mention.lexicon.starts_with("place:");
    const bool body = mention.type == EntityType::institution && mention.lexicon.starts_with("organisation:");
    if (!place && !body && mention.type != EntityType::country) return false;
    const auto found = surnames.find(fold(mention.name));
    if (found == surnames.end()) return false;
    return place || (found->second < m && (body || country_unheard_of(mentions, mention)));
}

}  // namespace

void agree_on_kinds(std::vector<Mention>& mentions) {
    std::map<std::string, Votes> names;  // whole names
    std::map<std::string, Votes> tails;  // last words: "Kravets" of "Yevhen Kravets" and alone
    Surnames surnames;
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        const auto& mention = mentions[m];
        if (!votes(mention)) continue;
        const auto folded = fold(mention.name);
        const auto kind = kind_of(mention.type);
        const auto tail = last_word(folded);
        names[folded][kind] += mention.guessed ? 1 : 100;
        if (mention.guessed || kind == 0) tails[tail][kind] += mention.guessed ? 1 : 100;
        if (kind == 0 && tail.size() < folded.size() && (!mention.guessed || names[folded][0] > 1))
            surnames.emplace(tail, m);
    }
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        auto& mention = mentions[m];
        if (is_surname(mentions, m, surnames)) {
            retype(mention, EntityType::person);
            mention.lexicon.clear();
            mention.country.clear();
            mention.state = false;
        }
        if (!votes(mention) || !mention.guessed) continue;
        const auto folded = fold(mention.name);
        const auto tail = last_word(folded);
        if (surnames.contains(folded)) {
            retype(mention, EntityType::person);
            continue;
        }
        auto of_name = names[folded];
        const auto& of_tail = tails[tail];
        if (of_tail[0] > of_tail[1] && of_tail[0] > of_tail[2]) of_name[0] += of_tail[0];
        retype(mention,
               kinds[static_cast<std::size_t>(std::max_element(of_name.begin(), of_name.end()) - of_name.begin())]);
    }
}

}  // namespace chancery
