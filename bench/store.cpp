// A store of made articles: articles added a second, size, time to resolve, to answer first, to load.
//
// usage: bench_store FOLDER [ARTICLES]. Ten assertions an article, texts of four kilobytes, names drawn unevenly, so
// that few nodes have many edges. The first answer is timed in a process of its own, from its start.
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <random>

#include "store/digest.hpp"
#include "store/store.hpp"
#include "store/writer.hpp"

using namespace chancery;
using Clock = std::chrono::steady_clock;

namespace {

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Wall and processor time of one piece of work: on a busy machine they differ.
template <typename Work>
void timed(const char* what, Work work) {
    const auto begin = Clock::now();
    const auto processor = std::clock();
    work();
    std::cout << what << ": " << seconds_since(begin) << " s, of the processor "
              << static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC << " s\n"
              << std::flush;
}

/// Draws names and texts; the same for every run.
class News {
  public:
    IncomingArticle article(std::size_t number, const RelationCatalog& catalog) {
        IncomingArticle made;
        auto& facts = made.facts;
        facts.id = "news/" + std::to_string(number);
        facts.names = {facts.id};
        facts.title = "Report " + std::to_string(number);
        facts.language = "en";
        facts.published = "2031-0" + std::to_string(1 + number % 9) + "-1" + std::to_string(number % 10);
        facts.source = "Outlet " + std::to_string(number % 40);
        facts.word_count = 640;
        for (int i = 0; i < 40; ++i) facts.fingerprint.push_back(static_cast<std::uint32_t>(random_()));
        std::sort(facts.fingerprint.begin(), facts.fingerprint.end());
        for (int i = 0; i < 12; ++i) facts.entities.push_back(entity());
        for (std::uint32_t i = 0; i < 10; ++i) add_assertion(made, i, catalog);
        facts.sha256 = sha256_of(made.text);
        return made;
    }

  private:
    /// From 0, the low ones often.
    std::size_t uneven(std::size_t limit) {
        const auto draw = std::uniform_real_distribution<double>(0, 1)(random_);
        return static_cast<std::size_t>(static_cast<double>(limit) * draw * draw * draw);
    }

    static std::string name(std::size_t number) {
        static const char* const parts[] = {"ma", "ren", "hol", "ta", "vi", "ko",
                                            "lu", "sen", "dra", "mi", "no", "ger"};
        std::string out;
        for (auto n = number + 157; n > 0; n /= 12) out += parts[n % 12];
        out[0] = static_cast<char>(out[0] - 32);
        return out;
    }

    Entity entity() {
        Entity e;
        const auto n = uneven(120000);
        e.type = n % 5 == 0 ? EntityType::institution : EntityType::person;
        if (n < 200) e.type = EntityType::country;
        e.label = e.type == EntityType::country       ? name(n)
                  : e.type == EntityType::institution ? "Ministry of " + name(n)
                                                      : name(n) + " " + name(n * 7 + 3);
        e.mentions = 2;
        e.signature = {std::string(family_of(e.type)), e.label, "", {}, ""};
        if (e.type == EntityType::country)
            e.signature.country = {static_cast<char>('A' + n / 26), static_cast<char>('A' + n % 26)};
        return e;
    }

    void add_assertion(IncomingArticle& made, std::uint32_t i, const RelationCatalog& catalog) {
        Assertion a;
        a.subject = i;
        a.object = 11 - i % 2;
        a.relation = static_cast<std::uint16_t>(random_() % catalog.all().size());
        a.sentence.begin = static_cast<std::uint32_t>(made.text.size());
        a.sentence_text = made.facts.entities[a.subject].label + " spoke in the morning of case " +
                          std::to_string(random_() % 1000000) + " and, after a long day of talks, named " +
                          made.facts.entities[a.object].label + " as one of those who had to do with it.";
        made.text += a.sentence_text;
        a.sentence.end = static_cast<std::uint32_t>(made.text.size());
        made.text +=
            " Nothing else was said that day, and nobody who was asked afterwards had more to add to what stood in "
            "the papers of the week before, which few had read and fewer still remembered by the evening.\n";
        a.subject_mark = {a.sentence.begin, a.sentence.begin + 4};
        a.trigger_mark = {a.sentence.begin + 5, a.sentence.begin + 9};
        a.object_mark = {a.sentence.end - 9, a.sentence.end - 4};
        a.rule = catalog.at(a.relation).id;
        a.construction = "active";
        made.facts.assertions.push_back(std::move(a));
    }

    std::mt19937 random_{1};
};

/// Runs this program again, which asks one question of the store. Seconds from its start to its end.
double answer_in_own_process(const char* program, const std::string& store, const std::string& node) {
    const auto begin = Clock::now();
    const auto child = ::fork();
    if (child == 0) {
        ::execl(program, program, "--answer", store.c_str(), node.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (status != 0) std::cerr << "the question failed\n";
    return seconds_since(begin);
}

void add(const std::string& path, std::size_t count) {
    const auto catalog = RelationCatalog::read(CHANCERY_SOURCE_DIR "/models/relations.tsv");
    News news;
    std::vector<IncomingArticle> group;
    StoreWriter writer(path);
    writer.read_by(catalog, {"en", "rules", "1", ""});
    double wall = 0;
    std::clock_t processor = 0;
    for (std::size_t i = 0; i < count; i += group.size()) {
        group.clear();
        while (group.size() < 1000 && i + group.size() < count)
            group.push_back(news.article(i + group.size(), catalog));
        const auto begin = Clock::now();
        const auto before = std::clock();
        for (const auto& article : group) writer.add(article);
        writer.commit();
        wall += seconds_since(begin);
        processor += std::clock() - before;
    }
    std::cout << count << " articles, " << 10 * count << " assertions: " << static_cast<double>(count) / wall
              << " articles/s added, " << static_cast<double>(count) * CLOCKS_PER_SEC / static_cast<double>(processor)
              << " a second of the processor\n";
    timed("resolved and written", [&] { writer.refresh(); });
    writer.add(news.article(count, catalog));
    timed("one article more, resolved and written", [&] { writer.refresh(); });
}

void ask(const char* program, const std::string& path) {
    std::cout << "file: " << static_cast<double>(std::filesystem::file_size(path)) / 1e6 << " MB\n";
    const Store store(path);
    GraphRows rows;
    timed("whole graph loaded", [&] { rows = store.load_graph(); });
    std::cout << rows.nodes.size() << " nodes, " << rows.edges.size() << " edges\n";
    const auto hub = store.find_names("ma", 1).at(0).id;
    for (const auto& id : {rows.nodes[rows.nodes.size() / 2].id, hub}) {
        double least = 1e9, most = 0;
        for (int i = 0; i < 9; ++i) {
            const auto taken = answer_in_own_process(program, path, id);
            least = std::min(least, taken);
            most = std::max(most, taken);
        }
        std::cout << id << ", " << store.node(id)->edges << " edges: first answer " << 1000 * least << " to "
                  << 1000 * most << " ms after the start of a process\n";
    }
    timed("names with 'maren'", [&] { static_cast<void>(store.find_names("maren")); });
    timed("texts with 'morning'", [&] { static_cast<void>(store.find_text("morning 4711")); });
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 4 && std::string(argv[1]) == "--answer") {
        const auto page = Store(argv[2]).node(argv[3]);
        return page && !page->rows.edges.empty() ? 0 : 1;
    }
    if (argc < 2) {
        std::cerr << "usage: bench_store FOLDER [ARTICLES]\n";
        return 2;
    }
    const auto path = std::string(argv[1]) + "/bench.store";
    std::filesystem::remove(path);
    add(path, argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 100000);
    ask(argv[0], path);
    std::filesystem::remove(path);
}
