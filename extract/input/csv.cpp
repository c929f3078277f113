#include "extract/input/csv.hpp"

#include <algorithm>

namespace chancery {

constexpr std::size_t most_columns = 10000;  // what stands behind is one cell

void CsvScanner::keep(char c, std::uint64_t limit) {
    if (++size_ <= limit) cells_.back().push_back(c);
}

bool CsvScanner::step(char c, std::uint64_t limit) {
    if (row_done_) {
        row_done_ = false;
        cells_.assign(1, {});
        size_ = 0;
        quotes_ = Quotes::none;
    }
    if (quotes_ == Quotes::inside) {
        if (c == '"') {
            quotes_ = Quotes::closed;
        } else {
            keep(c, limit);
        }
        return false;
    }
    if (c == '\n') return row_done_ = true;
    if (c == separator_) {
        if (++size_ <= limit && cells_.size() < most_columns) cells_.emplace_back();
        quotes_ = Quotes::none;
    } else if (c == '"' && quotes_ == Quotes::closed) {  // a doubled quote
        keep(c, limit);
        quotes_ = Quotes::inside;
    } else if (c == '"' && cells_.back().empty() && quotes_ == Quotes::none) {
        quotes_ = Quotes::inside;
    } else if (c != '\r') {
        keep(c, limit);
    }
    return false;
}

bool CsvScanner::finish() {
    const bool open = !row_done_ && (size_ > 0 || quotes_ != Quotes::none);
    row_done_ = true;
    return open;
}

namespace {

/// A name of a column, not a piece of a sentence.
bool column_name(const std::string& cell) {
    return !cell.empty() && cell.size() <= 60 && std::string_view(".!?,").find(cell.back()) == std::string_view::npos &&
           cell.find_first_of("\n\r\t") == std::string::npos;
}

class TableReader final : public MemberReader {
  public:
    TableReader(Member member, char separator, const Fields& fields)
        : MemberReader(std::move(member)), scanner_(separator), fields_(fields) {
        if (next_row())
            for (const auto& name : scanner_.cells()) columns_.push_back(fields.place(name));
    }

    std::optional<Found> next() override {
        while (next_row()) {
            ++number_;
            const auto where = member_.where + ":" + std::to_string(row_line_);
            if (scanner_.row_size() > limits().article) return Note{where, too_long()};
            auto& cells = scanner_.cells();
            if (cells.size() == 1 && blank(cells[0])) {
                --number_;
                continue;
            }
            if (cells.size() > columns_.size())
                return Note{where, "has " + std::to_string(cells.size()) + " columns instead of " +
                                       std::to_string(columns_.size()) + ". Are quotes missing?"};
            Record record(fields_);
            for (std::size_t i = 0; i < cells.size(); ++i)
                if (columns_[i]) record.set(*columns_[i], std::move(cells[i]));
            auto document = record.take();
            if (!document || blank(document->bytes)) return Note{where, "is empty: its column of text holds nothing."};
            if (document->hints.id.empty()) document->hints.id = member_.id + "-" + std::to_string(number_);
            document->where = where;
            return std::move(*document);
        }
        return std::nullopt;
    }

  private:
    bool next_row() {
        row_line_ = line_;
        while (!member_.bytes.at_end()) {
            const auto block = member_.bytes.peek(1U << 14U);
            std::size_t i = 0;
            bool ended = false;
            while (i < block.size() && !ended) {
                if (block[i] == '\n') ++line_;
                ended = scanner_.step(block[i++], limits().article);
            }
            member_.bytes.take(i);
            if (ended) return true;
        }
        return scanner_.finish() && trouble().empty();  // half a row of a file that is cut short is none
    }

    CsvScanner scanner_;
    const Fields& fields_;
    std::vector<std::optional<Fields::Place>> columns_;
    std::uint64_t line_ = 1, row_line_ = 1, number_ = 0;
};

}  // namespace

char table_separator(std::string_view head, const Fields& fields) {
    for (const char separator : {',', '\t', ';', '|'}) {
        CsvScanner scanner(separator);
        std::size_t i = 0;
        while (i < head.size() && i < 8192 && !scanner.step(head[i], 8192)) ++i;
        if (i == 0 || i >= head.size() || i >= 8192) continue;  // no whole row
        const auto cells = scanner.cells();
        const auto holds_text = [&](const std::string& cell) {
            const auto place = fields.place(cell);
            return place && (place->field == Field::text || place->field == Field::html);
        };
        if (cells.size() < 2 || !std::all_of(cells.begin(), cells.end(), column_name) ||
            !std::any_of(cells.begin(), cells.end(), holds_text))
            continue;
        bool whole = false;
        for (++i; i < head.size() && !whole; ++i) whole = scanner.step(head[i], head.size());
        if (!whole || scanner.cells().size() == cells.size()) return separator;
    }
    return '\0';
}

std::unique_ptr<Reader> read_table(Member member, char separator, const Fields& fields) {
    return std::make_unique<TableReader>(std::move(member), separator, fields);
}

}  // namespace chancery
