#include "resolve/resolve.hpp"

#include <algorithm>
#include <random>

#include "resolve/digest.hpp"
#include "resolve/name_key.hpp"
#include "resolve/variant_key.hpp"
#include "tests/catch.hpp"

namespace chancery {

TEST_CASE("names become keys") {
    struct Row {
        const char *name, *key;
    };
    const Row rows[] = {{"Maren Holt", "maren-holt"},
                        {"Y\xc4\xb1ld\xc4\xb1z T\xc3\xbcrk", "yildiz-turk"},
                        {"\xd0\x9c\xd0\xb0\xd1\x80\xd0\xb8\xd1\x8f", "maria"},
                        {"The Hague", "hague"},
                        {"Norway's Foreign Ministry", "norway-foreign-ministry"},
                        {"  odd -- name! ", "odd-name"},
                        {"O'Brien", "obrien"}};
    for (const auto& row : rows) {
        CAPTURE(row.name);
        CHECK(name_key(row.name) == row.key);
    }
    CHECK(name_key("!!!").size() == 12);
    CHECK(name_key("!!!") != name_key("???"));
    CHECK(digest32("abc", 12) == "xj4bnp4pahh6");  // SHA-256("abc") = ba7816bf 8f01cfea..., RFC 6234
}

TEST_CASE("signatures of one name are one node; a country that differs keeps persons apart") {
    const Signature a{"person", "Maren Holt", "NO", {}, ""}, b{"person", "Maren  Holt", "", {}, ""},
        c{"person", "Maren Holt", "GE", {}, ""};
    const auto joined = resolve({a, b});
    CHECK(joined.node_of(a) == "person_maren-holt");
    CHECK(joined.node_of(b) == "person_maren-holt");
    const auto apart = resolve({a, c});
    CHECK(apart.node_of(a) != apart.node_of(c));
    CHECK(apart.node_of(a).starts_with("person_maren-holt-"));
    CHECK_THROWS(joined.node_of(c));
}

TEST_CASE("spellings of one name share a key, names of two people do not") {
    const auto key = [](const char* family, const char* name) { return variant_key({family, name, "", {}, ""}); };
    struct Row {
        const char *one, *other;
        bool same;
    };
    const Row rows[] = {{"Gusein Safarov", "Huseyn Safarov", true},
                        {"Yevgeny Belov", "Evgeniy Belov", true},
                        {"Aykhan Roe", "Ayxan Roe", true},
                        {"Mohamed Hadi", "Mohammad Hadi", true},
                        {"Lian Weizhou", "Weizhou Lian", true},
                        {"Sergey Lanov", "Sergei Lanov", true},
                        {"Abdel Fattah al-Saqr", "Abdul Fattah el-Saqr", true},
                        {"Aleksandr Volin", "Alexander Volin", true},
                        {"Aliyev Roe", "Aliev Roe", true},
                        {"Hasan Roe", "Husein Roe", false},
                        {"Gary Roe", "Harry Roe", false},
                        {"Rahman Mustafin", "Emil Mustafin", false},
                        {"Ivan Petrov", "Ivana Petrov", false},
                        {"Maria Lopez", "Mario Lopez", false}};
    for (const auto& row : rows) {
        CAPTURE(row.one, row.other);
        CHECK((key("person", row.one) == key("person", row.other)) == row.same);
    }
    CHECK(key("person", "Holt").empty());
    CHECK(key("institution", "Defence Ministry") == key("institution", "Defense Ministry"));
    CHECK(key("institution", "Varlund Corp.") == key("institution", "Varlund"));
    CHECK(key("institution", "Varlund") != key("institution", "Varlund Bank"));
}

TEST_CASE("spellings join, offices of two countries forbid it") {
    const Signature a{"person", "Gusein Safarov", "", {"minister_of Foreign Ministry AZ"}, ""},
        b{"person", "Huseyn Safarov", "", {}, ""},
        c{"person", "Huseyn Safarov", "", {"minister_of Foreign Ministry NO"}, ""};
    const auto joined = resolve({a, b});
    CHECK(joined.node_of(a) == joined.node_of(b));
    const auto apart = resolve({a, b, c});
    CHECK(apart.node_of(a) != apart.node_of(c));
}

TEST_CASE("what is known only inside its article stays inside") {
    const Signature a{"person", "Holt", "", {}, "a1"}, b{"person", "Holt", "", {}, "a2"};
    const auto nodes = resolve({a, b});
    CHECK(nodes.node_of(a) == "person_a1_holt");
    CHECK(nodes.node_of(b) == "person_a2_holt");
    CHECK(resolve({{"country", "Norway", "NO", {}, ""}}).node_of({"country", "Norway", "NO", {}, ""}) == "country_NO");
}

TEST_CASE("order and repetition of signatures do not matter") {
    std::mt19937 random(3);
    std::vector<Signature> all;
    for (const char* name : {"A B", "A  B", "C", "D E"})
        for (const char* country : {"", "NO", "GE"}) all.push_back({"person", name, country, {}, ""});
    const auto expected = resolve(all);
    for (int round = 0; round < 50; ++round) {
        auto shuffled = all;
        shuffled.insert(shuffled.end(), all.begin(), all.begin() + static_cast<std::ptrdiff_t>(random() % all.size()));
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        const auto nodes = resolve(shuffled);
        for (const auto& s : all) CHECK(nodes.node_of(s) == expected.node_of(s));
    }
}

}  // namespace chancery
