#include "record/offset_map.hpp"
#include "tests/catch.hpp"

namespace chancery {

TEST_CASE("bytes that were copied map one to one") {
    OffsetMap map;
    map.append(10, 10, true);
    map.append(5, 5, true);
    CHECK(map.published({3, 12}) == Span{3, 12});
    CHECK(map.cleaned_size() == 15);
}

TEST_CASE("a replaced stretch is given whole, however little of it is asked for") {
    OffsetMap map;
    map.append(4, 4, true);   // "say "
    map.append(3, 8, false);  // a quote that was published as eight broken bytes
    map.append(2, 2, true);
    CHECK(map.published({4, 5}) == Span{4, 12});
    CHECK(map.published({3, 6}) == Span{3, 12});
    CHECK(map.published({7, 9}) == Span{12, 14});
}

TEST_CASE("dropped bytes lie between their neighbours") {
    OffsetMap map;
    map.append(2, 2, true);
    map.append(0, 3, false);  // a byte-order mark, a control character
    map.append(2, 2, true);
    CHECK(map.published({0, 2}) == Span{0, 2});
    CHECK(map.published({2, 4}) == Span{5, 7});
    CHECK(map.published({1, 3}) == Span{1, 6});
}

TEST_CASE("an empty map answers with nothing") {
    CHECK(OffsetMap().published({0, 0}) == Span{0, 0});
}

TEST_CASE("two steps lead through both maps") {
    OffsetMap cleaned;  // "ab" + 3 bytes for 5 + "cd"
    cleaned.append(2, 2, true);
    cleaned.append(3, 5, false);
    cleaned.append(2, 2, true);
    OffsetMap page;  // 10 bytes of markup, then 4 verbatim, 20 dropped, 5 verbatim
    page.append(0, 10, false);
    page.append(4, 4, true);
    page.append(0, 20, false);
    page.append(5, 5, true);
    const auto both = cleaned.then(page);
    CHECK(both.cleaned_size() == cleaned.cleaned_size());
    CHECK(both.published_size() == page.published_size());
    CHECK(both.published({0, 2}) == Span{10, 12});
    CHECK(both.published({5, 7}) == Span{37, 39});
    CHECK(both.published({2, 5}) == Span{12, 37});
}

TEST_CASE("inserted text has no place of its own, and takes none from its neighbours") {
    OffsetMap cleaned;
    cleaned.append(6, 6, true);
    OffsetMap page;
    page.append(3, 0, false);
    page.append(3, 3, true);
    const auto both = cleaned.then(page);
    CHECK(both.published({3, 6}) == Span{0, 3});
    CHECK(both.published_size() == 3);
}

}  // namespace chancery
