#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <cstdlib>
#include <thread>

#include "record/error.hpp"
#include "store/facts_rows.hpp"
#include "store/schema.hpp"
#include "store/sqlite.hpp"
#include "store/store.hpp"
#include "tests/catch.hpp"
#include "tests/cli/run.hpp"
#include "tests/store/made.hpp"

namespace chancery {

namespace {

namespace fs = std::filesystem;

const RelationCatalog& catalog() {
    static const auto loaded = RelationCatalog::read(CHANCERY_SOURCE_DIR "/models/relations.tsv");
    return loaded;
}

const ArticleReaderVersions reader{"en-1", "rules-1", "1", ""};

/// Adds articles one after another, with a commit or a refresh now and then, and tells of each commit how many there
/// are by now: a byte each. Ends by being killed, or when `count` are there.
[[noreturn]] void add_until_killed(const fs::path& path, unsigned seed, int count, int pipe) {
    try {
        FactsMaker maker(seed);
        StoreWriter writer(path);
        writer.read_by(catalog(), reader);
        int waiting = 0;
        for (int i = 0; i < count; ++i) {
            writer.add(maker.article("a" + std::to_string(i), catalog()));
            ++waiting;
            if (i % 7 != 6) continue;
            i % 28 == 27 ? static_cast<void>(writer.refresh()) : writer.commit();
            const std::string acknowledged(static_cast<std::size_t>(std::exchange(waiting, 0)), '.');
            if (::write(pipe, acknowledged.data(), acknowledged.size()) < 0) ::_exit(3);
        }
    } catch (...) {
        ::_exit(4);
    }
    ::_exit(0);
}

/// How many articles the child said were kept before it died.
std::size_t run_and_kill(const fs::path& path, unsigned seed, std::chrono::microseconds after) {
    int pipes[2];
    REQUIRE(::pipe(pipes) == 0);
    const auto child = ::fork();
    if (child == 0) add_until_killed(path, seed, 2000, pipes[1]);
    ::close(pipes[1]);
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    std::size_t acknowledged = 0;
    char buffer[4096];
    for (ssize_t size = 0; (size = ::read(pipes[0], buffer, sizeof buffer)) > 0;)
        acknowledged += static_cast<std::size_t>(size);
    ::close(pipes[0]);
    return acknowledged;
}

void kill_often(int kills) {
    const auto folder = scratch("kills");
    FactsMaker chance(static_cast<unsigned>(kills));
    std::size_t all = 0;
    for (int k = 0; k < kills; ++k) {
        CAPTURE(k);
        const auto path = folder / ("k" + std::to_string(k % 10) + ".store");
        if (k >= 10 && k % 10 == 0)
            for (const auto& entry : fs::directory_iterator(folder)) fs::remove(entry.path());
        const auto seed = static_cast<unsigned>(1000 + k);
        const auto acknowledged = run_and_kill(path, seed, std::chrono::microseconds(2000 + chance.below(150000)));
        all += acknowledged;
        if (!fs::exists(path)) continue;
        StoreWriter writer(path);
        writer.check();
        FactsMaker again(seed);
        const Store store(path);
        for (std::size_t i = 0; i < acknowledged; ++i) {
            const auto article = again.article("a" + std::to_string(i), catalog());
            const auto kept = store.article(article.facts.sha256);
            REQUIRE(kept);
            REQUIRE(kept->text == article.text);
        }
        writer.refresh();
        writer.check();
    }
    CHECK(all > 0);  // else nothing was tested
}

}  // namespace

TEST_CASE("killed at any instant, no acknowledged article is lost and the file is sound: 10 kills") {
    kill_often(10);
}

TEST_CASE("killed at any instant, no acknowledged article is lost and the file is sound: 100 kills", "[.slow]") {
    kill_often(100);
}

TEST_CASE("a full disk: what was acknowledged stays, and the words say what to do") {
    const auto path = scratch("store-full") / "s.store";
    std::size_t kept = 0;
    std::string message;
    {
        StoreWriter writer(path, std::chrono::seconds(1), 150);
        writer.read_by(catalog(), reader);
        FactsMaker maker(1);
        try {
            for (int i = 0; i < 5000; ++i) {
                writer.add(maker.article("a" + std::to_string(i), catalog()));
                if (i % 5 != 4) continue;
                writer.commit();
                kept = static_cast<std::size_t>(i) + 1;
            }
        } catch (const Error& error) {
            message = error.what();
        }
    }
    CHECK_THAT(message, ContainsSubstring("no room left on the disk"));
    CHECK(kept > 0);
    CHECK(Store(path).info().articles == kept);
    StoreWriter(path).check();
}

TEST_CASE("a second writer waits so long as it is told, then says so; readers go on") {
    const auto path = scratch("second") / "s.store";
    FactsMaker maker(2);
    {
        StoreWriter writer(path);
        writer.read_by(catalog(), reader);
        writer.add(maker.article("a", catalog()));
        writer.refresh();
    }
    StoreWriter first(path);
    first.read_by(catalog(), reader);
    first.add(maker.article("b", catalog()));
    StoreWriter second(path, std::chrono::milliseconds(300));
    second.read_by(catalog(), reader);
    const auto begin = std::chrono::steady_clock::now();
    CHECK_THROWS_WITH(second.add(maker.article("c", catalog())), ContainsSubstring("another program is writing"));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    CHECK(Store(path).load_graph().articles.size() == 1);
    first.commit();
    CHECK(second.add(maker.article("c", catalog())) == StoreWriter::Outcome::added);
    second.commit();
    CHECK(Store(path).load_graph().articles.size() == 3);
}

TEST_CASE("files that are no store, damaged, or of another version are told apart") {
    const auto folder = scratch("not-stores");
    put(folder / "text.store", "This is a letter, and a long one at that.\n" + std::string(200, 'x'));
    put(folder / "empty.store", "");
    {
        Database other(folder / "other.store", Database::Access::write, std::chrono::seconds(1));
        other.script("CREATE TABLE birds(name)");
        Database newer(folder / "newer.store", Database::Access::write, std::chrono::seconds(1));
        migrate(newer, schema_version());
        newer.script("PRAGMA user_version = 99");
        StoreWriter writer(folder / "damaged.store");
        writer.read_by(catalog(), reader);
        FactsMaker maker(4);
        for (int i = 0; i < 60; ++i) writer.add(maker.article("a" + std::to_string(i), catalog()));
        writer.refresh();
    }
    auto bytes = slurp(folder / "damaged.store");
    for (std::size_t i = 4096; i < bytes.size(); i += 3) bytes[i] = static_cast<char>(bytes[i] ^ 0x5a);
    put(folder / "damaged.store", bytes);
    CHECK_THROWS_WITH(Store(folder / "missing.store"), ContainsSubstring("there is no such file"));
    CHECK_THROWS_WITH(Store(folder / "text.store"), ContainsSubstring("is no store"));
    CHECK_THROWS_WITH(StoreWriter(folder / "text.store"), ContainsSubstring("is no store"));
    CHECK_THROWS_WITH(Store(folder / "empty.store"), ContainsSubstring("is empty"));
    CHECK_THROWS_WITH(Store(folder / "other.store"), ContainsSubstring("no store of this program"));
    CHECK_THROWS_WITH(StoreWriter(folder / "other.store"), ContainsSubstring("no store of this program"));
    CHECK_THROWS_WITH(Store(folder / "newer.store"), ContainsSubstring("newer program"));
    CHECK_THROWS_WITH(StoreWriter(folder / "newer.store"), ContainsSubstring("newer program"));
    CHECK_THROWS_WITH(Store(folder / "damaged.store").load_graph(), ContainsSubstring("is damaged"));
    CHECK(slurp(folder / "text.store").starts_with("This is a letter"));
}

TEST_CASE("a store of an older form is brought up to date, with its articles, graph and search") {
    const auto path = scratch("older") / "s.store";
    FactsMaker maker(6);
    auto made = maker.article("a", catalog());
    made.text = "The Harbour Union met in Oslo.\n";
    made.facts.sha256 = sha256_of(made.text);
    made.facts.assertions.clear();
    {
        Database db(path, Database::Access::write, std::chrono::seconds(1));
        migrate(db, 1);
        CHECK(stored_schema(db) == 1);
        write_catalog(db, catalog());
        db.script("INSERT INTO readers VALUES (1, '0.0.1', 'en-1', 'r', '1', '')");
        db.run("INSERT INTO articles(sha256, text) VALUES (?1, ?2)", made.facts.sha256, made.text);
        const auto reading = write_reading(db, 1, 1, made.facts, catalog(), made.text);
        db.run("INSERT INTO copies VALUES (1, 1, 'a', '', '', '', '', ?1, '', NULL)", reading);
    }
    const Store store(path);
    CHECK(store.info().schema == schema_version());
    CHECK_FALSE(store.current());
    CHECK(store.load_graph().articles.size() == 1);
    StoreWriter(path).refresh();
    CHECK(store.current());
    CHECK(store.find_text("harbour oslo").size() == 1);
    CHECK(store.load_graph().nodes.size() > 0);
    StoreWriter(path).check();
}

TEST_CASE("a store that may only be read is read, and refuses to be written") {
    if (::geteuid() != 0) return;  // only root may mount; others see the same through file rights
    const auto folder = scratch("read-only");
    {
        StoreWriter writer(folder / "s.store");
        writer.read_by(catalog(), reader);
        FactsMaker maker(8);
        writer.add(maker.article("a", catalog()));
        writer.refresh();
    }
    const auto child = ::fork();
    if (child == 0) {
        // a mount of its own, which goes with the process
        if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) != 0 ||
            ::mount(nullptr, folder.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) != 0)
            ::_exit(77);
        int status = 0;
        try {
            if (Store(folder / "s.store").load_graph().articles.size() != 1) status = 2;
            StoreWriter writer(folder / "s.store");
            status = 3;
        } catch (const Error& error) {
            if (std::string(error.what()).find("may not be written") == std::string::npos) status = 4;
        }
        ::_exit(status);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WEXITSTATUS(status) == 77) return;  // no mounts in this container
    CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace chancery
