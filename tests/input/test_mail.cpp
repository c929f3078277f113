#include "extract/input/mail.hpp"

#include "tests/catch.hpp"
#include "tests/input/pack.hpp"

namespace chancery {

TEST_CASE("a mail: the plain part, its charset, and what the header says") {
    const auto read = read_bytes(
        "letter.eml",
        "From: =?utf-8?q?Ren=C3=A9e?= Desk <desk@example.org>\r\nTo: you@example.org\r\n"
        "Subject: =?utf-8?b?VGFsa3Mg4oCT?= go on\r\nDate: Tue, 04 Mar 2031 23:30:00 -0500\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>No</p>\r\n"
        "--b\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "Caf=E9 talks =\r\ngo on.\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: "
        "attachment\r\n\r\nNo\r\n--b--\r\n");
    REQUIRE(read.documents.size() == 1);
    const auto& mail = read.documents[0];
    CHECK(mail.bytes.starts_with("Caf\xe9 talks go on."));
    CHECK(mail.hints.charset == "windows-1252");
    CHECK(mail.hints.media == MediaType::text);
    CHECK(mail.hints.id == "letter");
    CHECK(mail.hints.title == "Talks \xe2\x80\x93 go on");
    CHECK(mail.hints.source ==
          "Ren\xc3\xa9"
          "e Desk");
    CHECK(mail.hints.published == "2031-03-04");
}

TEST_CASE("the page when there is no plain text; base64; an article that quotes a header is no mail") {
    const auto read =
        read_bytes("m",
                   "Date: Tue, 4 Mar 2031 10:00:00 +0000\nFrom: a@example.org\nContent-Type: text/html; charset=utf-8\n"
                   "Content-Transfer-Encoding: base64\n\nPHA+WWVzPC9wPg==\n");
    REQUIRE(read.documents.size() == 1);
    CHECK(read.documents[0].bytes == "<p>Yes</p>");
    CHECK(read.documents[0].hints.media == MediaType::html);
    CHECK_FALSE(looks_like_mail("Talks: Norway and Oman\n\nFrom: nowhere\nDate: none\n"));
    CHECK_FALSE(looks_like_mail("From Oslo: the king left.\nDate: unknown\n"));
    CHECK_FALSE(looks_like_mail("Subject: a talk\n\nNorway met Oman."));
}

TEST_CASE("a mail without text is noted, a hostile one costs little") {
    CHECK(read_bytes("m", "From: a@example.org\nDate: now\nContent-Type: image/png\n\nxx").notes.size() == 1);
    std::string nested = "From: a@example.org\nSubject: deep\n";
    for (int i = 0; i < 20000; ++i) {
        const auto b = std::to_string(i);
        nested += "Content-Type: multipart/mixed; boundary=b" + b + "\n\n--b" + b + "\n";
    }
    const auto read = read_bytes("m", nested + "Content-Type: text/plain\n\nBottom.");
    CHECK(read.documents.size() + read.notes.size() == 1);
}

}  // namespace chancery
