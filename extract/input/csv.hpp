#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/input/fields.hpp"
#include "extract/input/reader.hpp"

namespace chancery {

/// Cuts a table into cells, byte by byte (RFC 4180): quoted cells may hold separators, line ends and doubled quotes.
class CsvScanner {
  public:
    explicit CsvScanner(char separator) : separator_(separator) {}

    /// True when the byte ended a row; then the cells stay until the next call. Of a row longer than `limit` bytes
    /// only so many are kept.
    bool step(char c, std::uint64_t limit);

    /// The last row, when the table does not end in a line end. False when there is none.
    bool finish();

    [[nodiscard]] std::vector<std::string>& cells() { return cells_; }
    [[nodiscard]] std::uint64_t row_size() const { return size_; }
    [[nodiscard]] bool in_quotes() const { return quotes_ == Quotes::inside; }

  private:
    enum class Quotes : std::uint8_t { none, inside, closed };
    void keep(char c, std::uint64_t limit);
    std::vector<std::string> cells_;
    std::uint64_t size_ = 0;
    char separator_;
    Quotes quotes_ = Quotes::none;
    bool row_done_ = true;
};

/// The separator of a table whose first row names a column for the text; NUL when the bytes are no such table.
[[nodiscard]] char table_separator(std::string_view head, const Fields& fields);

/// The rows of a table, each an article, in the memory of the longest.
[[nodiscard]] std::unique_ptr<Reader> read_table(Member member, char separator, const Fields& fields);

}  // namespace chancery
