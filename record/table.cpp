#include "record/table.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "record/error.hpp"

namespace chancery {

namespace {

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto at = line.find(separator);
        parts.push_back(line.substr(0, at));
        if (at == std::string_view::npos) return parts;
        line.remove_prefix(at + 1);
    }
}

std::string joined(std::span<const std::string_view> columns) {
    std::string out;
    for (const auto column : columns) out.append(out.empty() ? "" : ", ").append(column);
    return out;
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw Error(path.string() + ": cannot be opened (" + std::strerror(errno) +
                    "). Check the path and its rights.");
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (in.bad()) throw Error(path.string() + ": cannot be read. Is it a file?");
    return std::move(bytes).str();
}

std::vector<std::string_view> list_of(std::string_view cell) {
    if (cell == "-") return {};
    return split(cell, '|');
}

Table Table::read(const std::filesystem::path& path, std::span<const std::string_view> columns) {
    return parse(read_file(path), path.string(), columns);
}

Table Table::parse(std::string text, std::string name, std::span<const std::string_view> columns) {
    Table table;
    table.name_ = std::move(name);
    table.text_ = std::make_unique<std::string>(std::move(text));
    bool header = false;
    std::size_t number = 0;
    std::string_view rest = *table.text_;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const auto line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        ++number;
        if (line.starts_with('#')) continue;
        Row row{number, split(line, '\t')};
        if (!header) {
            if (!std::equal(row.cells.begin(), row.cells.end(), columns.begin(), columns.end()))
                table.fail(row, "the header must name the columns " + joined(columns));
            header = true;
            continue;
        }
        if (row.cells.size() != columns.size())
            table.fail(row, "has " + std::to_string(row.cells.size()) + " cells where " +
                                std::to_string(columns.size()) + " are due (" + joined(columns) + ")");
        for (const auto cell : row.cells) {
            if (cell.empty()) table.fail(row, "has an empty cell. Write - for nothing");
            if (cell.front() == ' ' || cell.back() == ' ' || cell.back() == '\r')
                table.fail(row, "has a blank at the end of the cell \"" + std::string(cell) + "\". Remove it");
        }
        table.rows_.push_back(std::move(row));
    }
    if (!header) throw Error(table.name_ + ": is empty. The first line must name the columns " + joined(columns) + ".");
    return table;
}

void Table::fail(const Row& row, const std::string& what) const {
    throw Error(name_ + ":" + std::to_string(row.line) + ": " + what + ".");
}

}  // namespace chancery
