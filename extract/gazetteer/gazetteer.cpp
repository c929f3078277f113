#include "extract/gazetteer/gazetteer.hpp"

#include <array>

#include "record/error.hpp"
#include "record/table.hpp"

namespace chancery {

namespace {

constexpr std::array<std::string_view, 5> columns = {"type", "name", "names", "country", "ids"};

std::string_view first_line(std::string_view text) {
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        const auto begin = line.find_first_not_of(" \t\r");
        if (begin != std::string_view::npos && line[begin] != '#' && line[begin] != ';') return line.substr(begin);
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return {};
}

}  // namespace

std::vector<KnownEntity> parse_table_gazetteer(std::string text, const std::string& name, const Lexicon& lexicon) {
    std::vector<KnownEntity> known;
    const auto table = Table::parse(std::move(text), name, columns);
    for (const auto& row : table.rows()) {
        KnownEntity entity;
        const auto type = entity_type(row.cells[0]);
        if (!type || *type == EntityType::group)
            table.fail(row, "'" + std::string(row.cells[0]) +
                                "' is no type. Use person, official, institution, country or place");
        entity.type = *type;
        entity.name = row.cells[1];
        for (const auto other : list_of(row.cells[2])) entity.names.emplace_back(other);
        entity.country = value_of(row.cells[3]);
        if (!entity.country.empty() && !lexicon.country(entity.country))
            table.fail(row, "'" + entity.country + "' is no country code. Use ISO 3166-1 alpha-2, like NO");
        for (const auto id : list_of(row.cells[4])) {
            const auto equal = id.find('=');
            if (equal == std::string_view::npos || equal == 0 || equal + 1 == id.size())
                table.fail(row, "'" + std::string(id) + "' is no id. Write it like wikidata=Q42");
            entity.ids.emplace(id.substr(0, equal), id.substr(equal + 1));
        }
        known.push_back(std::move(entity));
    }
    return known;
}

std::vector<KnownEntity> parse_gazetteer(std::string text, const std::string& name, const Lexicon& lexicon) {
    if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
    const auto first = first_line(text);
    if (first.starts_with("type\t")) return parse_table_gazetteer(std::move(text), name, lexicon);
    if (first.starts_with("{")) return parse_ftm(text, name, lexicon);
    const bool actors =
        first.find('[') != std::string_view::npos || (!first.empty() && first[0] >= 'A' && first[0] <= 'Z');
    if (actors && first.find('\t') == std::string_view::npos) return parse_actors(text, name, lexicon);
    throw Error(name +
                ": no gazetteer. Give a TSV whose first line is \"type name names country ids\" (tabs between), "
                "FollowTheMoney JSON lines, or a PETRARCH actor dictionary.");
}

std::vector<KnownEntity> read_gazetteer(const std::filesystem::path& file, const Lexicon& lexicon) {
    return parse_gazetteer(read_file(file), file.string(), lexicon);
}

}  // namespace chancery
