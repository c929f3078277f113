#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "store/store.hpp"
#include "store/writer.hpp"
#include "tests/catch.hpp"
#include "tests/cli/run.hpp"

namespace chancery {

namespace {

namespace fs = std::filesystem;

const std::string samples = CHANCERY_SOURCE_DIR "/samples";
constexpr const char* suffixes[] = {".json", ".graphml", ".gexf", ".dot", ".csv", ".ttl", ".cypher", ".ftm.jsonl"};

std::vector<fs::path> sample_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(samples))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string outputs(const fs::path& folder) {
    fs::create_directories(folder);
    std::string words;
    for (const auto* suffix : suffixes) words += " -o " + (folder / ("g" + std::string(suffix))).string();
    return words;
}

void check_same(const fs::path& one, const fs::path& other) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(one)) {
        CAPTURE(entry.path().string());
        CHECK(slurp(entry.path()) == slurp(other / entry.path().filename()));
        ++count;
    }
    CHECK(count >= std::size(suffixes));
}

void must(const std::string& words) {
    CAPTURE(words);
    const auto done = run(words);
    CAPTURE(done.err);
    REQUIRE(done.status == 0);
}

nlohmann::json info_of(const std::string& store) {
    return nlohmann::json::parse(run("info --json " + store).out);
}

}  // namespace

TEST_CASE("a store built by steps, in any order, with removals, exports what one run over everything exports") {
    const auto folder = scratch("add-steps");
    const auto f = folder.string();
    fs::create_directories(folder / "in");
    for (const auto& path : sample_files()) fs::copy(path, folder / "in");
    put(folder / "in/copy.txt", slurp(sample_files().front()));
    must("extract " + f + "/in" + outputs(folder / "whole"));
    std::mt19937 random(4);
    for (int round = 0; round < 3; ++round) {
        CAPTURE(round);
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder / "in")) names.push_back(entry.path().filename());
        std::sort(names.begin(), names.end());
        std::shuffle(names.begin(), names.end(), random);
        const auto store = f + "/r" + std::to_string(round) + ".store";
        put(folder / "extra.txt", "Extra " + std::to_string(round) + "\n\nMaren Holt met Ole Vik in Oslo.\n");
        must("add " + store + " " + f + "/extra.txt");
        for (std::size_t at = 0; at < names.size();) {
            const auto step = std::min<std::size_t>(names.size() - at, 1 + random() % names.size());
            std::string words;
            for (const auto end = at + step; at < end; ++at) words += " " + f + "/in/" + names[at];
            must("add " + store + words + " --jobs " + std::to_string(1 + random() % 3));
        }
        must("remove " + store + " extra");
        must("convert " + store + outputs(folder / ("r" + std::to_string(round))));
        check_same(folder / "whole", folder / ("r" + std::to_string(round)));
    }
}

TEST_CASE("add counts what it did; the same again changes nothing; a second copy adds its name") {
    const auto folder = scratch("add-again");
    const auto f = folder.string(), store = f + "/s.store";
    put(folder / "a.txt", "Talks\n\nMoscow summoned the Norwegian ambassador.\n");
    auto done = run("add --verbose " + store + " " + f + "/a.txt");
    CHECK(done.status == 0);
    CHECK(done.out.empty());
    CHECK_THAT(done.err, ContainsSubstring("added: a\n"));
    CHECK_THAT(done.err, ContainsSubstring("1 added, 0 there under another name, title, date or address, 0 already"));
    must("convert " + store + " -o " + f + "/one.json");
    done = run("add " + store + " " + f + "/a.txt");
    CHECK_THAT(done.err, ContainsSubstring("0 added, 0 there under another name, title, date or address, 1 already"));
    must("convert " + store + " -o " + f + "/two.json");
    CHECK(slurp(folder / "one.json") == slurp(folder / "two.json"));
    fs::copy(folder / "a.txt", folder / "b.txt");
    put(folder / "b.meta.json", R"({"url": "https://example.org/b", "source": "The Day"})");
    done = run("add " + store + " " + f);
    CHECK_THAT(done.err, ContainsSubstring("0 added, 1 there under another name"));
    must("convert " + store + " -o " + f + "/three.json");
    const auto graph = nlohmann::json::parse(slurp(folder / "three.json"));
    CHECK(graph["articles"].size() == 1);
    CHECK(graph["articles"][0]["names"] == nlohmann::json({"a", "b"}));
    CHECK(graph["articles"][0]["urls"] == nlohmann::json({"https://example.org/b"}));
    const auto info = info_of(store);
    CHECK(info["articles"] == 1);
    CHECK(info["copies"] == 2);
    CHECK(info["current"] == true);
    CHECK(info["sources"]["The Day"] == 1);
    CHECK_THAT(run("info " + store).out, ContainsSubstring("articles    1 in 2 copies"));
    CHECK_THAT(run("why " + store + " country_RU").out, ContainsSubstring("Moscow"));
    CHECK(run("query " + store + " duplicates").status == 0);
}

TEST_CASE("decisions and the user's rules live in the store; reading again is as if read so at first") {
    const auto folder = scratch("add-rules");
    const auto f = folder.string(), store = f + "/s.store";
    const std::string rules = CHANCERY_SOURCE_DIR "/tests/docs/my_rules.toml";
    must("add " + store + " " + samples);
    must("extract " + samples + " -o " + f + "/g.json");
    put(folder / "d.tsv", run("query " + f + "/g.json duplicates").out);
    must("add " + store + " --decisions " + f + "/d.tsv");
    must("extract " + samples + " --decisions " + f + "/d.tsv" + outputs(folder / "decided"));
    must("convert " + store + outputs(folder / "stored"));
    check_same(folder / "decided", folder / "stored");
    CHECK(info_of(store)["decisions"] > 0);
    const auto warned = run("add " + store + " " + samples + " --rules " + rules);
    CHECK_THAT(warned.err, ContainsSubstring("--reread"));
    must("add " + store + " --reread --rules " + rules);
    must("extract " + samples + " --decisions " + f + "/d.tsv --rules " + rules + outputs(folder / "ruled"));
    must("convert " + store + outputs(folder / "reread"));
    check_same(folder / "ruled", folder / "reread");
    CHECK(info_of(store)["read_by"].size() == 1);
    StoreWriter(store).check();
}

TEST_CASE("strict adding keeps nothing when something is wrong; a missing input stops before work starts") {
    const auto folder = scratch("add-strict");
    const auto f = folder.string(), store = f + "/s.store";
    fs::create_directories(folder / "in");
    put(folder / "in/a.txt", "Talks\n\nMoscow summoned the Norwegian ambassador.\n");
    put(folder / "in/b.txt", std::string("\x7f"
                                         "ELF\x02\x01\0\0\0\0\0\0",
                                         12));
    auto done = run("add --strict " + store + " " + f + "/in");
    CHECK(done.status == 1);
    CHECK_THAT(done.err, ContainsSubstring("--strict: 1 inputs skipped"));
    CHECK(info_of(store)["articles"] == 0);
    CHECK(run("add " + store + " " + f + "/in").status == 0);
    CHECK(info_of(store)["articles"] == 1);
    done = run("add " + store + " " + f + "/no-such.txt");
    CHECK(done.status == 1);
    CHECK_THAT(done.err, ContainsSubstring("there is no such file"));
    CHECK(run("add").status == 2);
    CHECK(run("info " + f + "/no.store").status == 1);
    CHECK(run("remove " + f + "/no.store a").status == 1);
    CHECK_FALSE(fs::exists(folder / "no.store"));
    done = run("remove " + store + " nobody");
    CHECK(done.status == 1);
    CHECK_THAT(done.err, ContainsSubstring("has no article 'nobody'"));
    done = run("add " + f + "/in/a.txt " + f + "/in/a.txt");
    CHECK(done.status == 1);
    CHECK_THAT(done.err, ContainsSubstring("is no store"));
}

TEST_CASE("a watched folder: what is written or moved there is added when complete; SIGTERM ends it cleanly") {
    const auto folder = scratch("add-watch");
    const auto in = folder / "in", store = folder / "s.store", err = folder / "err";
    fs::create_directories(in / "old");
    const auto files = sample_files();
    fs::copy(files[0], in / "old");
    const auto* program = std::getenv("CHANCERY_PROGRAM");
    const auto child = ::fork();
    if (child == 0) {
        const int out = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(out, STDERR_FILENO);
        ::execl(program, program, "add", "--verbose", "--watch", in.c_str(), store.c_str(), nullptr);
        ::_exit(127);
    }
    const auto wait_for = [&](const std::string& text) {
        for (int i = 0; i < 600; ++i) {
            if (slurp(err).find(text) != std::string::npos) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return false;
    };
    CHECK(wait_for("watching "));
    CHECK(wait_for("added: old/" + files[0].stem().string()));
    {  // written in two pieces: not added before it is closed
        std::ofstream slow(in / "slow.txt");
        slow << "Talks\n\nMoscow summoned " << std::flush;
        std::this_thread::sleep_for(std::chrono::milliseconds(700));
        CHECK(slurp(err).find("added: slow") == std::string::npos);
        slow << "the Norwegian ambassador.\n";
    }
    CHECK(wait_for("added: slow"));
    fs::create_directories(in / "new/deep");
    fs::copy(files[1], in / "new/deep");
    CHECK(wait_for("added: new/deep/" + files[1].stem().string()));
    fs::copy(files[2], folder / "moved.txt");
    fs::rename(folder / "moved.txt", in / "moved[1].txt");
    CHECK(wait_for("added: moved"));
    ::kill(child, SIGTERM);
    int status = 0;
    ::waitpid(child, &status, 0);
    CAPTURE(slurp(err));
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(Store(store).current());
    must("extract " + in.string() + outputs(folder / "whole"));
    must("convert " + store.string() + outputs(folder / "watched"));
    check_same(folder / "whole", folder / "watched");
    CHECK_THAT(slurp(err), ContainsSubstring("4 added"));
}

TEST_CASE("the program killed while it adds: what it said was added is there") {
    const auto folder = scratch("add-killed");
    const auto store = folder / "s.store", err = folder / "err", news = folder / "news.jsonl";
    {
        std::ofstream out(news);
        for (int i = 0; i < 4000; ++i)
            out << R"({"id": "n)" << i << R"(", "text": "Talks )" << i
                << R"(\n\nMoscow summoned the Norwegian ambassador over case )" << i << R"( on Monday.\n"})" << '\n';
    }
    const auto* program = std::getenv("CHANCERY_PROGRAM");
    std::size_t said = 0;
    for (int k = 0; k < 3; ++k) {
        const auto child = ::fork();
        if (child == 0) {
            const int out = ::open(err.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
            ::dup2(out, STDERR_FILENO);
            ::execl(program, program, "add", "--verbose", store.c_str(), news.c_str(), nullptr);
            ::_exit(127);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1700 + 500 * k));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        StoreWriter(store).check();
        const Store kept(store);
        std::istringstream lines(slurp(err));
        said = 0;
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with("added: ")) continue;
            ++said;
            REQUIRE(kept.article(line.substr(7)));
        }
    }
    CHECK(said > 0);
}

TEST_CASE("a disk that fills up, to the program") {
    const auto folder = scratch("add-full");
    const auto f = folder.string();
    const auto* program = std::getenv("CHANCERY_PROGRAM");
    must("add " + f + "/s.store " + sample_files().front().string());
    const auto size = fs::file_size(folder / "s.store") / 1024;
    const auto command = "trap '' XFSZ; ulimit -f " + std::to_string(size + 40) + "; " + program + " add " + f +
                         "/s.store " + samples + " 2>" + f + "/err";
    const int raw = std::system(("bash -c \"" + command + "\"").c_str());
    CHECK(WEXITSTATUS(raw) == 1);
    CHECK_THAT(slurp(folder / "err"), ContainsSubstring("what was added stays"));
    StoreWriter(folder / "s.store").check();
    CHECK(Store(folder / "s.store").info().articles >= 1);
}

}  // namespace chancery
