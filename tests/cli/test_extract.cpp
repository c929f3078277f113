#include <algorithm>
#include <set>

#include "tests/catch.hpp"
#include "tests/cli/run.hpp"

namespace chancery {

namespace {

const std::string samples = CHANCERY_SOURCE_DIR "/samples";

bool one_line(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n') == 1 && text.ends_with('\n');
}

}  // namespace

TEST_CASE("bad input: one line that names the file and the way out, exit 1, nothing written") {
    const auto folder = scratch("bad");
    put(folder / "empty.txt", "");
    put(folder / "binary.txt", std::string("\x7f"
                                           "ELF\x02\x01\0\0\0\0\0\0",
                                           12));
    put(folder / "good.txt", "Talks go on\n\nMoscow summoned the Norwegian ambassador.\n");
    std::filesystem::create_directories(folder / "nothing");
    put(folder / "long.txt", std::string(17U << 20U, 'x'));
    struct Row {
        std::string words, message;
        int status;
    };
    const auto f = folder.string();
    const Row rows[] = {
        {"extract " + f + "/missing.txt", "missing.txt: there is no such file", 1},
        {"extract " + f + "/nothing", "nothing: holds no article", 1},
        {"extract " + f + "/binary.txt", "binary.txt: is no text", 1},
        {"extract " + f + "/long.txt", "--max-article", 1},
        {"extract " + f + "/empty.txt", "empty.txt: is empty", 1},
        {"extract " + f + "/good.txt -o " + f + "/no/such/folder/g.json", "g.json: cannot be created", 1},
        {"extract " + f + "/good.txt -o " + f + "/g.xyz", "Use one of .graphml, ", 2},
        {"extract " + f + "/good.txt -o /dev/full --format json -o -", "/dev/full", 2},
        {"extract " + f + "/good.txt --format nonsense", "Use one of graphml, ", 2},
        {"extract --date yesterday " + f + "/good.txt", "is no date", 2},
        {"extract --models " + f + " " + f + "/good.txt", "relations.tsv: cannot be opened", 1},
        {"convert " + f + "/good.txt -o " + f + "/g.dot", "is no JSON object", 1},
        {"extract --no-such-option", "--help", 2},
        {"", "--help", 2}};
    for (const auto& row : rows) {
        CAPTURE(row.words);
        const auto done = run(row.words);
        CHECK(done.status == row.status);
        CHECK_THAT(done.err, ContainsSubstring(row.message));
        CHECK(one_line(done.err));
        CHECK(done.out.empty());
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) CHECK(entry.path().extension() != ".json");
}

TEST_CASE("a full disk is reported, and no file is left half written") {
    const auto folder = scratch("full");
    const auto f = folder.string();
    put(folder / "good.txt", "Talks go on\n\nMoscow summoned the Norwegian ambassador.\n");
    std::filesystem::create_symlink("/dev/full", folder / "full.json");
    const auto done = run("extract " + f + "/good.txt -o " + f + "/a.json -o " + f + "/full.json");
    CHECK(done.status == 1);
    CHECK_THAT(done.err, ContainsSubstring("full.json: cannot be written"));
    CHECK_FALSE(std::filesystem::exists(folder / "a.json"));
    CHECK(run("extract " + f + "/good.txt --format json >/dev/full; false").status == 1);
}

TEST_CASE("what is unreadable inside a folder is skipped and counted, unless --strict") {
    const auto folder = scratch("mixed");
    const auto f = folder.string();
    put(folder / "good.txt", "Talks go on\n\nMoscow summoned the Norwegian ambassador.\n");
    put(folder / "empty.txt", "  \n");
    const auto done = run("extract " + f + " -o " + f + "/g.json");
    CHECK(done.status == 0);
    CHECK_THAT(done.err, ContainsSubstring("1 inputs were skipped"));
    CHECK(std::filesystem::exists(folder / "g.json"));
    const auto strict = run("extract --strict " + f + " -o " + f + "/s.json");
    CHECK(strict.status == 1);
    CHECK_FALSE(std::filesystem::exists(folder / "s.json"));
}

TEST_CASE("the same bytes for any order of inputs and any number of jobs") {
    const auto folder = scratch("order");
    const auto a = samples + "/visa-row-1.txt ", b = samples + "/visa-row-2.txt ", c = samples + "/ceasefire.txt ";
    const auto first = run("extract -j1 --format json " + a + b + c);
    REQUIRE(first.status == 0);
    CHECK(first.err.empty());
    CHECK(run("extract -j4 --format json " + c + a + b).out == first.out);
    CHECK(run("extract -j2 --format json " + b + c + a).out == first.out);
    CHECK_FALSE(first.out.empty());
}

TEST_CASE("the same text under two names is one article; one name with two texts is two") {
    const auto folder = scratch("twins");
    std::filesystem::create_directories(folder / "x");
    std::filesystem::create_directories(folder / "y");
    const std::string text = "Talks go on\n\nMoscow summoned the Norwegian ambassador.\n";
    put(folder / "x" / "a.txt", text);
    put(folder / "x" / "b.txt", text);
    put(folder / "y" / "a.txt", text + "\nNothing else happened on Monday.\n");
    const auto same = run("extract --format json " + (folder / "x").string());
    CHECK_THAT(same.out, ContainsSubstring("\"names\": [\"a\", \"b\"]"));
    const auto different =
        run("extract --format json " + (folder / "x").string() + " " + (folder / "y" / "a.txt").string());
    CHECK_THAT(different.out, ContainsSubstring("\"id\": \"a-"));
}

TEST_CASE("articles come from standard input, one by one, and as cleaned texts") {
    const auto folder = scratch("each");
    const auto f = folder.string();
    const auto piped = run("extract --format json", samples + "/visa-row-1.txt");
    CHECK(piped.status == 0);
    CHECK_THAT(piped.out, ContainsSubstring("\"id\": \"stdin\""));
    CHECK(run("extract --each " + f + "/each --articles " + f + "/texts " + samples).status == 0);
    CHECK(std::filesystem::exists(folder / "each" / "visa-row-1.json"));
    const auto text = slurp(folder / "texts" / "dirty-harbour.txt");
    CHECK_THAT(text, ContainsSubstring("\xe2\x80\x9cWe have never seen such waves,\xe2\x80\x9d harbour master"));
    CHECK(text.find('\r') == std::string::npos);
}

TEST_CASE("cleaned texts and graphs of two articles with one name do not overwrite each other") {
    const auto folder = scratch("each-name");
    const auto f = folder.string();
    for (const auto* name : {"x", "y", "z"}) std::filesystem::create_directories(folder / name);
    put(folder / "x" / "a.txt", "Moscow summoned the Norwegian ambassador.\n");
    put(folder / "y" / "a.txt", "Oslo summoned the Russian ambassador.\n");
    put(folder / "z" / "b.txt", "Oslo summoned the Russian ambassador.\n");
    const auto names = [](const std::filesystem::path& where) {
        std::set<std::string> found;
        for (const auto& file : std::filesystem::directory_iterator(where)) found.insert(file.path().stem().string());
        return found;
    };
    const auto in = " " + f + "/x/a.txt " + f + "/y/a.txt";
    REQUIRE(run("extract --each " + f + "/graphs --articles " + f + "/texts" + in).status == 0);
    const auto ids = names(folder / "texts");
    CHECK(ids == names(folder / "graphs"));
    REQUIRE(ids.size() == 2);
    std::set<std::string> texts;
    for (const auto& id : ids) {
        CHECK((id.size() == 8 && id.starts_with("a-")));
        texts.insert(slurp(folder / "texts" / (id + ".txt")));
        CHECK_THAT(slurp(folder / "graphs" / (id + ".json")), ContainsSubstring("{\"id\": \"" + id + "\""));
    }
    CHECK(texts == std::set<std::string>{"Moscow summoned the Norwegian ambassador.\n",
                                         "Oslo summoned the Russian ambassador.\n"});
    REQUIRE(run("extract --articles " + f + "/one --format json " + f + "/y/a.txt " + f + "/z").status == 0);
    CHECK(names(folder / "one") == std::set<std::string>{"a"});
}

TEST_CASE("nothing is read from boilerplate") {
    const auto done = run("extract --format json " + samples + "/dirty-harbour.txt");
    CHECK(done.out.find("Iceland") == std::string::npos);
    CHECK(done.out.find("Danish port") == std::string::npos);
    CHECK_THAT(done.out, ContainsSubstring("Malin Ekdahl"));
}

TEST_CASE("metadata comes from --meta, sidecars and --date") {
    const auto folder = scratch("meta");
    const auto f = folder.string();
    put(folder / "a.txt", "Talks go on\n\nMoscow summoned the Norwegian ambassador.\n");
    put(folder / "b.txt", "Talks go on\n\nOslo summoned the Russian ambassador.\n");
    put(folder / "b.meta.json", "{\"published\": \"2031-02-02\", \"source\": \"Side Car\"}");
    put(folder / "meta.jsonl", "{\"id\": \"a\", \"date\": \"2031-01-01\", \"url\": \"https://example.org/a\"}\n");
    const auto done = run("extract --format json --meta " + f + "/meta.jsonl " + f);
    CHECK_THAT(done.out, ContainsSubstring("\"urls\": [\"https://example.org/a\"], \"published\": \"2031-01-01\""));
    CHECK_THAT(done.out, ContainsSubstring("\"published\": \"2031-02-02\", \"source\": \"Side Car\""));
    put(folder / "bad.jsonl", "{\"id\": \"a\"}\nnonsense\n");
    CHECK_THAT(run("extract --meta " + f + "/bad.jsonl " + f).err, ContainsSubstring("bad.jsonl:2: is no JSON object"));
    CHECK_THAT(run("extract --format json --date 2031-05-05 " + f + "/a.txt").out, ContainsSubstring("2031-05-05"));
}

TEST_CASE("private persons are left out on request") {
    const auto all = run("extract --format json " + samples),
               fewer = run("extract --no-private-persons --format json " + samples);
    CHECK(all.out.find("\"type\": \"person\"") != std::string::npos);
    CHECK(fewer.out.find("\"type\": \"person\"") == std::string::npos);
    CHECK(fewer.out.find("\"type\": \"official\"") != std::string::npos);
}

TEST_CASE("decisions are applied, doubtful pairs listed for them") {
    const auto folder = scratch("decisions");
    const auto f = folder.string();
    put(folder / "a.txt", "Oslo talks\n\nMaren Holt met Quentin Larue in Oslo. Holt left.\n");
    put(folder / "b.txt", "Oslo news\n\nMaren Ingrid Holt met Ana Rojas in Oslo.\n");
    REQUIRE(run("extract " + f + " -o " + f + "/g.json").status == 0);
    const auto doubts = run("query " + f + "/g.json duplicates");
    CHECK(doubts.status == 0);
    CHECK_THAT(doubts.out, ContainsSubstring("action\twho\ttarget\n# one name inside the other: Maren Holt"));
    CHECK_THAT(doubts.out, ContainsSubstring("merge\tperson/Maren Holt\tperson/Maren Ingrid Holt\n"));
    put(folder / "d.tsv", doubts.out + "rename\tperson/Ana Rojas\tA. Rojas\ndrop\tplace/Atlantis\t-\n");
    const auto done = run("extract " + f + "/a.txt " + f + "/b.txt --decisions " + f + "/d.tsv --format json");
    CHECK(done.status == 0);
    CHECK_THAT(done.err, ContainsSubstring("d.tsv:5: fits nothing"));
    CHECK(done.out.find("\"label\": \"Maren Holt\"") == std::string::npos);
    CHECK_THAT(done.out, ContainsSubstring("\"label\": \"Maren Ingrid Holt\""));
    CHECK_THAT(done.out, ContainsSubstring("\"label\": \"A. Rojas\""));
    CHECK(run("extract " + f + "/a.txt --decisions " + f + "/none.tsv").status == 1);
}

TEST_CASE("what a gazetteer knows has its ids in the graph") {
    const auto folder = scratch("gazetteer");
    const auto f = folder.string();
    put(folder / "a.txt", "News\n\nVarlund Gruppen sued Quorl Vantem in Oslo on Monday.\n");
    put(folder / "known.tsv",
        "type\tname\tnames\tcountry\tids\ninstitution\tVarlund Gruppen AS\tVarlund Gruppen\tNO\town=7\n");
    const auto done = run("extract " + f + "/a.txt --format json --gazetteer " + f + "/known.tsv");
    CHECK(done.status == 0);
    CHECK_THAT(done.out, ContainsSubstring("\"own\": \"7\""));
    CHECK_THAT(done.out, ContainsSubstring("\"label\": \"Varlund Gruppen AS\""));
    put(folder / "bad.tsv", "type\tname\tnames\tcountry\tids\nking\tA\t-\t-\t-\n");
    const auto bad = run("extract " + f + "/a.txt --gazetteer " + f + "/bad.tsv");
    CHECK(bad.status == 1);
    CHECK_THAT(bad.err, ContainsSubstring("bad.tsv:2: 'king' is no type"));
}

TEST_CASE("convert gives what extract gives") {
    const auto folder = scratch("convert");
    const auto f = folder.string();
    REQUIRE(run("extract " + samples + " -o " + f + "/g.json -o " + f + "/g.graphml").status == 0);
    REQUIRE(run("convert " + f + "/g.json -o " + f + "/h.json -o " + f + "/h.graphml").status == 0);
    CHECK(slurp(folder / "g.json") == slurp(folder / "h.json"));
    CHECK(slurp(folder / "g.graphml") == slurp(folder / "h.graphml"));
}

TEST_CASE("the samples give the graph in tests/golden, with exit 0 and nothing on standard error") {
    for (const std::string format : {"json", "graphml", "dot"}) {
        const auto golden = std::string(CHANCERY_SOURCE_DIR) + "/tests/golden/samples." + format;
        const auto done = run("extract " + samples + " --format " + format);
        if (std::getenv("CHANCERY_UPDATE_GOLDEN") != nullptr) put(golden, done.out);
        CHECK(done.status == 0);
        CHECK(done.err.empty());
        CAPTURE(golden);
        CHECK((done.out == slurp(golden)));
    }
}

TEST_CASE("help names every command, has examples, and the version is printed") {
    CHECK(run("--version").out.starts_with("chancery 0.1.0\n"));
    for (const std::string command : {"", "extract ", "convert "}) {
        const auto done = run(command + "--help");
        CAPTURE(command);
        CHECK(done.status == 0);
        CHECK_THAT(done.out, ContainsSubstring("Examples:"));
    }
}

TEST_CASE("an article that is not in English is counted and not read, unless --any-language") {
    const auto folder = scratch("languages");
    const auto f = folder.string();
    put(folder / "good.txt", "Talks go on\n\nMoscow summoned the Norwegian ambassador.\n");
    put(folder / "other.txt",
        "Norwegen bestellt Botschafter ein\n\nDer Minister sagte am Montag, dass die Gespräche mit Georgia und der "
        "Regierung von Norway noch nicht zu Ende sind.\n");
    const auto done = run("extract --show-problems --format json " + f);
    CHECK(done.status == 0);
    CHECK_THAT(done.err, ContainsSubstring("1 articles are not in English"));
    CHECK_THAT(done.err, ContainsSubstring("other.txt: language.de"));
    CHECK_THAT(done.out, ContainsSubstring("\"language\": \"de\""));
    CHECK(done.out.find("country_GE") == std::string::npos);
    const auto forced = run("extract --any-language --format json " + f);
    CHECK_THAT(forced.out, ContainsSubstring("country_GE"));
    CHECK(forced.err.empty());
}

TEST_CASE("syndicated copies are one source; each keeps its name") {
    const auto folder = scratch("copies");
    const auto f = folder.string();
    std::string body;
    for (const auto* line : {"Norway summoned the ambassador of Georgia on Monday over the seizure of a trawler.",
                             "The ship had been boarded by the coast guard off the port of Batumi a day before.",
                             "Its crew of eleven was taken to a hotel, where they were questioned until midnight.",
                             "The owner, a company from Bergen, said that all papers of the vessel were in order.",
                             "Fishing in these waters has been a matter of dispute between the neighbours for years."})
        body += std::string(line) + "\n\n";
    put(folder / "one.txt", "Trawler row deepens\n\nBy Jane Roe\n\n" + body);
    put(folder / "two.txt", "Envoy called in over ship\n\n" + body + "Copyright 2031 The Wire. All rights reserved.\n");
    const auto done = run("extract --format json " + f);
    CHECK_THAT(done.out, ContainsSubstring("\"syndicated\": \"one\""));
    CHECK_THAT(done.out, ContainsSubstring("\"weight\": 1, \"sources\": 1"));
    CHECK_THAT(done.out, ContainsSubstring("\"articles\": [\"one\", \"two\"]"));
    put(folder / "graph.json", done.out);
    CHECK(run("convert --format json " + f + "/graph.json").out == done.out);
    const auto turned = run("extract -j2 --format json " + f + "/two.txt " + f + "/one.txt");
    CHECK(turned.out == done.out);
}

}  // namespace chancery
