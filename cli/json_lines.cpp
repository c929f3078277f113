// JSON Lines: one article a line.
//
// The file is gone through once to know its lines and their ids; each line is read again when its turn comes, so a
// file of any size takes the memory of its longest line.
#include "cli/json_lines.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "extract/text/date.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

using Json = nlohmann::json;

std::string string_of(const Json& row, const char* key) {
    const auto it = row.find(key);
    if (it == row.end()) return {};
    if (it->is_string()) return it->get<std::string>();
    return it->is_number_integer() ? it->dump() : std::string();
}

/// Ids become names of files: no way out of the folder, nothing a shell or a terminal would take for more.
std::string safe_id(std::string id) {
    if (id.size() > 150) id.resize(150);
    for (auto& c : id) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.';
        if (!plain) c = '_';
    }
    if (!id.empty() && id.front() == '.') id.front() = '_';
    return id;
}

bool blank(std::string_view line) {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Calls `each(offset, line)` for every line; of a line longer than `limit` only so many bytes and one more are given.
template <class Each>
void for_lines(std::istream& in, std::uint64_t limit, Each each) {
    std::string block(1 << 16, '\0'), line;
    std::uint64_t start = 0, at = 0;
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
        std::string_view rest(block.data(), static_cast<std::size_t>(in.gcount()));
        while (!rest.empty()) {
            const auto end = rest.find('\n');
            const auto part = rest.substr(0, end);
            if (line.size() <= limit) line.append(part.substr(0, limit + 1 - line.size()));
            at += part.size();
            if (end == std::string_view::npos) break;
            if (!each(start, at - start, line)) return;
            line.clear();
            start = ++at;
            rest.remove_prefix(end + 1);
        }
    }
    if (!line.empty()) each(start, at - start, line);
}

}  // namespace

std::optional<JsonArticle> parse_json_article(std::string_view line) {
    const auto row = Json::parse(line, nullptr, false);
    if (row.is_discarded() || !row.is_object()) return std::nullopt;
    const auto text = row.find("text");
    if (text == row.end() || !text->is_string()) return std::nullopt;
    JsonArticle article;
    article.text = text->get<std::string>();
    auto& hints = article.hints;
    hints.id = safe_id(string_of(row, "id"));
    hints.title = string_of(row, "title");
    hints.source = string_of(row, "source");
    auto date = string_of(row, "published");
    if (date.empty()) date = string_of(row, "date");
    if (date.size() > 10) date.resize(10);
    if (iso_date(date)) hints.published = date;
    if (auto url = string_of(row, "url"); !url.empty()) hints.urls.push_back(std::move(url));
    if (const auto urls = row.find("urls"); urls != row.end() && urls->is_array())
        for (const auto& url : *urls)
            if (url.is_string()) hints.urls.push_back(url.get<std::string>());
    return article;
}

bool is_json_lines(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (in.peek() != '{') return false;
    bool found = false;
    for_lines(in, 64U << 20U, [&](std::uint64_t, std::uint64_t, const std::string& line) {
        found = parse_json_article(line).has_value();
        return blank(line);
    });
    return found;
}

void list_json_lines(const std::filesystem::path& path, std::uint64_t limit, std::vector<Input>& inputs) {
    std::ifstream in(path, std::ios::binary);
    std::uint32_t number = 0;
    for_lines(in, limit, [&](std::uint64_t offset, std::uint64_t length, const std::string& line) {
        ++number;
        if (blank(line)) return true;
        Input input;
        const auto article = line.size() > limit ? std::nullopt : parse_json_article(line);
        input.id = article && !article->hints.id.empty() ? article->hints.id
                                                         : path.stem().string() + "-" + std::to_string(number);
        input.path = path;
        input.line = number;
        input.offset = offset;
        input.length = length;
        inputs.push_back(std::move(input));
        return true;
    });
}

JsonArticle read_json_line(const Input& input, std::uint64_t limit) {
    const auto where = input.path.string() + ":" + std::to_string(input.line);
    if (input.length > limit)
        throw Error(where + ": is longer than one article may be (" + std::to_string(limit) +
                    " bytes). Split it, or raise --max-article.");
    std::ifstream in(input.path, std::ios::binary);
    std::string line(input.length, '\0');
    in.seekg(static_cast<std::streamoff>(input.offset));
    if (!in.read(line.data(), static_cast<std::streamsize>(line.size())))
        throw Error(where + ": cannot be read again. The file changed while it was read; start anew.");
    auto article = parse_json_article(line);
    if (!article) throw Error(where + ": is no JSON object with \"text\". Write one article a line.");
    if (blank(article->text)) throw Error(where + ": is empty. Give an article in \"text\".");
    return std::move(*article);
}

}  // namespace chancery
