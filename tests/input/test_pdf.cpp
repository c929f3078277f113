// PDF, through pdftotext.
#include "extract/input/pdf.hpp"

#include <cstdlib>

#include "tests/catch.hpp"
#include "tests/input/pack.hpp"

namespace chancery {

namespace {

/// A PDF of one page with one line.
std::string small_pdf(const std::string& line) {
    std::string out = "%PDF-1.4\n";
    std::vector<std::size_t> places;
    const std::string stream = "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET";
    for (const auto& object :
         {std::string("<</Type/Catalog/Pages 2 0 R>>"), std::string("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
          std::string(
              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"),
          "<</Length " + std::to_string(stream.size()) + ">>stream\n" + stream + "\nendstream",
          std::string("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")}) {
        places.push_back(out.size());
        out += std::to_string(places.size()) + " 0 obj" + object + "endobj\n";
    }
    const auto table = out.size();
    out += "xref\n0 6\n0000000000 65535 f \n";
    for (const auto place : places) {
        char row[32];
        std::snprintf(row, sizeof row, "%010zu 00000 n \n", place);
        out += row;
    }
    return out + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

}  // namespace

TEST_CASE("the text of a PDF, also inside an archive; damaged ones are noted") {
    const auto read = read_bytes("paper.pdf", small_pdf("Norway summoned the Georgian ambassador."));
    REQUIRE(read.documents.size() == 1);
    CHECK_THAT(read.documents[0].bytes, ContainsSubstring("Norway summoned the Georgian ambassador."));
    CHECK(read.documents[0].hints.id == "paper");
    const auto packed = read_bytes(
        "p.tar", pack("ustar", "none",
                      {{"a.pdf", small_pdf("One.")}, {"b.pdf", "%PDF-1.4 broken"}, {"c.pdf", small_pdf("Two.")}}));
    CHECK(packed.ids() == std::vector<std::string>{"a", "c"});
    CHECK(packed.notes.size() == 1);
}

TEST_CASE("without pdftotext the note says what to install; one that hangs is ended, one that floods, too") {
    const auto folder = input_scratch("path");
    const std::string before = std::getenv("PATH");
    const auto with = [&](const char* script) {
        if (script != nullptr) {
            write_bytes(folder / "pdftotext", script);
            std::filesystem::permissions(folder / "pdftotext", std::filesystem::perms::owner_all);
        }
        ::setenv("PATH", folder.c_str(), 1);
        InputOptions options;
        options.limits.pdf_seconds = 1;
        options.limits.article = 100000;
        auto read = read_bytes("a.pdf", small_pdf("One."), options);
        ::setenv("PATH", before.c_str(), 1);
        REQUIRE(read.notes.size() == 1);
        CHECK(read.notes[0].named);
        return read.notes[0].why;
    };
    CHECK_THAT(with(nullptr), ContainsSubstring("Install poppler-utils"));
    CHECK_THAT(with("#!/bin/sh\nexec /bin/sleep 60\n"), ContainsSubstring("more than 1 seconds"));
    CHECK_THAT(with("#!/bin/sh\nexec /usr/bin/yes\n"), ContainsSubstring("--max-article"));
    CHECK_THAT(with("#!/bin/sh\nexit 3\n"), ContainsSubstring("damaged or locked"));
}

}  // namespace chancery
