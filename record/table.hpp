#pragma once
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// A TSV file of models/: a header row, `#` comment lines, cells without quoting. `-` is an empty cell, `|` parts a
/// list.
class Table {
  public:
    struct Row {
        std::size_t line = 0;  ///< 1-based
        std::vector<std::string_view> cells;
    };

    /// Reads and checks a file whose header must be `columns`. Throws Error "FILE:LINE: ..." on a missing file, a wrong
    /// header, a wrong number of cells, an empty cell, or blanks at the ends of a cell.
    static Table read(const std::filesystem::path& path, std::span<const std::string_view> columns);

    /// The same from memory; `name` stands for the file in errors.
    static Table parse(std::string text, std::string name, std::span<const std::string_view> columns);

    Table(Table&&) = default;
    Table& operator=(Table&&) = default;
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

    /// "FILE:LINE: what" as an Error to throw.
    [[noreturn]] void fail(const Row& row, const std::string& what) const;

  private:
    Table() = default;
    std::string name_;
    std::unique_ptr<std::string> text_;  // rows point into it, so it must not move
    std::vector<Row> rows_;
};

/// The values of a list cell; none for `-`.
[[nodiscard]] std::vector<std::string_view> list_of(std::string_view cell);

/// Empty for `-`.
[[nodiscard]] constexpr std::string_view value_of(std::string_view cell) {
    return cell == "-" ? std::string_view() : cell;
}

/// A file's bytes. Throws Error "FILE: cannot be opened (...)".
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace chancery
