#include "cli/filter_options.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <cmath>

#include "graph/days.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

[[noreturn]] void refuse(const char* option, const std::string& value, const std::string& wanted) {
    throw UsageError(std::string(option) + ": '" + value + "' is no " + wanted + ".");
}

std::uint32_t number(const char* option, const std::string& value) {
    std::uint32_t result = 0;
    const auto* end = value.data() + value.size();
    const auto done = std::from_chars(value.data(), end, result);
    if (done.ec != std::errc() || done.ptr != end) refuse(option, value, "whole number");
    return result;
}

std::string day(const char* option, const std::string& value) {
    if (value.find('/') != std::string::npos || !days_of(value))
        refuse(option, value, "date like 2031, 2031-03 or 2031-03-04");
    return value;
}

template <std::size_t N>
std::string one_of(const std::array<std::string_view, N>& names) {
    std::string text;
    for (const auto name : names) text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

void set_type(GraphFilter& filter, const std::string& value) {
    const auto type = entity_type(value);
    if (!type) refuse("--type", value, "type. Use one of " + one_of(entity_type_names));
    filter.types.push_back(*type);
}

void set_status(GraphFilter& filter, const std::string& value) {
    const auto found = status(value);
    if (!found) refuse("--status", value, "status. Use one of " + one_of(status_names));
    filter.statuses.push_back(*found);
}

void set_confidence(GraphFilter& filter, const std::string& value) {
    double share = -1;
    const auto* end = value.data() + value.size();
    const auto done = std::from_chars(value.data(), end, share);
    if (done.ec != std::errc() || done.ptr != end || !(share >= 0 && share <= 1))
        refuse("--min-confidence", value, "number from 0 to 1");
    filter.min_confidence = static_cast<std::uint16_t>(std::ceil(share * 1000 - 1e-6));
}

}  // namespace

std::span<const FilterOption> filter_options() {
    using F = GraphFilter;
    using S = const std::string;
    static constexpr std::array<FilterOption, 14> table = {{
        {"--type", "TYPE", "Only nodes of these types: person, official, institution, country, place, group", true,
         set_type},
        {"--relation", "NAME", "Only these relations, like summoned", true,
         [](F& f, S& v) { f.relations.push_back(v); }},
        {"--kind", "KIND", "Only these kinds of relations, like event or role", true,
         [](F& f, S& v) { f.kinds.push_back(v); }},
        {"--status", "STATUS", "Only edges that are asserted, alleged, denied or planned", true, set_status},
        {"--since", "DATE", "Only what happened or was published on this day, month, year or later", false,
         [](F& f, S& v) { f.since = day("--since", v); }},
        {"--until", "DATE", "Only what happened or was published on this day, month, year or before", false,
         [](F& f, S& v) { f.until = day("--until", v); }},
        {"--min-weight", "N", "Only edges with so many pieces of evidence", false,
         [](F& f, S& v) { f.min_weight = number("--min-weight", v); }},
        {"--min-confidence", "X", "Only edges of this confidence or more, from 0 to 1", false, set_confidence},
        {"--source", "NAME", "Only what these news sources say", true, [](F& f, S& v) { f.sources.push_back(v); }},
        {"--around", "NODE", "Only the neighbourhood of a node, by id, label or alias", false,
         [](F& f, S& v) { f.around = v; }},
        {"--hops", "N", "How far --around goes; 1 when not given", false,
         [](F& f, S& v) { f.hops = number("--hops", v); }},
        {"--top", "N", "Only so many nodes: those with the most evidence on their edges", false,
         [](F& f, S& v) { f.top = number("--top", v); }},
        {"--no-private-persons", nullptr, "Leave out persons without office, and their relations", false,
         [](F& f, S&) { f.no_private_persons = true; }},
        {"--per-mention", nullptr, "An edge for every piece of evidence, instead of one for a pair and relation", false,
         [](F& f, S&) { f.per_mention = true; }},
    }};
    return table;
}

void add_filters(CLI::App& command, GraphFilter& filter) {
    for (const auto& option : filter_options()) {
        if (option.value == nullptr) {
            command
                .add_flag_callback(
                    option.name, [&filter, &option] { option.set(filter, ""); }, option.help)
                ->group("Filters");
            continue;
        }
        auto* added = command.add_option_function<std::vector<std::string>>(
            option.name,
            [&filter, &option](const std::vector<std::string>& values) {
                for (const auto& value : values) option.set(filter, value);
            },
            option.help);
        added->type_name(option.value)->group("Filters")->allow_extra_args(false);
        if (option.many)
            added->delimiter(',');
        else
            added->expected(1);
    }
}

}  // namespace chancery
