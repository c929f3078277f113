#include "serve/parameters.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "record/error.hpp"
#include "record/relation_catalog.hpp"

namespace chancery {

namespace {

[[noreturn]] void refuse(const std::string& name, std::string_view what) {
    throw HttpProblem(400, "Bad parameter", "Parameter " + name + ": " + std::string(what));
}

std::string list(const std::vector<std::string>& names) {
    std::string out;
    for (const auto& name : names) out.append(out.empty() ? "" : ", ").append(name);
    return out;
}

std::string number(double value) {
    const auto text = nlohmann::json(value).dump();
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

/// The whole of `text` as a number, in JSON's spelling; an integer has digits only.
std::optional<double> read_number(std::string_view text, bool integer) {
    const auto digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty() || digits.size() > 15 || digits.front() < '0' || digits.front() > '9') return std::nullopt;
    if (integer && digits.find_first_not_of("0123456789") != digits.npos) return std::nullopt;
    double out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(out)) return std::nullopt;
    return out;
}

}  // namespace

ParameterCheck::ParameterCheck(const Route& route) {
    std::map<std::size_t, Rule> by_place;  // in the order of the pattern, as requests bring them
    for (const auto& parameter : route.parameters) {
        auto rule = read_rule(route, parameter);
        const auto place = route.pattern.find('{' + parameter.name + '}');
        if (parameter.in_path && place == std::string::npos)
            throw Error(route.pattern + ": parameter " + parameter.name + ": is not in the pattern. Write it there.");
        if (parameter.in_path)
            by_place.emplace(place, std::move(rule));
        else
            query_.push_back(std::move(rule));
    }
    for (auto& [place, rule] : by_place) path_.push_back(std::move(rule));
    if (static_cast<std::ptrdiff_t>(path_.size()) != std::count(route.pattern.begin(), route.pattern.end(), '{'))
        throw Error(route.pattern + ": each {name} needs a parameter with in_path, once. Add it to the route.");
}

ParameterCheck::Rule ParameterCheck::read_rule(const Route& route, const RouteParameter& parameter) {
    static const std::set<std::string, std::less<>> describing = {"default",  "description", "example",
                                                                  "examples", "format",      "title"};
    const auto where = route.pattern + ": parameter " + parameter.name + ": ";
    auto schema = nlohmann::json::parse(parameter.schema, nullptr, false);
    if (!schema.is_object())
        throw Error(where + "its schema is no JSON object. Write one, like {\"type\":\"string\"}.");
    if (schema.value("type", "") == "array" && parameter.repeatable && schema.contains("items"))
        schema = nlohmann::json(schema["items"]);
    Rule rule;
    rule.name = parameter.name;
    rule.repeatable = parameter.repeatable;
    for (const auto& [key, value] : schema.items()) {
        if (key == "type")
            rule.type = value.get<std::string>();
        else if (key == "enum")
            rule.values = value.get<std::vector<std::string>>();
        else if (key == "minimum")
            rule.least = value.get<double>();
        else if (key == "maximum")
            rule.most = value.get<double>();
        else if (key == "minLength")
            rule.shortest = value.get<std::size_t>();
        else if (key == "maxLength")
            rule.longest = value.get<std::size_t>();
        else if (!describing.contains(key))
            throw Error(std::string(where)
                            .append("the keyword ")
                            .append(key)
                            .append(" is not checked. Check it in serve/parameters.cpp first."));
    }
    return rule;
}

void ParameterCheck::check_value(const Rule& rule, std::string_view value) {
    if (!rule.values.empty() && std::find(rule.values.begin(), rule.values.end(), value) == rule.values.end())
        refuse(rule.name, "is one of " + list(rule.values) + ".");
    if (rule.type == "boolean" && value != "true" && value != "false") refuse(rule.name, "is true or false.");
    if (rule.type == "integer" || rule.type == "number") {
        const auto read = read_number(value, rule.type == "integer");
        if (!read) refuse(rule.name, rule.type == "integer" ? "is a whole number." : "is a number.");
        if (rule.least && *read < *rule.least) refuse(rule.name, "is at least " + number(*rule.least) + ".");
        if (rule.most && *read > *rule.most) refuse(rule.name, "is at most " + number(*rule.most) + ".");
    }
    if (rule.shortest && value.size() < *rule.shortest)
        refuse(rule.name, "has at least " + std::to_string(*rule.shortest) + " bytes.");
    if (rule.longest && value.size() > *rule.longest)
        refuse(rule.name, "has at most " + std::to_string(*rule.longest) + " bytes.");
}

const ParameterCheck::Rule& ParameterCheck::find(std::string_view name) const {
    for (const auto& rule : query_)
        if (rule.name == name) return rule;
    std::vector<std::string> known;
    for (const auto& rule : query_) known.push_back(rule.name);
    std::string asked;
    for (const unsigned char c : name.substr(0, 60)) asked.push_back(c < ' ' || c == 0x7F ? '?' : static_cast<char>(c));
    if (known.empty()) refuse(asked, "is not known; this path takes none.");
    refuse(asked, "is not known. Near it: " + nearest(name, known) + ". Known: " + list(known) + ".");
}

void ParameterCheck::check(const HttpRequest& request) const {
    for (std::size_t i = 0; i < path_.size() && i < request.parameters.size(); ++i)
        check_value(path_[i], request.parameters[i]);
    for (auto pair = request.query.begin(); pair != request.query.end(); ++pair) {
        const auto& rule = find(pair->first);
        const bool again =
            std::any_of(request.query.begin(), pair, [&](const auto& p) { return p.first == pair->first; });
        if (again && !rule.repeatable) refuse(rule.name, "comes more than once.");
        check_value(rule, pair->second);
    }
}

}  // namespace chancery
