// One name is one kind of thing throughout an article.
//
// A sentence may show an unknown name badly: "to Morsi" looks like a place, "Snowden in Moscow" like a person. So kinds
// that were guessed are settled here, over all sentences. A word that ends the full name of a person is that person;
// otherwise a sure reading of the same name wins, then the reading with most mentions.
#include <algorithm>
#include <array>
#include <map>
#include <set>

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

}  // namespace

void agree_on_kinds(std::vector<Mention>& mentions) {
    std::map<std::string, Votes> names;  // whole names
    std::map<std::string, Votes> tails;  // last words: "Kravets" of "Yevhen Kravets" and alone
    std::set<std::string> surnames;
    for (const auto& mention : mentions) {
        if (!votes(mention)) continue;
        const auto folded = fold(mention.name);
        const auto kind = kind_of(mention.type);
        const auto tail = last_word(folded);
        names[folded][kind] += mention.guessed ? 1 : 100;
        if (mention.guessed || kind == 0) tails[tail][kind] += mention.guessed ? 1 : 100;
        if (kind == 0 && tail.size() < folded.size() && (!mention.guessed || names[folded][0] > 1))
            surnames.insert(tail);
    }
    for (auto& mention : mentions) {
        const bool known_place = mention.type == EntityType::place && mention.lexicon.starts_with("place:") &&
                                 !mention.locative && surnames.contains(fold(mention.name));
        if (known_place) {  // a town of that name is not meant
            retype(mention, EntityType::person);
            mention.lexicon.clear();
            mention.country.clear();
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
