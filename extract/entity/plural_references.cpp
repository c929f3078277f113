// Finds whom "they", "the two journalists" and "the militants" stand for.
//
// "They" are the plural subject that the same sentence or the one before is about: police, an armed group, "A and B".
// What is done to "them" is rather done to people than to police. People by description keep "they" from standing for
// anybody named, but "they" does not stand for them: news speaks of too many at a time. "The militants" of an article
// that knows one armed group act for it; where it knows two, nobody is guessed. "Norwegian and Omani officials" are
// both states, and so on along a row.
#include <algorithm>

#include "extract/entity/group_names.hpp"
#include "extract/entity/references.hpp"

namespace chancery {

namespace {

/// How many sentences back a body may have been named last, or two people together.
constexpr std::uint32_t near = 3;
constexpr std::uint32_t everywhere = 1000;  ///< for "troops killed ten", in a report that knows one army

}  // namespace

void References::stand_for(std::size_t m, const std::vector<std::uint32_t>& entities) {
    const auto original = mentions_[m];
    clusters_.join(entities.front(), mentions_[m]);
    mentions_[m].twin = entities.size() > 1;
    for (auto other = entities.begin() + 1; other != entities.end(); ++other) {
        auto twin = original;
        clusters_.join(*other, twin);
        twin.twin = true;
        twins_.push_back(std::move(twin));
    }
}

std::vector<std::uint32_t> References::joined(std::size_t c) const {
    const auto& first = mentions_[c];
    const auto& words = sentences_[first.sentence];
    const auto head = [&](const Mention& mention) {
        for (auto i = mention.first; i < mention.last; ++i)
            if (words[i].head == no_head || words[i].head < mention.first || words[i].head >= mention.last) return i;
        return mention.first;
    };
    std::vector<std::uint32_t> all = {first.entity};
    for (const auto& other : mentions_) {
        if (other.sentence != first.sentence || other.first < first.last || other.entity == no_entity) continue;
        if (other.kind != MentionKind::name || is_human(other.type) != is_human(first.type)) continue;
        const auto at = head(other);
        const auto above = words[at].head;
        if (words[at].link != Dependency::conjunct || above < first.first || above >= first.last) continue;
        if (std::find(all.begin(), all.end(), other.entity) == all.end()) all.push_back(other.entity);
    }
    return all;
}

std::vector<std::uint32_t> References::plural(std::size_t c) const {
    static const std::set<std::string, std::less<>> bodies_of_many = {"police", "armed_group", "army", "security"};
    const auto& mention = mentions_[c];
    if (mention.entity == no_entity || mention.owner || mention.kind == MentionKind::adjective) return {};
    if (mention.kind == MentionKind::pronoun) {
        std::vector<std::uint32_t> all;
        if (!mention.plural) return all;
        all.push_back(mention.entity);
        for (const auto& twin : twins_)
            if (twin.sentence == mention.sentence && twin.first == mention.first) all.push_back(twin.entity);
        return all;
    }
    if (mention.type == EntityType::group) {
        if (!mention.plural) return {};  // "a 24-year-old man"
        const bool vague = lexicon_.vague_groups.contains(sentences_[mention.sentence][mention.head].lower);
        return vague ? std::vector<std::uint32_t>() : std::vector<std::uint32_t>{mention.entity};
    }
    if (mention.type == EntityType::institution && of_kind(mention.entity, bodies_of_many)) return {mention.entity};
    const auto& last = sentences_[mention.sentence][mention.last - 1];
    const bool members = mention.type == EntityType::institution && of_kind(mention.entity, {"party"}) &&
                         mention.last == mention.first + 1 && last.lower.ends_with('s');  // "Democrats"
    if (members || last.is_any({"authorities", "officials"})) return {mention.entity};
    if (mention.type == EntityType::place) return {};
    auto all = joined(c);
    return all.size() > 1 ? all : std::vector<std::uint32_t>();
}

/// "wrote to X, imploring them": whoever does something to them is not meant, though another verb names him.
bool References::does_it(const Mention& other, const Mention& pronoun) const {
    if (other.sentence != pronoun.sentence) return false;
    const auto& words = sentences_[pronoun.sentence];
    auto verb = words[pronoun.first].head;
    for (int steps = 0; steps < 4 && verb != no_head; ++steps) {
        for (std::uint32_t i = 0; i < words.size(); ++i)
            if (words[i].head == verb && (words[i].link == Dependency::subject))
                return other.phrase <= i && i < other.last;
        verb = words[verb].head;
    }
    return false;
}

/// Whether a quote is open at the mention; whom "they" of a quote stand for is seldom told before it.
bool References::quoted(const Mention& mention) const {
    const auto& words = sentences_[mention.sentence];
    bool open = false;
    for (std::uint32_t i = 0; i < mention.first; ++i) {
        if (words[i].is_any({"\xe2\x80\x9c", "``"})) open = true;
        if (words[i].is_any({"\xe2\x80\x9d", "''"})) open = false;
        if (words[i].is("\"")) open = !open;
    }
    return open;
}

/// A sentence is about it: its subject, "hundreds of" it, or, for who suffers further on, its object.
bool References::leads(const Mention& mention, bool object) const {
    if (subject(mention) || (object && link(mention) == Dependency::object)) return true;
    const auto& words = sentences_[mention.sentence];
    if (mention.type != EntityType::group || mention.first < 2 || !words[mention.first - 1].is("of")) return false;
    const auto link = words[mention.first - 2].link;
    return words[mention.head].head == mention.first - 2 &&
           (link == Dependency::subject || link == Dependency::passive_subject);
}

/// "they", "them", "their". People without a name are meant where no others are near.
void References::they(std::size_t m) {
    const auto& mention = mentions_[m];
    const auto how = link(mention);
    const bool suffers = !mention.owner && how != Dependency::subject;
    const std::uint32_t reach = quoted(mention) ? 0 : 1;
    std::vector<std::uint32_t> best;
    int best_score = -1000, candidates = 0;
    auto best_sentence = mention.sentence;
    for (std::size_t c = 0; c < m; ++c) {
        const auto& other = mentions_[c];
        if (other.sentence + reach < mention.sentence) continue;
        if (suffers && how != Dependency::passive_subject && does_it(other, mention)) continue;
        auto all = plural(c);
        if (all.empty()) continue;
        candidates += all == best ? 0 : 1;
        if (other.sentence != mention.sentence && !leads(other, suffers)) continue;
        const int score = (subject(other) ? 2 : 0) - (other.sentence == mention.sentence ? 0 : 3) -
                          (suffers && clusters_.all()[all.front()].type == EntityType::institution ? 4 : 0);
        if (score <= best_score) continue;
        best = std::move(all);
        best_score = score;
        best_sentence = other.sentence;
    }
    const bool unnamed = !best.empty() && clusters_.all()[best.front()].type == EntityType::group;
    const bool only = candidates == 1 && suffers && !mention.owner && best_sentence == mention.sentence;
    if (!best.empty() && (!unnamed || only)) stand_for(m, best);
}

template <class Fits>
const Mention* References::state_where(std::uint32_t sentence, Fits fits) const {
    for (const auto& other : mentions_)
        if (other.sentence == sentence && other.type == EntityType::country && other.entity != no_entity &&
            other.kind != MentionKind::pronoun && fits(other))
            return &other;
    return nullptr;
}

/// The states whose adjectives or short forms stand in a row up to `last`, in the text's order: "US, Chinese and
/// Omani". A name in full before "and" is a state by itself ("Norway and Omani officials").
std::vector<const Mention*> References::states_in_row(const Mention& last) const {
    const auto& words = sentences_[last.sentence];
    std::vector<const Mention*> row = {&last};
    for (auto at = last.first; at > 1; at = row.front()->first) {
        const auto& sign = words[at - 1];
        if (!sign.is_any({"and", "-"}) && !(row.size() > 1 && sign.is(","))) break;
        const bool series = sign.is("and") && words[at - 2].is(",");  // "Peruvian, and Omani"
        const auto end = series ? at - 2 : at - 1;
        const auto* state = state_where(last.sentence, [&](const Mention& c) { return c.last == end; });
        if (state == nullptr) break;
        const auto& form = words[state->first];
        const bool short_form = form.all_caps || form.lower.ends_with('.');  // "US and Omani officials"
        if (state->kind != MentionKind::adjective && !short_form && !sign.is("-")) break;
        row.insert(row.begin(), state);
    }
    return row;
}

/// "Norwegian and Omani officials", "the leaders of Norway and Oman": those who act for several states are all of them.
void References::people_of_states(std::size_t m) {
    auto& mention = mentions_[m];
    const auto& words = sentences_[mention.sentence];
    const auto word = lexicon_.references.find(words[mention.head].lower);
    if (word == lexicon_.references.end() || !word->second.antecedents.contains("government")) return;
    const auto* inside = state_where(
        mention.sentence, [&](const Mention& c) { return c.first >= mention.first && c.last <= mention.last; });
    if (inside == nullptr) return;
    std::vector<const Mention*> states = {inside};
    if (inside->last <= mention.head) {
        states = states_in_row(*inside);
    } else if (mention.last < words.size() && words[mention.last].is_any({"and", "-"})) {
        auto next = mention.last + 1;
        if (next < words.size() && words[next].is("the")) ++next;
        if (const auto* second = state_where(mention.sentence, [&](const Mention& c) { return c.first == next; });
            second != nullptr)
            states.push_back(second);
    }
    std::vector<std::uint32_t> all;
    for (const auto* state : states)
        if (std::find(all.begin(), all.end(), state->entity) == all.end()) all.push_back(state->entity);
    if (all.size() < 2) return;
    mention.first = std::min(mention.first, states.front()->first);
    mention.last = std::max(mention.last, states.back()->last);
    mention.phrase = std::min(mention.phrase, mention.first);
    mention.where = words.span(mention.first, mention.last);
    mention.kind = MentionKind::pronoun;
    mention.type = EntityType::country;
    mention.country.clear();
    stand_for(m, all);
}

/// "the two journalists" behind a sentence that names two people together.
void References::two_of_group(std::size_t m) {
    const auto& mention = mentions_[m];
    if (mention.kind != MentionKind::description) return;
    const auto name = group_name(lexicon_, mention, sentences_[mention.sentence]);
    if (name.count != "two" || !name.definite) return;
    for (std::size_t c = m; c-- > 0;) {
        const auto& other = mentions_[c];
        if (other.sentence + near < mention.sentence) return;
        if (other.sentence == mention.sentence || other.kind != MentionKind::name || !is_human(other.type) ||
            other.entity == no_entity)
            continue;
        const auto both = joined(c);
        if (both.size() != 2) continue;
        mentions_[m].kind = MentionKind::pronoun;
        mentions_[m].type = EntityType::person;
        return stand_for(m, both);
    }
}

/// "the militants": the only armed group that the sentences before tell of; "troops killed": the only army.
void References::body_of_members(std::size_t m) {
    auto& mention = mentions_[m];
    if (mention.kind != MentionKind::description) return;
    const auto& words = sentences_[mention.sentence];
    const auto word = lexicon_.references.find(words[mention.head].lower);
    if (word == lexicon_.references.end() || word->second.kind != ReferenceWord::Kind::members) return;
    const auto name = group_name(lexicon_, mention, words);
    if (!name.narrowed.empty() || !name.count.empty() || mention.last != mention.head + 1) return;
    const bool of_state = word->second.antecedents.contains("army") || word->second.antecedents.contains("police");
    const bool bare = of_state && mention.first == mention.head && subject(mention);  // "troops killed"
    if (!name.definite && !bare) return;
    const auto reach = name.definite ? near : everywhere;
    if (mention.last < words.size() && words[mention.last].is_any({"who", "that", "in", "from", "of", "behind"}))
        return;
    auto found = no_entity;
    for (std::size_t c = 0; c < m; ++c) {
        const auto& other = mentions_[c];
        if (other.entity == no_entity || other.type != EntityType::institution ||
            other.sentence + reach < mention.sentence || !of_kind(other.entity, word->second.antecedents))
            continue;
        if (found != no_entity && found != other.entity) return;
        found = other.entity;
    }
    if (found == no_entity) return;
    mention.kind = MentionKind::pronoun;
    mention.type = EntityType::institution;
    clusters_.join(found, mention);
}

}  // namespace chancery
