// Finds whom "he", "it", "the ministry", "the minister" and "the two countries" stand for; "they" and people who act
// for a body are in plural_references.cpp.
//
// News keeps talking of the one its sentences are about, so subjects come before all others and near sentences before
// far ones. What a word says must fit: the sex of "she", the kind of body of "the newspaper", the title of "the
// minister". Where nothing fits, the word stands for nobody.
#include "extract/entity/references.hpp"

#include "extract/entity/entities.hpp"
#include "extract/lexicon/entry_key.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace chancery {

namespace {

/// How many sentences back a body or office may have been named last.
constexpr std::uint32_t far = 8;
constexpr std::uint32_t everywhere = 100000;  ///< "the president", of whom a report has one

}  // namespace

void References::resolve() {
    note_kinds();
    home_ = home_country(mentions_);
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
        auto& mention = mentions_[m];
        if (mention.kind == MentionKind::description && mention.type == EntityType::group) {
            people_of_states(m);
            two_of_group(m);
            body_of_members(m);
        }
        if (mention.kind != MentionKind::pronoun) continue;
        if (mention.plural) {
            mention.type == EntityType::group ? they(m) : mention.type == EntityType::institution ? sides(m) : pair(m);
            continue;
        }
        if (mention.entity != no_entity) continue;
        auto found = antecedent(m);
        if (found == no_entity && mention.type == EntityType::person && !mention.core.empty()) {
            const auto& opener = sentences_[mention.sentence][mention.phrase];
            if (opener.is("the")) found = stranger_meant(m);
            if (mention.head != 0 && opener.is_any({"a", "an", "another"})) {
                if (!called_elsewhere(m)) stranger(m);
                continue;
            }
            if (found != no_entity) mention.type = EntityType::group;
        }
        if (found == no_entity) continue;
        mention.country.clear();
        clusters_.join(found, mention);
    }
    std::move(twins_.begin(), twins_.end(), std::back_inserter(mentions_));
}

std::uint32_t References::antecedent(std::size_t m) const {
    const auto& mention = mentions_[m];
    const auto& words = sentences_[mention.sentence];
    const auto word = lexicon_.references.find(mention.core);
    const auto kind = word == lexicon_.references.end() ? ReferenceWord::Kind::institution : word->second.kind;
    if (mention.type == EntityType::country) {
        const bool owned = mention.phrase > 0 && words[mention.phrase - 1].is_any({"his", "her", "its", "their"});
        if (owned) return state_of_owner(mention);
        return kind == ReferenceWord::Kind::government ? government(m) : country(m);
    }
    if (mention.type == EntityType::institution) return mention.core.empty() ? body(m) : described_body(m);
    if (words[mention.phrase].is_any({"a", "an"})) return newcomer(m);
    if (mention.head != 0) return no_entity;  // "the man", "another man"
    if (kind == ReferenceWord::Kind::politician) return politician(m);
    if (kind == ReferenceWord::Kind::leader) return leader_of_state(m);
    return mention.core.empty() ? person(m) : holder(m);
}

/// What the article's bodies are, by lexicon and by the nouns of their names, and which titles its people bear.
void References::note_kinds() {
    std::vector<PhraseIndex::Hit> hits;
    for (const auto& mention : mentions_) {
        if (mention.entity == no_entity || mention.type != EntityType::institution) continue;
        auto& kinds = kinds_[mention.entity];
        if (const auto kind = organisation_kind(lexicon_, mention.lexicon); !kind.empty()) kinds.emplace(kind);
        for (auto i = mention.first; i < mention.last; ++i) {
            hits.clear();
            lexicon_.head_index.find(sentences_[mention.sentence].all(), i, hits);
            for (const auto& hit : hits)
                if (i + hit.length <= mention.last) kinds.insert(lexicon_.heads[hit.value].kind);
        }
    }
    for (const auto& office : offices_) {
        const auto holder = mentions_[office.holder].entity;
        if (holder == no_entity) continue;
        const auto& title = lexicon_.titles[office.title].text;
        titles_[holder].insert((office.deputy ? "deputy " : "") + title);
        if (office.former) titles_[holder].insert("former " + title);
    }
}

Dependency References::link(const Mention& mention) const {
    const auto& words = sentences_[mention.sentence];
    for (auto i = mention.first; i < mention.last; ++i)
        if (words[i].head == no_head || words[i].head < mention.first || words[i].head >= mention.last)
            return words[i].link;
    return Dependency::other;
}

bool References::subject(const Mention& mention) const {
    const auto& words = sentences_[mention.sentence];
    for (auto i = mention.phrase; i < mention.last; ++i)
        if (words[i].link == Dependency::subject || words[i].link == Dependency::passive_subject) return true;
    return false;
}

bool References::beside(const Mention& one, const Mention& other) const {
    if (one.sentence != other.sentence) return false;
    const auto& words = sentences_[one.sentence];
    const auto verb = [&](const Mention& mention) {
        for (auto i = mention.phrase; i < mention.last; ++i)
            if (words[i].head == no_head || words[i].head < mention.phrase || words[i].head >= mention.last)
                return words[i].head;
        return no_head;
    };
    auto above = verb(other);
    const auto mine = verb(one);
    for (int steps = 0; steps < 3 && above != no_head; ++steps) {
        if (above == mine) return true;
        const auto link = words[above].link;
        if (link != Dependency::conjunct && link != Dependency::open_complement) return false;
        above = words[above].head;
    }
    return false;
}

std::uint32_t References::first_person(std::uint32_t sentence, std::size_t before) const {
    const auto& pronoun = mentions_[before];
    const bool object = !subject(pronoun);
    auto found = no_entity;
    for (std::size_t m = 0; m < before; ++m) {
        const auto& mention = mentions_[m];
        if (mention.sentence != sentence || mention.entity == no_entity || !is_human(mention.type)) continue;
        const auto& cluster = clusters_.all()[mention.entity];
        if (!is_human(cluster.type) || (cluster.gender != 'u' && cluster.gender != pronoun.gender)) continue;
        if (object && beside(mention, pronoun)) continue;
        if (subject(mention)) return mention.entity;
        if (found == no_entity) found = mention.entity;
    }
    return found;
}

/// "he", "she": the first fitting person of the same sentence before it, else of the nearest sentence before.
std::uint32_t References::person(std::size_t m) const {
    const auto at = mentions_[m].sentence;
    for (std::uint32_t back = 0; back <= 2 && back <= at; ++back) {
        if (const auto found = first_person(at - back, m); found != no_entity) return found;
        if (back == 0 && stranger_speaks(mentions_[m])) return no_entity;
    }
    return no_entity;
}

/// "A lawyer told the agency that she would": somebody without a name speaks, of himself.
bool References::stranger_speaks(const Mention& pronoun) const {
    const auto& words = sentences_[pronoun.sentence];
    for (std::uint32_t noun = 1; noun < pronoun.first; ++noun) {
        if (words[noun].link != Dependency::subject || words[noun].capital || words[noun].head == no_head) continue;
        if (words[noun].head < noun || words[noun].head > pronoun.first) continue;
        if (!lexicon_.saying.contains(words[words[noun].head].lower)) continue;
        std::vector<PhraseIndex::Hit> hits;
        lexicon_.group_index.find(words.all(), noun, hits);
        lexicon_.title_index.find(words.all(), noun, hits);
        const bool one = std::any_of(hits.begin(), hits.end(), [](const auto& hit) { return hit.value % 2 == 0; });
        auto first = noun;
        while (first > 0 && noun - first < 4 && !words[first].is_any({"a", "an", "one", "another"})) --first;
        if (one && words[first].is_any({"a", "an", "one", "another"})) return true;
    }
    return false;
}

std::uint32_t References::subject_body(std::uint32_t sentence, std::size_t before) const {
    for (std::size_t m = 0; m < before; ++m) {
        const auto& mention = mentions_[m];
        const bool of_kind = mention.type == EntityType::institution || mention.type == EntityType::country;
        if (mention.sentence != sentence || mention.entity == no_entity || !of_kind ||
            (mention.kind != MentionKind::name && mention.core.empty()))
            continue;
        if (mention.kind != MentionKind::adjective && subject(mention)) return mention.entity;
    }
    return no_entity;
}

/// "it": the country or body that this sentence or the one before is about.
std::uint32_t References::body(std::size_t m) const {
    const auto at = mentions_[m].sentence;
    for (std::uint32_t back = 0; back <= 1 && back <= at; ++back)
        if (const auto found = subject_body(at - back, m); found != no_entity) return found;
    return no_entity;
}

bool References::of_kind(std::uint32_t entity, const std::set<std::string, std::less<>>& wanted) const {
    const auto kinds = kinds_.find(entity);
    return kinds != kinds_.end() && std::any_of(kinds->second.begin(), kinds->second.end(),
                                                [&](const auto& kind) { return wanted.contains(kind); });
}

/// "the ministry", "the newspaper": the body of that kind named last; of two in one sentence, its subject.
std::uint32_t References::described_body(std::size_t m) const {
    const auto& mention = mentions_[m];
    const auto& wanted = lexicon_.references.find(mention.core)->second.antecedents;
    auto found = no_entity;
    int best = -1000;
    for (std::size_t c = 0; c < m; ++c) {
        const auto& other = mentions_[c];
        if (other.entity == no_entity || other.type != EntityType::institution ||
            other.sentence + far < mention.sentence || (other.kind == MentionKind::pronoun && other.core.empty()))
            continue;
        if (other.sentence == mention.sentence && other.first >= mention.phrase) continue;  // "the Oman-backed group"
        const auto& cluster = clusters_.all()[other.entity];
        if (!of_kind(other.entity, wanted) || (!mention.country.empty() && cluster.country != mention.country))
            continue;
        const int score = -4 * static_cast<int>(mention.sentence - other.sentence) + (subject(other) ? 3 : 0) +
                          (link(other) == Dependency::possessor ? -1 : 0);
        if (score >= best) std::tie(best, found) = std::tuple{score, other.entity};
    }
    return found;
}

/// "the country": the one this sentence or the two before are about.
std::uint32_t References::country(std::size_t m) const {
    const auto& mention = mentions_[m];
    const bool bare = mention.first == mention.phrase + 1;
    if (mention.core == "state" && bare && home_ == "US") return no_entity;  // one of fifty
    auto found = no_entity;
    int best = -1000;
    for (std::size_t c = 0; c < m; ++c) {
        const auto& other = mentions_[c];
        if (other.entity == no_entity || other.type != EntityType::country || other.sentence + 2 < mention.sentence)
            continue;
        if (beside(other, mention)) continue;
        const int score = -3 * static_cast<int>(mention.sentence - other.sentence) + (subject(other) ? 2 : 0) +
                          (other.kind == MentionKind::adjective ? -1 : 0);
        if (score > best) std::tie(best, found) = std::tuple{score, other.entity};
    }
    return found;
}

bool References::holds(std::uint32_t cluster, std::string_view title) const {
    const auto it = titles_.find(cluster);
    if (it != titles_.end())
        for (const auto& held : it->second)
            if (held == title || (held.ends_with(title) && held[held.size() - title.size() - 1] == ' ' &&
                                  !held.starts_with("former ") && !held.starts_with("deputy ")))
                return true;
    const auto leader = clusters_.all()[cluster].leader;
    if (leader == no_entity) return false;
    const auto& offices = lexicon_.leaders[leader].offices;
    return (title == "president" && offices.contains("head_of_state")) ||
           (title == "prime minister" && offices.contains("head_of_government"));
}

/// "the minister": the person with that title who was named last.
std::uint32_t References::holder(std::size_t m) const {
    const auto& mention = mentions_[m];
    auto found = no_entity;
    int best = -1000;
    for (std::size_t c = 0; c < m; ++c) {
        const auto& other = mentions_[c];
        const auto titles = titles_.find(other.entity);
        const bool told = titles != titles_.end() && titles->second.contains(mention.core);
        const bool one = mention.core == "president" || mention.core == "prime minister";
        const auto reach = one && told ? everywhere : far;
        if (other.entity == no_entity || !is_human(other.type) || other.sentence + reach < mention.sentence) continue;
        if (!holds(other.entity, mention.core)) continue;
        if (link(mention) != Dependency::subject && beside(other, mention)) continue;
        const int score = -2 * static_cast<int>(mention.sentence - other.sentence) + (subject(other) ? 1 : 0);
        if (score >= best) std::tie(best, found) = std::tuple{score, other.entity};
    }
    return found;
}

/// "the two countries", "both leaders": the two that the nearest sentence before names.
void References::pair(std::size_t m) {
    const auto mention = mentions_[m];
    const bool people = mention.type == EntityType::person;
    for (std::uint32_t back = 0; back <= 2 && back <= mention.sentence; ++back) {
        std::vector<std::uint32_t> named;
        for (std::size_t c = 0; c < m; ++c) {
            const auto& other = mentions_[c];
            if (other.sentence + back != mention.sentence || other.entity == no_entity) continue;
            if (people ? !is_human(other.type) : other.type != EntityType::country) continue;
            if (std::find(named.begin(), named.end(), other.entity) == named.end()) named.push_back(other.entity);
        }
        if (named.size() > 2) return;
        if (named.size() < 2) continue;
        return stand_for(m, named);
    }
}

}  // namespace chancery
