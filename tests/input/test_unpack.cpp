// Compressions and archives, inside each other, whole and hostile.
#include "extract/input/unpack.hpp"

#include "tests/catch.hpp"
#include "tests/input/pack.hpp"

namespace chancery {

namespace {

const Files files = {
    {"x/a.txt", "Norway met Oman."}, {"x/b.html", "<html><p>Kenya left.</p></html>"}, {"c.txt", "Peru stayed."}};

}  // namespace

TEST_CASE("a text in every compression, told by content") {
    for (const std::string filter : {"gzip", "bzip2", "xz", "zstd"}) {
        CAPTURE(filter);
        const auto once = pack("raw", filter, {{"-", "Norway met Oman."}});
        const auto read = read_bytes("a.txt.gz", once + pack("raw", filter, {{"-", " Again."}}));
        CHECK(read.notes.empty());
        REQUIRE(read.documents.size() == 1);
        CHECK(read.documents[0].bytes == "Norway met Oman. Again.");
        CHECK(read.documents[0].hints.id == "a");
    }
}

TEST_CASE("tar and zip in every compression and in each other; ids are paths inside") {
    for (const std::string format : {"ustar", "zip", "pax", "gnutar", "v7tar"})
        for (const std::string filter : {"none", "gzip", "bzip2", "xz", "zstd"}) {
            CAPTURE(format, filter);
            const auto read = read_bytes("news.bin", pack(format, filter, files));
            CHECK(read.notes.empty());
            REQUIRE(read.ids() == std::vector<std::string>{"x/a", "x/b", "c"});
            CHECK(read.documents[0].bytes == files[0].second);
            CHECK(read.documents[1].hints.media == MediaType::html);
            CHECK_THAT(read.documents[1].where, ContainsSubstring("news.bin: x/b.html"));
        }
    const auto inner = pack("zip", "none", {{"d.jsonl", "{\"text\":\"One.\"}\n{\"id\":\"k\",\"text\":\"Two.\"}\n"}});
    const auto read =
        read_bytes("n.tar.gz", pack("ustar", "gzip", {{"deep/in.zip", inner}, {"e.txt.gz", gzip("Three.")}}));
    CHECK(read.ids() == std::vector<std::string>{"deep/in/d-1", "k", "e"});
}

TEST_CASE("names lead out of no folder; hidden files, sidecars and office documents are no articles") {
    const auto read = read_bytes("n.tar", pack("ustar", "none",
                                               {{"../../etc/a.txt", "One."},
                                                {"/abs/b.txt", "Two."},
                                                {"x/../../c\x1b[0m.txt", "Three."},
                                                {".hidden/d.txt", "No."},
                                                {"__MACOSX/._a.txt", "No."},
                                                {"e.meta.json", "{}"}}));
    CHECK(read.ids() == std::vector<std::string>{"etc/a", "abs/b", "x/c_[0m"});
    for (const auto& document : read.documents) CHECK(document.where.find('\x1b') == std::string::npos);
    const auto office =
        read_bytes("r.docx", pack("zip", "none", {{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}}));
    REQUIRE(office.notes.size() == 1);
    CHECK_THAT(office.notes[0].why, ContainsSubstring("office document"));
}

TEST_CASE("archives that are cut short give what is whole, and a note") {
    std::string noise;
    for (std::uint32_t i = 0, x = 1; i < 400000; ++i, x = x * 1664525U + 1013904223U)
        noise += static_cast<char>('a' + (x >> 24U) % 26);
    const auto whole = pack("ustar", "gzip", {{"a.txt", "Norway met Oman."}, {"b.txt", noise}, {"c.txt", noise}});
    for (const auto part : {whole.size() / 2, whole.size() - 4}) {  // up to 64 KB before the cut are lost
        const auto read = read_bytes("n.tgz", whole.substr(0, part));
        CAPTURE(part);
        REQUIRE(!read.documents.empty());
        CHECK(read.documents[0].hints.id == "a");
        CHECK(read.notes.size() == 1);
        CHECK_FALSE(read.notes[0].named);
    }
    const auto text = read_bytes("n.txt.gz", gzip(noise).substr(0, 200000));
    CHECK(text.documents.empty());
    REQUIRE(text.notes.size() == 1);
    CHECK(text.notes[0].named);
    const auto lines = read_bytes("n.gz", gzip("{\"text\":\"One.\"}\n{\"text\":\"" + noise).substr(0, 200000));
    CHECK(lines.documents.size() == 1);
    CHECK(lines.notes.size() == 1);
    auto broken = pack("zip", "none", files);
    broken[30 + 7 + static_cast<unsigned char>(broken[28]) + 5] ^= 0x55;  // behind header, name and extra field
    const auto checked = read_bytes("n.zip", broken);
    CHECK(checked.notes.size() == 1);
    auto wrong_sum = pack("zip", "none", files);  // stands behind the data of the first, before the next header
    wrong_sum[wrong_sum.find("PK", 1) + 5] ^= 0x55;
    CHECK(read_bytes("n.zip", wrong_sum).documents.size() == 2);
    CHECK(read_bytes("n.gz", gzip("")).notes.size() == 1);
}

TEST_CASE("more layers than allowed are a note") {
    std::string bytes = "Norway met Oman.";
    for (int i = 0; i < 8; ++i) bytes = gzip(bytes);
    CHECK(read_bytes("a", bytes).documents.size() == 1);
    const auto read = read_bytes("a", gzip(bytes));
    REQUIRE(read.notes.size() == 1);
    CHECK_THAT(read.notes[0].why, ContainsSubstring("--max-nesting"));
    CHECK(
        read_bytes("b.tar", pack("ustar", "none", {{"deep.gz", gzip(gzip(bytes))}, {"c.txt", "Peru stayed."}})).ids() ==
        std::vector<std::string>{"c"});
}

TEST_CASE("what unpacks to far more than its size is left at the limit") {
    const auto bomb = gzip(gzip(std::string(130U << 20U, 'a')));
    CHECK(bomb.size() < 5000);
    InputOptions options;
    options.limits.article = 1U << 30U;
    const auto read = read_bytes("a", bomb, options);
    CHECK(read.documents.empty());
    REQUIRE(read.notes.size() == 1);
    CHECK_THAT(read.notes[0].why, ContainsSubstring("--max-expansion"));
    const auto many = pack("zip", "none", {{"a.gz", bomb}, {"b.gz", bomb}, {"c.txt", "Peru stayed."}});
    const auto stopped = read_bytes("a.zip", many, options);
    CHECK(stopped.notes.size() == 1);
    options.limits.expansion = 1000000;
    CHECK(read_bytes("a.zip", pack("zip", "none", {{"a.gz", bomb}, {"c.txt", "Peru stayed."}}), options)
              .documents.size() == 2);
}

}  // namespace chancery
