#include "extract/input/fields.hpp"

#include <algorithm>

#include "extract/input/names.hpp"
#include "extract/text/date.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

constexpr std::array<std::string_view, field_count> names = {"id",        "text",   "html", "title",
                                                             "published", "source", "url"};

}  // namespace

Fields::Fields() {
    for (std::size_t i = 0; i < field_count; ++i) keys_[i] = {std::string(names[i])};
    keys_[static_cast<std::size_t>(Field::published)].emplace_back("date");
    keys_[static_cast<std::size_t>(Field::url)].emplace_back("urls");
}

Fields::Fields(std::span<const std::string> given) : Fields() {
    std::array<bool, field_count> changed{};
    for (const auto& pair : given) {
        const auto equals = pair.find('=');
        const auto* name = std::find(names.begin(), names.end(), pair.substr(0, equals));
        if (equals == std::string::npos || equals + 1 == pair.size() || name == names.end())
            throw UsageError("--field: '" + pair +
                             "' is not NAME=KEY with one of the names id, text, html, title, published, source, url.");
        const auto at = static_cast<std::size_t>(name - names.begin());
        if (!changed[at]) keys_[at].clear();
        changed[at] = true;
        keys_[at].push_back(pair.substr(equals + 1));
    }
}

std::optional<Fields::Place> Fields::place(std::string_view key) const {
    for (std::size_t i = 0; i < field_count; ++i)
        for (std::size_t rank = 0; rank < keys_[i].size(); ++rank)
            if (keys_[i][rank] == key) return Place{static_cast<Field>(i), rank};
    return std::nullopt;
}

void Record::set(std::string_view key, std::string value) {
    if (const auto place = fields_.place(key)) set(*place, std::move(value));
}

void Record::set(Fields::Place place, std::string value) {
    auto& rank = ranks_[static_cast<std::size_t>(place.field)];
    auto& hints = document_.hints;
    if (value.empty()) return;
    if (place.field == Field::url) {  // all of them count
        hints.urls.push_back(std::move(value));
        return;
    }
    if (place.rank > rank) return;
    if (place.field == Field::published) value = date_in(value);
    if (value.empty()) return;
    rank = place.rank;
    const bool has_text = ranks_[static_cast<std::size_t>(Field::text)] != SIZE_MAX;
    switch (place.field) {
        case Field::id:
            hints.id = safe_id(value);
            break;
        case Field::title:
            hints.title = std::move(value);
            break;
        case Field::published:
            hints.published = std::move(value);
            break;
        case Field::source:
            hints.source = std::move(value);
            break;
        case Field::html:
            if (has_text) break;  // the text goes before the page
            hints.media = MediaType::html;
            document_.bytes = std::move(value);
            break;
        case Field::text:
            hints.media = MediaType::unknown;
            document_.bytes = std::move(value);
            break;
        default:
            break;
    }
}

std::optional<Document> Record::take() {
    if (document_.bytes.empty()) return std::nullopt;
    return std::move(document_);
}

std::string date_in(std::string_view stamp) {
    if (const auto front = stamp.substr(0, 10); iso_date(front)) return std::string(front);
    return find_date(stamp.substr(0, 200)).value_or("");
}

bool blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace chancery
