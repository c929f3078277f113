#include "serve/arguments.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "graph/days.hpp"

namespace chancery {

std::string text_of(const HttpRequest& request, std::string_view name) {
    return std::string(request.value(name).value_or(""));
}

std::vector<std::string> texts_of(const HttpRequest& request, std::string_view name) {
    std::vector<std::string> texts;
    for (const auto& [key, value] : request.query)
        if (key == name && !value.empty() && std::find(texts.begin(), texts.end(), value) == texts.end())
            texts.push_back(value);
    return texts;
}

std::uint32_t number_of(const HttpRequest& request, std::string_view name, std::uint32_t fallback, std::uint32_t most) {
    const auto text = request.value(name);
    if (!text) return fallback;
    std::uint32_t number = most;
    std::from_chars(text->data(), text->data() + text->size(), number);
    return std::min(number, most);
}

bool flag_of(const HttpRequest& request, std::string_view name) {
    return request.value(name) == "true";
}

std::vector<EntityType> types_of(const HttpRequest& request, std::string_view name) {
    std::vector<EntityType> types;
    for (const auto& text : texts_of(request, name))
        if (const auto type = entity_type(text)) types.push_back(*type);
    return types;
}

std::vector<Status> statuses_of(const HttpRequest& request, std::string_view name) {
    std::vector<Status> statuses;
    for (const auto& text : texts_of(request, name))
        if (const auto found = status(text)) statuses.push_back(*found);
    return statuses;
}

std::string day_of(const HttpRequest& request, std::string_view name) {
    auto text = text_of(request, name);
    if (!text.empty() && (text.find('/') != std::string::npos || !days_of(text)))
        throw HttpProblem(400, "Bad parameter",
                          "Parameter " + std::string(name) + ": is a date like 2031, 2031-03 or 2031-03-04.");
    return text;
}

std::uint16_t per_mille_of(const HttpRequest& request, std::string_view name) {
    const auto text = request.value(name);
    double share = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), share);
    return static_cast<std::uint16_t>(std::ceil(std::clamp(share, 0.0, 1.0) * 1000 - 1e-6));
}

Deadline deadline_of(const HttpRequest& request) {
    if (request.deadline == std::chrono::steady_clock::time_point()) return {};
    return {request.deadline};
}

std::optional<std::size_t> choice_of(const HttpRequest& request, std::string_view name,
                                     std::span<const std::string_view> names) {
    const auto value = request.value(name);
    if (!value) return std::nullopt;
    const auto at = std::find(names.begin(), names.end(), *value);
    if (at == names.end()) return std::nullopt;
    return static_cast<std::size_t>(at - names.begin());
}

std::optional<std::uint32_t> node_of(const Snapshot& graph, const HttpRequest& request, std::string_view name) {
    const auto value = request.value(name);
    if (!value) return std::nullopt;
    try {
        return require_node(graph, *value);
    } catch (const Error& error) {
        throw HttpProblem(404, "No such entity", "Parameter " + std::string(name) + ": " + error.what());
    }
}

GraphFilter filter_of(const HttpRequest& request) {
    GraphFilter filter;
    filter.types = types_of(request, "type");
    filter.relations = texts_of(request, "relation");
    filter.kinds = texts_of(request, "kind");
    filter.sources = texts_of(request, "source");
    filter.statuses = statuses_of(request, "status");
    filter.since = day_of(request, "since");
    filter.until = day_of(request, "until");
    filter.min_weight = number_of(request, "min_weight", 0, 0xffffffff);
    filter.min_confidence = per_mille_of(request, "min_confidence");
    filter.around = text_of(request, "around");
    filter.hops = number_of(request, "hops", 1, 10);
    filter.top = number_of(request, "top", 0, 0xffffffff);
    filter.no_private_persons = flag_of(request, "no_private_persons");
    filter.per_mention = flag_of(request, "per_mention");
    return filter;
}

std::vector<RouteParameter> filter_parameters() {
    const std::string text = R"({"type":"string","maxLength":200})", date = R"({"type":"string","maxLength":10})";
    const std::string count = R"({"type":"integer","minimum":0,"maximum":1000000000})";
    return {
        {"type", false, enum_schema(entity_type_names), "Only entities of these types", true},
        {"relation", false, text, "Only these relations, like summoned", true},
        {"kind", false, text, "Only these kinds of relations, like event or role", true},
        {"status", false, enum_schema(status_names), "Only relations of these statuses", true},
        {"since", false, date, "Only what happened or was published on this day, month, year or later"},
        {"until", false, date, "Only what happened or was published on this day, month, year or before"},
        {"source", false, text, "Only what these news sources say", true},
        {"min_weight", false, count, "Only relations with so many pieces of evidence"},
        {"min_confidence", false, R"({"type":"number","minimum":0,"maximum":1})",
         "Only relations of this confidence or more"},
        {"around", false, text, "Only the neighbourhood of an entity, by id, label or alias"},
        {"hops", false, R"({"type":"integer","minimum":0,"maximum":10,"default":1})", "How far around goes"},
        {"top", false, count, "Only so many entities: those with the most evidence on their relations"},
        {"no_private_persons", false, R"({"type":"boolean"})", "Leave out persons without office"},
        {"per_mention", false, R"({"type":"boolean"})", "A relation for every piece of evidence"},
    };
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.' || c == '~';
        if (plain)
            out.push_back(c);
        else
            out.append(1, '%').append(1, hex[byte >> 4U]).append(1, hex[byte & 15U]);
    }
    return out;
}

std::string next_link(const HttpRequest& request, std::string_view cursor) {
    if (cursor.empty()) return {};
    std::string link;
    for (std::string_view rest = request.path; !rest.empty();) {
        const auto end = std::min(rest.find('/', 1), rest.size());
        link.append("/").append(percent_encoded(rest.substr(1, end - 1)));
        rest.remove_prefix(end);
    }
    char before = '?';
    for (const auto& [name, value] : request.query) {
        if (name == "cursor") continue;
        link.append(1, before).append(percent_encoded(name)).append("=").append(percent_encoded(value));
        before = '&';
    }
    return link.append(1, before).append("cursor=").append(cursor);
}

namespace {

/// How well a media range fits a type: 3 exactly, 2 by its half, 1 for */*, 0 not at all.
int fits(std::string_view range, std::string_view type) {
    if (range == type) return 3;
    if (range == "*/*") return 1;
    return range.ends_with("/*") && type.starts_with(range.substr(0, range.size() - 1)) ? 2 : 0;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

double quality(std::string_view accept, std::string_view type) {
    int best = 0;
    double q = 0;
    while (!accept.empty()) {
        const auto end = std::min(accept.find(','), accept.size());
        const auto part = accept.substr(0, end);
        accept.remove_prefix(std::min(end + 1, accept.size()));
        const auto how = fits(trimmed(part.substr(0, part.find(';'))), type);
        if (how <= best) continue;
        best = how;
        q = 1;
        if (const auto at = part.find("q="); at != std::string_view::npos)
            std::from_chars(part.data() + at + 2, part.data() + part.size(), q);
    }
    return q;
}

}  // namespace

std::size_t preferred_type(const HttpRequest& request, std::span<const std::string> types) {
    const auto accept = request.header("accept");
    if (!accept) return 0;
    std::size_t best = 0;
    double most = 0;
    for (std::size_t t = 0; t < types.size(); ++t)
        if (const auto q = quality(*accept, types[t]); q > most) {
            most = q;
            best = t;
        }
    return best;
}

std::string enum_schema(std::span<const std::string_view> values, std::string_view fallback) {
    std::string schema = R"({"type":"string","enum":[)";
    for (std::size_t v = 0; v < values.size(); ++v) schema.append(v == 0 ? "\"" : ",\"").append(values[v]).append("\"");
    schema += "]";
    if (!fallback.empty()) schema.append(R"(,"default":")").append(fallback).append("\"");
    return schema + "}";
}

std::string limit_schema(std::uint32_t fallback, std::uint32_t most) {
    return R"({"type":"integer","minimum":1,"maximum":)" + std::to_string(most) + R"(,"default":)" +
           std::to_string(fallback) + "}";
}

}  // namespace chancery
