// Roles from offices. The title names the relation; "deputy" and the kind of body turn it: the president of a company
// is its head, a deputy minister is no minister, and a title whose object must be a country takes the country of the
// body it is said of.
#include <algorithm>

#include "extract/relation/shapes.hpp"

#include "extract/lexicon/entry_key.hpp"

namespace chancery {

namespace {

std::string_view deputy_of(std::string_view relation) {
    if (relation == "minister_of") return "deputy_minister_of";
    if (relation == "head_of") return "deputy_head_of";
    if (relation == "head_of_government_of" || relation == "head_of_state_of") return "deputy_head_of_government_of";
    return relation;
}

bool party(const RelationInput& input, const Mention& body) {
    const auto& words = input.sentences[body.sentence];
    const bool behind = body.last < words.size() && words[body.last].is("party");
    if (body.type == EntityType::institution && (behind || fold(body.name).ends_with(" party"))) return true;
    return organisation_kind(input.lexicon, body.lexicon) == "party";
}

/// The house itself: a committee of it has a head, and that of the United Nations is none.
bool parliament(const Entity& body) {
    const auto name = fold(body.label);
    for (const std::string_view word : {"committee", "commission", "panel", "caucus", "general assembly"})
        if (name.find(word) != std::string::npos) return false;
    for (const std::string_view word : {"parliament", "senate", "congress", "assembly", "duma", "knesset", "bundestag",
                                        "house of ", "riksdag", "sejm", "rada", "majlis", "legislature", "storting"})
        if (name.find(word) != std::string::npos) return true;
    return false;
}

/// The relation as the body allows it, with the body it then points at.
std::pair<std::string_view, std::uint32_t> fit(const RelationInput& input, std::string_view relation,
                                               std::string_view title, std::uint32_t body) {
    const auto type = input.entities[body].type;
    const auto index = input.catalog.find(relation);
    if (!index || input.catalog.at(*index).takes_object(type)) return {relation, body};
    const bool state_head = relation == "head_of_state_of" || relation == "head_of_government_of" ||
                            relation == "deputy_head_of_government_of";
    if (relation == "based_in") return {relation, no_entity};
    if (type == EntityType::institution && relation == "governor_of") return {"head_of", body};
    if (type == EntityType::institution && state_head)
        return {relation.starts_with("deputy") ? "deputy_head_of" : "head_of", body};
    const bool ruler =
        title == "leader" || title == "head" || title == "ruler" || title == "chief executive" || state_head;
    if (type == EntityType::place && ruler) return {"governor_of", body};
    if (type == EntityType::country && relation == "head_of") return {"head_of_state_of", no_entity};
    const auto country = country_entity(input, input.entities[body].signature.country);
    return {relation, country};
}

/// "North Korean leader Kim Jong Un", "the leader of North Korea": nothing stands between the country and "leader".
bool leads_country(const RelationInput& input, const Office& office) {
    const auto& title = input.lexicon.titles[office.title].text;
    const auto& body = input.mentions[office.body];
    if (title != "leader" && title != "ruler" && title != "dictator" && title != "strongman") return false;
    if (body.type != EntityType::country) return false;
    const bool before = body.where.end < office.where.begin && office.where.begin - body.where.end <= 4;
    const bool behind = office.where.end < body.where.begin && body.where.begin - office.where.end <= 4;
    return before || behind;
}

/// What the known leader was; a head of state when the leader is not known.
std::string_view ruling_office(const RelationInput& input, std::uint32_t holder) {
    const auto found = input.lexicon.leader_names.find(fold(input.entities[holder].signature.name));
    if (found == input.lexicon.leader_names.end()) return "head_of_state_of";
    const auto& offices = input.lexicon.leaders[found->second.front()].offices;
    return offices.contains("head_of_state") || !offices.contains("head_of_government") ? "head_of_state_of"
                                                                                        : "head_of_government_of";
}

void add_office(const RelationInput& input, const Office& office, std::uint32_t body, Assertions& out) {
    const auto& title = input.lexicon.titles[office.title];
    const auto& holder = input.mentions[office.holder];
    if ((title.relation.empty() && body == no_entity) || holder.entity == no_entity) return;
    Assertions::Evidence evidence{office.sentence,  holder.where, office.where, {}, "", 900,
                                  Status::asserted, office.former};
    evidence.construction = office.construction.c_str();
    if (holder.kind == MentionKind::holder) evidence.confidence = 700;
    if (office.construction == "title-country-elsewhere") evidence.confidence = 450;
    std::string_view relation = office.deputy ? deputy_of(title.relation) : std::string_view(title.relation);
    if (relation == "member_of" && body != no_entity && parliament(input.entities[body])) relation = "legislator_of";
    if (title.text == "deputy governor" && body != no_entity && input.entities[body].type == EntityType::institution)
        relation = "deputy_head_of";
    if (body != no_entity && office.body == no_mention) {
        out.add(holder.entity, relation, body, evidence);  // of a country that no mention stands for
    } else if (body != no_entity) {
        evidence.object = input.mentions[office.body].where;
        const bool nationality = input.mentions[office.body].kind == MentionKind::adjective &&
                                 title.human == Title::Human::person && relation != "based_in";
        if (nationality) {  // "Norwegian historian Jane Roe"
            out.add(holder.entity, "citizen_of", body, evidence);
            return;
        }
        if (relation == "head_of" && leads_country(input, office)) relation = ruling_office(input, holder.entity);
        if (office.field && relation.find("head_of") != std::string_view::npos) relation = "employee_of";
        auto [fitting, target] = fit(input, relation, title.text, body);
        if (fitting == "head_of" && parliament(input.entities[body])) fitting = "legislator_of";  // its speaker
        const bool of_party = party(input, input.mentions[office.body]);
        if (of_party && fitting == "legislator_of" && relation.starts_with("head_of")) fitting = "head_of";  // Congress
        if (of_party && (relation == "legislator_of" || relation == "minister_of" || relation == "governor_of" ||
                         relation == "employee_of" || relation == "affiliated_with" || relation == "judge_of"))
            fitting = "member_of";  // "a Labour MP"
        if (!is_human(input.entities[body].type) || relation == "adviser_to" || relation == "lawyer_of" ||
            relation == "spokesperson_of")
            out.add(holder.entity, fitting, target, evidence);
    }
    if (office.to_mention != no_mention && relation == "ambassador_of") {
        const auto& to = input.mentions[office.to_mention];
        evidence.object = to.where;
        const bool seat = to.type == EntityType::place;  // "the ambassador in Lima"
        out.add(holder.entity, "ambassador_to", seat ? country_entity(input, to.country) : to.entity, evidence);
    }
}

/// "the prime minister" said of a known leader whose country the article names.
void add_leader(const RelationInput& input, const Mention& mention, Assertions& out) {
    if (mention.kind != MentionKind::pronoun || !is_human(mention.type) || mention.core.empty() ||
        mention.entity == no_entity)
        return;
    const auto title = std::find_if(input.lexicon.titles.begin(), input.lexicon.titles.end(),
                                    [&](const Title& t) { return t.text == mention.core; });
    if (title == input.lexicon.titles.end() || !title->relation.starts_with("head_of_")) return;
    const auto& holder = input.entities[mention.entity];
    const auto found = input.lexicon.leader_names.find(fold(holder.signature.name));
    if (found == input.lexicon.leader_names.end()) return;
    const auto& leader = input.lexicon.leaders[found->second.front()];
    const auto office = std::string_view(title->relation).substr(0, title->relation.size() - 3);
    if (leader.country != holder.signature.country || leader.offices.find(office) == leader.offices.end()) return;
    out.add(
        mention.entity, title->relation, country_entity(input, leader.country),
        {mention.sentence, mention.where, mention.where, mention.where, "leader-title", 700, Status::asserted, false});
}

/// "the Colombian administration of NAME", "the Peruvian government of NAME".
void add_led_state(const RelationInput& input, const Mention& leader, Assertions& out) {
    const auto& words = input.sentences[leader.sentence];
    const auto first = leader.phrase;
    if (leader.kind != MentionKind::name || !is_human(leader.type) || leader.entity == no_entity || first < 3 ||
        !words[first - 1].is("of") ||
        !words[first - 2].is_any({"administration", "government", "presidency", "regime"}))
        return;
    const auto state = std::find_if(input.mentions.begin(), input.mentions.end(), [&](const Mention& m) {
        return m.sentence == leader.sentence && m.type == EntityType::country && m.entity != no_entity &&
               (m.last == first - 2 || (m.first < first - 2 && m.last == first - 1));
    });
    if (state == input.mentions.end()) return;
    const bool former = std::any_of(words.all().begin() + state->first, words.all().begin() + first, [](const Word& w) {
        return w.is_any({"former", "previous", "late", "deposed", "ousted", "past"});
    });
    out.add(leader.entity, ruling_office(input, leader.entity), state->entity,
            {leader.sentence, leader.where, words.span(first - 2, first), state->where, "government-of", 700,
             Status::asserted, former});
}

}  // namespace

void find_roles(const RelationInput& input, Assertions& out) {
    for (std::size_t o = 0; o < input.offices.size(); ++o)
        add_office(input, input.offices[o], input.office_bodies[o], out);
    for (const auto& mention : input.mentions) {
        add_leader(input, mention, out);
        add_led_state(input, mention, out);
    }
}

}  // namespace chancery
