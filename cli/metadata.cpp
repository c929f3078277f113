#include "cli/metadata.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "extract/text/date.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

using Json = nlohmann::json;

std::string text(const Json& row, const char* key, const std::string& where) {
    const auto it = row.find(key);
    if (it == row.end() || it->is_null()) return {};
    if (!it->is_string()) throw Error(where + ": \"" + key + "\" must be a string.");
    return it->get<std::string>();
}

void fill(ArticleHints& hints, const Json& row, const std::string& where) {
    if (!row.is_object())
        throw Error(where + ": is no JSON object. Write one object with id, title, published, source, url.");
    const auto set = [](std::string& slot, std::string value) {
        if (!value.empty()) slot = std::move(value);
    };
    set(hints.title, text(row, "title", where));
    set(hints.source, text(row, "source", where));
    auto date = text(row, "published", where);
    if (date.empty()) date = text(row, "date", where);
    if (!date.empty() && !iso_date(date.substr(0, 10)))
        throw Error(where + ": the date '" + date + "' is not of the form 2031-03-04.");
    set(hints.published, date.substr(0, 10));
    if (const auto url = text(row, "url", where); !url.empty()) hints.urls = {url};
    if (const auto it = row.find("urls"); it != row.end() && it->is_array())
        for (const auto& url : *it)
            if (url.is_string()) hints.urls.push_back(url.get<std::string>());
}

}  // namespace

Metadata::Metadata(std::string date) : date_(std::move(date)) {
    if (!date_.empty() && !iso_date(date_))
        throw UsageError("--date: '" + date_ + "' is no date. Write it like 2031-03-04.");
}

void Metadata::read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(file.string() + ": cannot be opened. Check the path given to --meta.");
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto where = file.string() + ":" + std::to_string(number);
        const auto row = Json::parse(line, nullptr, false);
        if (row.is_discarded() || !row.is_object())
            throw Error(where + ": is no JSON object. Write one object with id, title, published, source, url.");
        const auto id = text(row, "id", where);
        if (id.empty()) throw Error(where + ": has no \"id\". Add the id of the article.");
        fill(by_id_[id], row, where);
    }
}

void Metadata::complete(ArticleHints& hints) const {
    const auto fill = [](std::string& slot, const std::string& known) {
        if (slot.empty()) slot = known;
    };
    if (const auto it = by_id_.find(hints.id); it != by_id_.end()) {
        fill(hints.title, it->second.title);
        fill(hints.published, it->second.published);
        fill(hints.source, it->second.source);
        if (hints.urls.empty()) hints.urls = it->second.urls;
    }
    fill(hints.published, date_);
}

}  // namespace chancery
