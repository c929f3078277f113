#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "export/in_turn.hpp"
#include "tests/catch.hpp"

namespace chancery {
namespace {

/// The row's number, and now and then more text than a buffer holds.
void write_row(Sink& sink, std::size_t row) {
    sink.number(row);
    if (row % 1999 == 7) sink.text(std::string(600'000, static_cast<char>('a' + row % 26)), json_text);
    sink.raw('\n');
}

void write_rows(Sink& sink, std::size_t begin, std::size_t end) {
    for (auto row = begin; row < end; ++row) write_row(sink, row);
}

std::string in_one_go(std::size_t count) {
    std::ostringstream out;
    {
        Sink sink(out);
        sink.raw("before\n");
        write_rows(sink, 0, count);
        sink.raw("after\n");
    }
    return out.str();
}

}  // namespace

TEST_CASE("rows written in turn stand in their order, whatever number there is") {
    for (const std::size_t count : {0, 1, 256, 4095, 4096, 4097, 20'000}) {
        std::ostringstream out;
        {
            Sink sink(out);
            sink.raw("before\n");
            in_turn(sink, count, write_rows);
            sink.raw("after\n");
        }
        INFO(count << " rows");
        CHECK((out.str() == in_one_go(count)));
    }
}

TEST_CASE("rows that write nothing do not hold up the others") {
    const auto some = [](Sink& sink, std::size_t begin, std::size_t end) {
        for (auto row = begin; row < end; ++row)
            if (row / 5000 % 2 == 1) write_row(sink, row);
    };
    std::ostringstream out, expected;
    {
        Sink sink(out);
        in_turn(sink, 20'000, some);
    }
    {
        Sink sink(expected);
        some(sink, 0, 20'000);
    }
    CHECK((out.str() == expected.str()));
}

TEST_CASE("halves cover every row once") {
    for (const std::size_t count : {0, 1, 5, 4096, 50'001}) {
        std::vector<int> seen(count);
        look_in_halves(count, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (auto row = begin; row < end; ++row) ++seen[row];
        });
        CHECK(std::count(seen.begin(), seen.end(), 1) == static_cast<std::ptrdiff_t>(count));
    }
}

TEST_CASE("what a row throws is thrown to the caller, and nobody waits for ever") {
    std::ostringstream out;
    Sink sink(out);
    CHECK_THROWS_AS(in_turn(sink, 20'000,
                            [](Sink& part, std::size_t begin, std::size_t end) {
                                if (begin <= 9000 && 9000 < end) throw std::runtime_error("row 9000");
                                write_rows(part, begin, end);
                            }),
                    std::runtime_error);
    CHECK(out.str().find("\n9000\n") == std::string::npos);
}

TEST_CASE("a stream that fails stays failed") {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    {
        Sink sink(out);
        in_turn(sink, 20'000, write_rows);
    }
    CHECK(out.bad());
    CHECK(out.str().empty());
}

}  // namespace chancery
