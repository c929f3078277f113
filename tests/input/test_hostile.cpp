// What a hostile file may cost: each is read by a child with little memory and a clock.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <chrono>

#include "tests/catch.hpp"
#include "tests/input/pack.hpp"

namespace chancery {

namespace {

constexpr rlim_t memory = 300U << 20U;  ///< for the child, program and libraries included
constexpr double most_seconds = 60;     ///< on a busy machine

struct Cost {
    int documents = -1, notes = -1;  ///< -1: the child did not come to an end
};

/// Reads a path in a child that may take `memory`, or as much as sanitizers let it.
Cost read_poor(const InputOptions& options) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const auto begin = std::chrono::steady_clock::now();
    const auto child = ::fork();
    if (child == 0) {
#ifndef CHANCERY_SANITIZED
        const rlimit limit{memory, memory};
        ::setrlimit(RLIMIT_AS, &limit);
#endif
        int counts[2] = {0, 0};
        try {
            Documents documents(options);
            while (const auto next = documents.next()) ++counts[std::holds_alternative<Document>(*next) ? 0 : 1];
        } catch (...) {
            ::_exit(1);
        }
        ::_exit(::write(ends[1], counts, sizeof counts) == sizeof counts ? 0 : 2);
    }
    ::close(ends[1]);
    int counts[2] = {-1, -1};
    const bool whole = ::read(ends[0], counts, sizeof counts) == sizeof counts;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() < most_seconds);
    return whole && status == 0 ? Cost{counts[0], counts[1]} : Cost{};
}

/// A gzip stream of `megabytes` times 64 MB of one letter.
std::string flood(char letter, int times) {
    const auto part = gzip(std::string(64U << 20U, letter));
    std::string out;
    for (int i = 0; i < times; ++i) out += part;
    return out;
}

InputOptions options_for(const std::string& name, const std::string& bytes) {
    const auto folder = input_scratch("hostile");
    write_bytes(folder / name, bytes);
    write_bytes(folder / "z-honest.txt", "Norway met Oman.");
    InputOptions options;
    options.inputs = {folder.string()};
    return options;
}

}  // namespace

TEST_CASE("10 GB out of 10 MB, as a text, a line, a table, a tar and a zip: a note, and the next file is read") {
    const auto bomb = flood('a', 160);
    CHECK(bomb.size() < (11U << 20U));
    for (const auto& bytes :
         {bomb, gzip("{\"text\": \"") + bomb, gzip("id,text\n1,\"") + bomb,
          gzip("WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n") + bomb, gzip("<rss><channel><item>") + bomb,
          pack("zip", "none", {{"a.gz", bomb}, {"b.gz", bomb}}), pack("ustar", "gzip", {{"a.gz", bomb}})}) {
        const auto cost = read_poor(options_for("bomb", bytes));
        CHECK(cost.documents == 1);
        CHECK(cost.notes >= 1);
        CHECK(cost.notes <= 3);
    }
}

TEST_CASE("a line of 1 GB costs a note and the memory of an article; the line behind it is read") {
    auto options = options_for(
        "lines", gzip("{\"text\":\"One.\"}\n{\"text\":\"") + flood('a', 16) + gzip("\"}\n{\"text\":\"Two.\"}\n"));
    options.limits.expansion = 10000;
    const auto cost = read_poor(options);
    CHECK(cost.documents == 3);
    CHECK(cost.notes == 1);
}

TEST_CASE("100,000 deep: JSON, tags, archives; 20,000 tiny files, as files and in a tar") {
    std::string tags, nest = "Norway met Oman.";
    for (int i = 0; i < 100000; ++i) tags += "<a>";
    for (int i = 0; i < 100; ++i) nest = pack("ustar", "gzip", {{"a", nest}});
    for (const auto& bytes :
         {std::string(100000, '['), "{\"a\":" + std::string(100000, '['), "<rss><item>" + tags + "</item>", nest}) {
        const auto cost = read_poor(options_for("deep", bytes));
        CHECK(cost.documents >= 1);
        CHECK(cost.notes <= 1);
    }
    Files files;
    for (int i = 0; i < 20000; ++i) files.emplace_back("f" + std::to_string(i) + ".txt", "Norway.");
    const auto options = options_for("many.tar.gz", pack("ustar", "gzip", files));
    for (const auto& [name, bytes] : files) write_bytes(std::filesystem::path(options.inputs[0]) / name, bytes);
    CHECK(read_poor(options).documents == 40001);
}

}  // namespace chancery
