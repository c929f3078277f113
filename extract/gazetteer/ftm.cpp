// FollowTheMoney entities (https://followthemoney.tech), one JSON object a line.
#include <nlohmann/json.hpp>

#include "extract/gazetteer/gazetteer.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

using Json = nlohmann::json;

std::vector<std::string> values(const Json& properties, const char* key) {
    std::vector<std::string> found;
    const auto it = properties.find(key);
    if (it == properties.end()) return found;
    if (it->is_string()) found.push_back(it->get<std::string>());
    if (it->is_array())
        for (const auto& value : *it)
            if (value.is_string()) found.push_back(value.get<std::string>());
    return found;
}

/// The type a schema stands for; nothing for what is no actor (documents, payments, ownership).
std::optional<EntityType> type_of(const std::string& schema, const Json& properties) {
    if (schema == "Person") {
        for (const auto& topic : values(properties, "topics"))
            if (topic == "role.pep" || topic == "role.judge" || topic == "role.diplo") return EntityType::official;
        return EntityType::person;
    }
    if (schema == "Organization" || schema == "Company" || schema == "PublicBody" || schema == "LegalEntity")
        return EntityType::institution;
    return std::nullopt;
}

std::string upper(std::string code) {
    for (auto& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return code;
}

std::optional<KnownEntity> entity_of(const Json& object, const Lexicon& lexicon) {
    const auto schema = object.value("schema", std::string());
    const auto it = object.find("properties");
    const Json empty = Json::object();
    const auto& properties = it != object.end() && it->is_object() ? *it : empty;
    const auto type = type_of(schema, properties);
    if (!type) return std::nullopt;
    KnownEntity entity;
    entity.type = *type;
    std::vector<std::string> names = values(properties, "name");
    for (const char* key : {"alias", "weakAlias", "abbreviation", "previousName"})
        for (auto& name : values(properties, key)) names.push_back(std::move(name));
    if (names.empty()) return std::nullopt;
    entity.name = names.front();
    entity.names.assign(names.begin() + 1, names.end());
    for (const char* key : {"country", "nationality", "citizenship", "jurisdiction"})
        for (const auto& code : values(properties, key))
            if (entity.country.empty() && lexicon.country(upper(code))) entity.country = upper(code);
    if (const auto id = object.value("id", std::string()); !id.empty()) entity.ids.emplace("ftm", id);
    if (const auto ids = values(properties, "wikidataId"); !ids.empty()) entity.ids.emplace("wikidata", ids.front());
    if (const auto ids = values(properties, "leiCode"); !ids.empty()) entity.ids.emplace("lei", ids.front());
    return entity;
}

}  // namespace

std::vector<KnownEntity> parse_ftm(const std::string& text, const std::string& name, const Lexicon& lexicon) {
    std::vector<KnownEntity> known;
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const std::string_view line(text.data() + at, end - at);
        at = end + 1;
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const auto where = name + ":" + std::to_string(number);
        const auto object = Json::parse(line, nullptr, false);
        if (object.is_discarded() || !object.is_object())
            throw Error(where + ": is no JSON object. FollowTheMoney files have one entity a line.");
        const auto schema = object.find("schema");
        if (schema == object.end() || !schema->is_string())
            throw Error(where + ": has no \"schema\". FollowTheMoney entities have id, schema and properties.");
        const auto id = object.find("id");
        if (id != object.end() && !id->is_string())
            throw Error(where + ": its \"id\" is no string. FollowTheMoney entities have id, schema and properties.");
        if (auto entity = entity_of(object, lexicon)) known.push_back(std::move(*entity));
    }
    return known;
}

}  // namespace chancery
