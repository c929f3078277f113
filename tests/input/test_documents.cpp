// Folders, lists and the choice of files; the same texts from every container.
#include "extract/input/documents.hpp"

#include "extract/input/detect.hpp"
#include "extract/input/names.hpp"
#include "record/error.hpp"
#include "tests/catch.hpp"
#include "tests/input/pack.hpp"

namespace chancery {

namespace fs = std::filesystem;

TEST_CASE("folders are read in the bytewise order of their paths, hidden names and parts of saved pages left out") {
    const auto folder = input_scratch("folder");
    for (const auto* name : {"b.txt", "a/z.txt", "a-b.txt", "a/b/c.txt", "a.txt", ".git/x.txt", "a/p.js", "a/.h.txt",
                             "README.md", "a/LICENSE", "a/z.meta.json"})
        write_bytes(folder / name,
                    std::string(name) == "a/z.meta.json" ? "{\"title\":\"Z\",\"date\":\"2031-03-04\"}" : "Norway.");
    const auto read = read_path(folder);
    CHECK(read.ids() == std::vector<std::string>{"a-b", "a", "a/b/c", "a/z", "b"});
    CHECK(read.documents[3].hints.title == "Z");
    CHECK(read.documents[3].hints.published == "2031-03-04");
    CHECK(read.notes.empty());
}

TEST_CASE("globs choose files and folders") {
    CHECK(glob_matches("*.txt", "a/b.txt"));
    CHECK(glob_matches("a/*.txt", "a/b.txt"));
    CHECK_FALSE(glob_matches("a/*.txt", "a/c/b.txt"));
    CHECK(glob_matches("a/**/b.txt", "a/c/d/b.txt"));
    CHECK(glob_matches("a/**/b.txt", "a/b.txt"));
    CHECK_FALSE(glob_matches("a/**/b.txt", "a/xb.txt"));
    CHECK(glob_matches("a/**", "a/c/d"));
    CHECK(glob_matches("202[0-9]-?", "2031-1") == false);
    CHECK(glob_matches("20[23][!2-9]-?", "2031-1"));
    CHECK_FALSE(glob_matches("[a", "b"));
    CHECK_FALSE(glob_matches(std::string(2000, '*') + "x", std::string(2000, 'y')));
    const auto folder = input_scratch("globs");
    for (const auto* name : {"a/b.txt", "a/c.html", "a/old/d.txt", "e.js"}) write_bytes(folder / name, "Norway.");
    write_bytes(folder / "f.tar", pack("ustar", "none", {{"g.txt", "Oman."}, {"h.html", "Peru."}}));
    InputOptions options;
    options.inputs = {folder.string()};
    options.selection.exclude = {"old", "h.html"};
    CHECK(read_inputs(options).ids() == std::vector<std::string>{"a/b", "a/c", "f/g"});
    options.selection.include = {"*.txt", "*.js"};
    CHECK(read_inputs(options).ids() == std::vector<std::string>{"a/b", "e"});
}

TEST_CASE("links: out of the folder no, loops harmless, inside it yes") {
    const auto folder = input_scratch("links"), outside = input_scratch("outside");
    write_bytes(folder / "d" / "a.txt", "Norway.");
    write_bytes(outside / "secret.txt", "No.");
    fs::create_symlink("..", folder / "d" / "up");
    fs::create_symlink("self", folder / "self");
    fs::create_symlink(outside, folder / "out");
    fs::create_symlink(outside / "secret.txt", folder / "s.txt");
    fs::create_symlink("d/a.txt", folder / "b.txt");
    const auto read = read_path(folder);
    CHECK(read.ids() == std::vector<std::string>{"b", "d/a"});
    CHECK(read.notes.size() == 3);
}

TEST_CASE("lists of files; what is missing in them is noted, what is missing on the command line is an error") {
    const auto folder = input_scratch("list");
    write_bytes(folder / "a.txt", "Norway.");
    write_bytes(folder / "b" / "c.txt", "Oman.");
    write_bytes(folder / "list", (folder / "a.txt").string() + "\n\n" + (folder / "none.txt").string() + "\r\n" +
                                     (folder / "b").string());
    InputOptions options;
    options.files_from = (folder / "list").string();
    const auto read = read_inputs(options);
    REQUIRE(read.documents.size() == 2);
    CHECK(read.documents[0].hints.id.ends_with("/input-list/a"));
    CHECK_FALSE(read.documents[0].hints.id.starts_with('/'));
    CHECK(read.documents[1].hints.id == "c");
    CHECK(read.notes.size() == 1);
    options.files_from = (folder / "nolist").string();
    CHECK_THROWS_AS(Documents(options), Error);
    options.files_from.clear();
    options.inputs = {(folder / "none.txt").string()};
    CHECK_THROWS_WITH(Documents(options), ContainsSubstring("there is no such file"));
}

TEST_CASE("named files that are no article are told as named, in folders not") {
    const auto folder = input_scratch("bad");
    write_bytes(folder / "empty.txt", " \n");
    write_bytes(folder / "binary.txt", std::string("\x7f"
                                                   "ELF\x02\x01\0\0\0\0\0\0",
                                                   12));
    write_bytes(folder / "long.txt", std::string(3000, 'x'));
    write_bytes(folder / "pic.png", "\x89PNG\r\n");
    write_bytes(folder / "x.xml", "<?xml version='1.0'?><config><a/></config>");
    InputOptions options;
    options.limits.article = 2000;
    for (const auto* name : {"empty.txt", "binary.txt", "long.txt", "pic.png", "x.xml"}) {
        options.inputs = {(folder / name).string()};
        const auto read = read_inputs(options);
        REQUIRE(read.notes.size() == 1);
        CHECK(read.notes[0].named);
    }
    options.inputs = {folder.string()};
    const auto read = read_inputs(options);
    CHECK(read.documents.empty());
    CHECK(read.notes.size() == 5);
    CHECK(std::none_of(read.notes.begin(), read.notes.end(), [](const auto& note) { return note.named; }));
    const auto none = read_path(input_scratch("none"));
    REQUIRE(none.notes.size() == 1);
    CHECK(none.notes[0].named);
}

TEST_CASE("kinds are told by content") {
    const Fields fields;
    const std::pair<const char*, Kind> rows[] = {{"<!DOCTYPE html><html>", Kind::html},
                                                 {"<!-- saved --><HTML>", Kind::html},
                                                 {"\xef\xbb\xbf <p>Hi", Kind::html},
                                                 {"<?xml version='1.0'?><!DOCTYPE html PUBLIC>", Kind::html},
                                                 {"<?xml version='1.0'?><rss>", Kind::feed},
                                                 {"<feed xmlns='x'>", Kind::feed},
                                                 {"<rdf:RDF>", Kind::feed},
                                                 {"<?xml version='1.0'?><nitf>", Kind::other_xml},
                                                 {"<3 he said", Kind::text},
                                                 {"<photo>", Kind::text},
                                                 {"%PDF-1.4", Kind::pdf},
                                                 {"WARC/1.1\r\n", Kind::warc},
                                                 {"Rar!\x1a\x07", Kind::binary},
                                                 {"Norway left.", Kind::text},
                                                 {"", Kind::text}};
    for (const auto& [bytes, kind] : rows) {
        CAPTURE(bytes);
        CHECK(kind_of(bytes, fields) == kind);
    }
}

TEST_CASE("the same texts from a folder and from every container") {
    const std::vector<std::pair<std::string, std::string>> texts = {
        {"a", "Talks\n\nNorway summoned \"the\" ambassador, again.\n"}, {"b", "Trade\n\nKenya left.\n"}};
    const auto folder = input_scratch("same");
    std::string lines, array = "[", table = "id,text\n", warc;
    Files members;
    for (const auto& [id, text] : texts) {
        write_bytes(folder / "plain" / (id + ".txt"), text);
        members.emplace_back(id + ".txt", text);
        std::string json, cell;
        for (const char c : text) {
            json += c == '\n' ? std::string("\\n") : c == '"' ? std::string("\\\"") : std::string(1, c);
            cell += c == '"' ? std::string("\"\"") : std::string(1, c);
        }
        lines += "{\"id\":\"" + id + "\",\"text\":\"" + json + "\"}\n";
        array += (array.size() > 1 ? "," : "") + ("{\"id\":\"" + id + "\",\"text\":\"" + json + "\"}");
        table += id + ",\"" + cell + "\"\n";
        warc += "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:uuid:" + id +
                ">\r\nContent-Type: text/plain\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text +
                "\r\n\r\n";
    }
    write_bytes(folder / "n.jsonl.zst", pack("raw", "zstd", {{"-", lines}}));
    write_bytes(folder / "n.json", array + "]");
    write_bytes(folder / "n.csv.xz", pack("raw", "xz", {{"-", table}}));
    write_bytes(folder / "n.warc.gz", gzip(warc));
    write_bytes(folder / "n.tar.gz", pack("ustar", "gzip", members));
    write_bytes(folder / "n.zip", pack("zip", "none", members));
    for (const auto* name : {"plain", "n.jsonl.zst", "n.json", "n.csv.xz", "n.warc.gz", "n.tar.gz", "n.zip"}) {
        CAPTURE(name);
        const auto read = read_path(folder / name);
        CHECK(read.notes.empty());
        REQUIRE(read.documents.size() == 2);
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(read.documents[i].hints.id == texts[i].first);
            CHECK(read.documents[i].bytes == texts[i].second);
        }
    }
}

}  // namespace chancery
